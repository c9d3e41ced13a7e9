import type { Coordination, WriteEvent } from '../../analysis/contract/coordination.ts';
import type { ScriptEvent } from '../../analysis/shell/interpreter/state/events.ts';
import type { Severity } from '../../diagnostics/finding.ts';

/** That a script reads a file. */
export type ReadEvent = ScriptEvent & { readonly kind: 'read' };

/** SESSION_PORT comes after job.started, and a wait step reads it too early. */
export interface MarkerRace {
  /** Where the start script writes SESSION_PORT first. */
  readonly write: WriteEvent;
  /** The least number of seconds slept between the markers in front of the script and this write. */
  readonly gapSeconds: number;
  /** Commands in between that may take seconds. */
  readonly slow: readonly string[];
  readonly read: ReadEvent;
  /** How long after it saw job.started the wait step reads SESSION_PORT, at least. */
  readonly toleranceSeconds: number;
  /**
   * How bad it is: an `error` when the gap is longer than what the wait step tolerates, whatever the machine; a `note`
   * when only programs of milliseconds come in between and the wait step leaves seconds.
   */
  readonly severity: Severity;
}

/**
 * The reads of SESSION_PORT that happen once, after job.started was seen, without having looked whether SESSION_PORT
 * is there: too early when the port is written later than the marker.
 */
export function hastyReads(contract: Coordination): readonly ReadEvent[] {
  const { port, started } = contract.files;
  const reads = contract.session?.reads(port) ?? [];
  const guarded = new Set(
    reads
      .filter((read) => read.files.get(port) === 'yes' || read.repeated)
      .map((read) => `${read.at.file}:${read.at.start}`),
  );
  return reads.filter(
    (read) =>
      !guarded.has(`${read.at.file}:${read.at.start}`) &&
      read.sinceSeen.has(started) &&
      read.files.get(port) === 'maybe',
  );
}

/** The race between markers that `job_runner` injects and a port that the script writes later. */
export function markerRace(contract: Coordination): MarkerRace | undefined {
  if (contract.start?.runner?.injectsMarkers !== 'yes') return undefined;
  const { port, started } = contract.files;
  const [first, ...others] = hastyReads(contract);
  if (first === undefined) return undefined;
  const since = (read: ReadEvent) => read.sinceSeen.get(started) ?? 0;
  const read = others.reduce((least, one) => (since(one) < since(least) ? one : least), first);
  const writes = contract.behaviour.events.filter(
    (event): event is WriteEvent =>
      event.kind === 'write' && event.file === port && event.files.get(port) === 'no',
  );
  const [write] = writes;
  if (write === undefined) return undefined;
  const gapSeconds = Math.min(...writes.map((event) => event.slept));
  const slow = [...new Set(writes.flatMap((event) => event.slow))];
  const toleranceSeconds = since(read);
  const certain = gapSeconds > toleranceSeconds;
  if (!certain && gapSeconds === 0 && slow.length === 0 && toleranceSeconds >= 1) return undefined;
  if (!certain && isBridged(toleranceSeconds - gapSeconds, slow)) return undefined;
  const isBrief = gapSeconds < toleranceSeconds && slow.every((name) => brief.test(name));
  const severity = certain ? 'error' : isBrief ? 'note' : 'warning';
  return { write, gapSeconds, slow, read, toleranceSeconds, severity };
}

/** Programs of which one usually takes less than a second or two, and those that take a few. */
const brief = /^(pw agent open-port|pw|python[\d.]*|perl|ruby|openssl|bash|sh)$/;
const moderate = /^(curl|ssh|scp|module|ml|cp|git|node|tar)$/;

/** Whether the seconds that are left suffice for these programs on any machine that is not overloaded. */
function isBridged(seconds: number, slow: readonly string[]): boolean {
  if (seconds < 5) return false;
  return slow.every((name) => brief.test(name) || (seconds >= 15 && moderate.test(name)));
}
