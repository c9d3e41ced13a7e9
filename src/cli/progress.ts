import { duration, runTitle } from '../report/document/words.ts';
import { eventWords } from '../report/terminal/event-words.ts';
import { type Palette, palette } from '../report/terminal/palette.ts';
import { cells, cellsOf, visible } from '../report/terminal/terminal-text.ts';
import type { RunEvent } from '../trace/run-event.ts';

/** Tells a person what is going on, on stderr; `end` leaves the screen as a report may follow. */
export interface Progress {
  readonly watch: (event: RunEvent) => void;
  readonly say: (sentence: string) => void;
  readonly end: () => void;
}

/** Nothing at all. */
export const silentProgress: Progress = { watch: () => {}, say: () => {}, end: () => {} };

/** One line for everything worth knowing; for logs and for stderr that is no terminal. */
export function lineProgress(write: (text: string) => void): Progress {
  return {
    watch(event) {
      const words = eventWords(event);
      if (words !== undefined)
        write(`${visible(event.workflow)} (${visible(runTitle(event))}): ${visible(words)}\n`);
    },
    say: (sentence) => write(`${visible(sentence)}\n`),
    end: () => {},
  };
}

interface Row {
  readonly title: string;
  state: string;
  outcome: 'passed' | 'failed' | 'skipped' | undefined;
  startedAt: number;
}

/** What a terminal view needs of the terminal. */
export interface Screen {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly now: () => number;
  readonly colour: 'colour' | 'plain';
}

/**
 * A live view: one row for each run, redrawn in place as events come in and when `tick` is called. Rows of finished
 * runs stay above.
 */
export function liveProgress(screen: Screen): Progress & { readonly tick: () => void } {
  const colours = palette(screen.colour);
  const rows = new Map<string, Row>();
  let drawn = 0;
  const erase = (): void => {
    if (drawn > 0) screen.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    const open = [...rows.values()].filter((row) => row.outcome === undefined).slice(0, 20);
    const width = Math.max(20, screen.columns() - 1);
    for (const row of open) screen.write(`${rowText(row, screen.now(), width, colours)}\n`);
    drawn = open.length;
  };
  return {
    watch(event) {
      const title = `${event.workflow} (${runTitle(event)})`;
      const key = `${event.workflow}\n${event.mode}\n${event.scenario}`;
      let row = rows.get(key);
      if (row === undefined || event.type === 'run-started') {
        row = { title, state: 'starting', outcome: undefined, startedAt: screen.now() };
        rows.set(key, row);
      }
      row.state = stateWords(event) ?? row.state;
      erase();
      if (event.type === 'run-ended') {
        row.outcome = event.record.outcome;
        const width = Math.max(20, screen.columns() - 1);
        screen.write(`${rowText(row, screen.now(), width, colours)}\n`);
      }
      draw();
    },
    say(sentence) {
      erase();
      screen.write(`${visible(sentence)}\n`);
      draw();
    },
    tick() {
      erase();
      draw();
    },
    end: erase,
  };
}

function stateWords(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'phase':
      return event.state === 'started' ? phaseWords[event.phase] : undefined;
    case 'step':
      return event.state === 'started' ? `${event.job}: ${event.step}` : undefined;
    case 'coordination':
      return `${event.event.file} written`;
    case 'listening':
    case 'ready':
    case 'run-started':
    case 'run-ended':
    case 'job':
      return eventWords(event);
    case 'output':
    case 'leftover':
      return undefined;
  }
}

const phaseWords = {
  prepare: 'preparing',
  start: 'starting',
  wait: 'waiting for the service',
  stop: 'stopping',
  inspect: 'looking for what is left',
} as const;

function rowText(row: Row, now: number, width: number, colours: Palette): string {
  const sign =
    row.outcome === undefined
      ? colours.cyan('…')
      : { passed: colours.green('✓'), failed: colours.red('✗'), skipped: colours.yellow('-') }[row.outcome];
  const time = duration(Math.floor((now - row.startedAt) / 100) * 100);
  return `${sign} ${shorten(`${visible(row.title)}  ${visible(row.state)}  ${time}`, width - 2)}`;
}

/** Cuts a visible text to a number of cells. */
function shorten(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let kept = '';
  let taken = 0;
  for (const character of text) {
    taken += cellsOf(character);
    if (taken > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
