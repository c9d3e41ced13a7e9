import type { LintStep, RunStep } from '../app/world.ts';
import { plural } from '../base/plural.ts';
import { palette } from '../report/terminal/palette.ts';
import { cells, visible } from '../report/terminal/terminal-text.ts';
import { type LiveRow, liveRow, rowText, shorten, updateRow } from './live-row.ts';
import type { Progress } from './progress.ts';

/** What a terminal view needs of the terminal. */
export interface Screen {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly now: () => number;
  readonly colour: 'colour' | 'plain';
}

const mostRows = 20;
const narrowest = 20;
const escapes = /\u001b\[\d*m/g;

/** Milliseconds between two redraws while workflows are linted. */
const lintRedrawMs = 100;

function stepWords(step: LintStep): string {
  if (step.kind === 'shellcheck') return `asking ShellCheck about ${plural(step.scripts, 'script')}`;
  return visible(`linting ${step.index} of ${step.count}: ${step.name}`);
}

/**
 * A live view: one row for each run, redrawn in place as events come in and when `tick` is called. Rows of finished
 * runs stay above. Each redraw is one write that goes over the old rows, so that nothing flickers.
 */
export function liveProgress(screen: Screen): Progress & { readonly tick: () => void } {
  const colours = palette(screen.colour);
  const rows = new Map<string, LiveRow>();
  /** The run that began last, and how many there are. */
  let latest: RunStep | undefined;
  /** What is linted, until the first run begins. */
  let linting = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  /** The cells of each row on the screen. */
  let drawn: readonly number[] = [];
  /** A terminal that has become narrower has broken the rows into more lines. */
  const back = (): string => {
    const columns = Math.max(1, screen.columns());
    const lines = drawn.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    return lines === 0 ? '' : `\u001b[${lines}A\r`;
  };
  const redraw = (above: readonly string[] = []): void => {
    const width = Math.max(narrowest, screen.columns() - 1);
    const open = [...rows.values()].filter((row) => row.outcome === undefined).slice(0, mostRows);
    const texts = open.map((row) => rowText(row, screen.now(), width, colours));
    if (latest !== undefined && latest.count > 1 && open.length > 0) {
      const failed = [...rows.values()].filter((row) => row.outcome === 'failed').length;
      const words = `run ${latest.index} of ${latest.count}${failed > 0 ? `, ${failed} failed` : ''}`;
      texts.push(colours.dim(shorten(words, width)));
    }
    if (linting !== '' && open.length === 0) texts.push(shorten(linting, width));
    drawnAt = screen.now();
    const shown = [...above, ...texts].map((text) => `${text}\u001b[K\n`).join('');
    // Without rows there is nothing to draw over: what stands below the cursor is not ours.
    if (drawn.length === 0 && shown === '') return;
    screen.write(`${back()}${shown}\u001b[0J`);
    drawn = texts.map((text) => cells(text.replace(escapes, '')));
  };
  return {
    watch(event) {
      linting = '';
      const key = `${event.workflow}\n${event.mode}\n${event.scenario}`;
      let row = rows.get(key);
      if (row === undefined || row.outcome !== undefined || event.type === 'run-started') {
        row = liveRow(event, row?.outcome === undefined && row !== undefined ? row.startedAt : screen.now());
        rows.set(key, row);
      }
      updateRow(row, event);
      const width = Math.max(narrowest, screen.columns() - 1);
      redraw(row.outcome === undefined ? [] : [rowText(row, screen.now(), width, colours)]);
    },
    say: (sentence) => redraw([visible(sentence)]),
    tick: () => redraw(),
    begin(step) {
      latest = step;
    },
    lint(step) {
      linting = stepWords(step);
      // rules do not wait for anything, so that no timer redraws while they are asked
      if (screen.now() - drawnAt >= lintRedrawMs) redraw();
    },
    end() {
      if (drawn.length === 0) return;
      screen.write(`${back()}\u001b[0J`);
      drawn = [];
    },
  };
}
