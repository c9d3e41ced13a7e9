import type { LintStep, RunStep } from '../app/world.ts';
import { runTitle } from '../report/document/words.ts';
import { eventWords } from '../report/terminal/event-words.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import type { RunEvent } from '../trace/run-event.ts';

/** Tells a person what is going on, on stderr; `end` leaves the screen as a report may follow. */
export interface Progress {
  readonly watch: (event: RunEvent) => void;
  readonly say: (sentence: string) => void;
  /** Which workflow is linted now; absent where only a screen could show it. */
  readonly lint?: ((step: LintStep) => void) | undefined;
  /** Which run of how many begins now. */
  readonly begin?: ((step: RunStep) => void) | undefined;
  readonly end: () => void;
}

/** Nothing at all. */
export const silentProgress: Progress = { watch: () => {}, say: () => {}, end: () => {} };

/** One line for everything worth knowing; for logs and for stderr that is no terminal. */
export function lineProgress(write: (text: string) => void): Progress {
  let place = '';
  return {
    watch(event) {
      const words = eventWords(event);
      if (words === undefined) return;
      const which = event.type === 'run-started' ? place : '';
      write(`${visible(event.workflow)} (${visible(runTitle(event))}): ${visible(words)}${which}\n`);
    },
    begin({ index, count }) {
      place = count > 1 ? `, ${index} of ${count}` : '';
    },
    say: (sentence) => write(`${visible(sentence)}\n`),
    end: () => {},
  };
}
