import type { Coordination } from '../../analysis/contract/coordination.ts';
import type { ScriptEnd } from '../../analysis/shell/interpreter/state/events.ts';
import { endsWithItsJob, mayStay } from '../../analysis/shell/programs/programs.ts';
import type { Fix } from '../../diagnostics/finding.ts';
import { isBlock } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import { parseBash } from '../../syntax/bash/parse-bash.ts';

/** A service that is still in the background when the script ends well. */
export interface LeftBehind {
  readonly service: Span;
  readonly end: Span;
  readonly fix: Fix | undefined;
  /** Whether it has put itself into the background, where `wait` does not see it. */
  readonly daemon: boolean;
}

/** The first service that the script leaves behind on a path that ends well. */
export function serviceLeftBehind(contract: Coordination): LeftBehind | undefined {
  if (contract.behaviour.opaque) return undefined;
  for (const end of contract.behaviour.ends) {
    if (end.kind !== 'exit' || (end.status !== 0 && end.status !== undefined)) continue;
    const running = end.running.find((one) => one.service === 'certain');
    const job = running ?? daemonOf(contract, end);
    if (job === undefined || stays(contract, job.at) || mayBeHeldUp(contract, job.at)) continue;
    const daemon = running === undefined;
    return {
      service: job.at,
      end: endPlace(contract, end.at),
      fix: daemon ? undefined : fixOf(contract),
      daemon,
    };
  }
  return undefined;
}

/** A service that has put itself into the background: a scheduler ends it with the script, a login node does not. */
function daemonOf(contract: Coordination, end: ScriptEnd): { readonly at: Span } | undefined {
  const { service } = end;
  if (!contract.start?.runner?.mayBeScheduled || service?.how !== 'detached') return undefined;
  const start = contract.behaviour.events.find(
    (event) =>
      event.kind === 'service' && event.at.start === service.at.start && event.at.file === service.at.file,
  );
  return start?.kind === 'service' && endsWithItsJob(start.words) ? service : undefined;
}

/** Whether a path stays while this service runs: a loop that watches it, a `wait`, a long sleep. */
function stays(contract: Coordination, service: Span): boolean {
  return contract.behaviour.events.some(
    (event) =>
      event.kind === 'stay' &&
      !event.background &&
      event.why !== 'foreground' &&
      event.service !== undefined &&
      (isInside(event.service.at, service) || event.at.start >= service.start),
  );
}

/** Whether a program after the service may stay in the foreground: another server, or one that is not known. */
function mayBeHeldUp(contract: Coordination, service: Span): boolean {
  const text = contract.script.shell.text;
  for (const node of parseBash(contract.script.shell).nodes('While')) {
    if (contract.script.shell.spanOf(node.pos, node.end).start < service.end) continue;
    // a loop that waits for somebody to write or remove a file
    if (/(\[|\btest)\s+(!\s+)?-[defrs]\s/.test(text.slice(node.clause.pos, node.clause.end))) return true;
  }
  const { events } = contract.behaviour;
  const started = events.findIndex(
    (event) => event.kind === 'service' && event.at.file === service.file && isInside(event.at, service),
  );
  // What a function does is noted where it is called first, and may be done again.
  const script = parseBash(contract.script.shell);
  const again = script.nodes('Function').map((node) => script.spanOf(node));
  return events.some(
    (event, index) =>
      (event.kind === 'command' || event.kind === 'service') &&
      !event.background &&
      event.at.file === service.file &&
      event.at.start >= service.end &&
      (index > started || again.some((span) => isInside(event.at, span) && !isInside(service, span))) &&
      (event.kind === 'service' ? event.how === 'foreground' : mayStay(event.words)),
  );
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function endPlace(contract: Coordination, at: Span): Span {
  if (at.start < at.end) return at;
  const last = parseBash(contract.script.shell).tree.commands.at(-1);
  return last === undefined ? at : contract.script.text.spanOf(last.pos, last.end);
}

/** `wait` as the last line, where the last command is an ordinary one. */
function fixOf(contract: Coordination): Fix | undefined {
  const { script } = contract;
  if (isBlock(script)) return undefined;
  const text = script.source?.text ?? '';
  const last = parseBash(script.shell).tree.commands.at(-1);
  if (last === undefined || last.command.type !== 'Command' || last.command.name?.value === 'exit')
    return undefined;
  const end = text.length;
  return {
    title: 'Wait for the service at the end',
    safety: 'safe',
    edits: [
      {
        span: { file: script.path, start: end, end },
        replacement: text.endsWith('\n') || text === '' ? 'wait\n' : '\nwait\n',
      },
    ],
  };
}
