import type { RunEvent } from '../trace/run-event.ts';

/** Watches a check while it goes on. */
export interface Watcher {
  /** A sentence about what happens now. */
  readonly say: (sentence: string) => void;
  readonly watch: (event: RunEvent) => void;
}
