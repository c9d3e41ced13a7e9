import { duration, runTitle } from '../report/document/words.ts';
import type { Palette } from '../report/terminal/palette.ts';
import { cells, cellsOf, visible } from '../report/terminal/terminal-text.ts';
import type { RunEvent } from '../trace/run-event.ts';
import type { RunRecord } from '../trace/run-record.ts';

/** What the live view knows of one run. */
export interface LiveRow {
  readonly title: string;
  /** What is going on. */
  state: string;
  /** The coordination files that were written, in order. */
  readonly markers: string[];
  /** Where the service listens. */
  listening: string | undefined;
  outcome: RunRecord['outcome'] | undefined;
  readonly startedAt: number;
}

/** A row for a run that an event belongs to. */
export const liveRow = (event: RunEvent, now: number): LiveRow => ({
  title: visible(`${event.workflow} (${runTitle(event)})`),
  state: 'starting',
  markers: [],
  listening: undefined,
  outcome: undefined,
  startedAt: now,
});

const phaseWords = {
  prepare: 'preparing',
  start: 'starting',
  wait: 'waiting for the service',
  stop: 'stopping',
  inspect: 'looking for what is left',
} as const;

/** Takes an event into its row. */
export function updateRow(row: LiveRow, event: RunEvent): void {
  switch (event.type) {
    case 'phase':
      if (event.state === 'started') row.state = phaseWords[event.phase];
      return;
    case 'step':
      // Once the service has begun to speak, its markers tell more.
      if (event.state === 'started' && row.markers.length === 0)
        row.state = visible(`${event.job}: ${event.step}`);
      return;
    case 'coordination':
      if (!row.markers.includes(event.event.file)) row.markers.push(event.event.file);
      row.state = phaseWords.wait;
      return;
    case 'listening':
      row.listening = visible(`${event.address}:${event.port}`);
      return;
    case 'ready':
      row.state = `ready in ${duration(event.readyMs)}, watching whether it stays up`;
      return;
    case 'job':
      if (event.state === 'failed') row.state = visible(`job ${event.job} failed`);
      return;
    case 'run-ended':
      row.outcome = event.record.outcome;
      row.state = endWords(event.record);
      return;
    case 'run-started':
    case 'output':
    case 'leftover':
      return;
  }
}

function endWords(record: RunRecord): string {
  const { outcome, failure, readyMs, skipped } = record;
  if (outcome === 'failed') return visible(`failed: ${failure?.cause ?? 'unknown'}`);
  if (outcome === 'skipped') return visible(`skipped${skipped === undefined ? '' : `: ${skipped}`}`);
  return readyMs === undefined ? 'passed' : `passed, ready in ${duration(readyMs)}`;
}

/** A row as text of at most so many cells; the time at its end is always there. */
export function rowText(row: LiveRow, now: number, width: number, colours: Palette): string {
  const sign =
    row.outcome === undefined
      ? colours.cyan('…')
      : { passed: colours.green('✓'), failed: colours.red('✗'), skipped: colours.yellow('-') }[row.outcome];
  const time = duration(Math.floor((now - row.startedAt) / 100) * 100);
  const seen = row.outcome === undefined ? [...row.markers, row.listening ?? ''] : [];
  const facts = seen.filter((one) => one !== '').join(' ');
  const room = width - 2 - cells(time) - 2;
  const title = shorten(row.title, room);
  const state = shorten(row.state, room - cells(title) - 2);
  const rest = shorten(facts, room - cells(title) - cells(state) - 4);
  const parts = [`${sign} ${colours.bold(title)}`, state, colours.dim(rest)].filter((part) => part !== '');
  return `${parts.join('  ')}  ${colours.dim(time)}`;
}

/** Cuts a visible text to a number of cells; nothing is left where there is no room for a word. */
export function shorten(text: string, width: number): string {
  if (cells(text) <= width) return text;
  if (width < 4) return '';
  let kept = '';
  let taken = 0;
  for (const character of text) {
    taken += cellsOf(character);
    if (taken > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
