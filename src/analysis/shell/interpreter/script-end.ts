import type { Span } from '../../../source/span.ts';
import { type Machine, noteEnd } from './machine.ts';
import { runText, trapText, within } from './scripts.ts';
import type { State } from './state/state.ts';

/** Whether a path has come to the end of its shell. */
export function isOver(state: State): boolean {
  return state.flow === 'exit' || state.flow === 'endless' || state.flow === 'replaced';
}

/** Ends a path of the script itself: its exit trap runs, then how it ended is noted. */
export function finish(machine: Machine, state: State, at: Span): void {
  const kind = state.flow === 'endless' ? 'endless' : state.flow === 'replaced' ? 'replaced' : 'exit';
  const trap = kind === 'exit' ? state.traps.get('EXIT') : undefined;
  const text = trap === undefined ? undefined : trapText(state, trap.body);
  if (trap === undefined || text === undefined) {
    if (trap !== undefined) machine.opaque = true;
    noteEnd(machine, state, kind, at);
    return;
  }
  if (trap.maybe) noteEnd(machine, state, kind, at);
  const { status } = state;
  // What the trap ends was still running when the script came to its end.
  const jobs = [...state.jobs, ...state.outerJobs];
  state.flow = 'next';
  state.traps = new Map();
  state.shared.traps = false;
  machine.nested++;
  const results = within(machine, trap.frame, () => runText(machine, state, text, trap.at));
  machine.nested--;
  for (const result of results) {
    // Where an expansion fails in the trap, versions differ in the status that they end with.
    if (result.flow !== 'exit') result.status = status;
    else if (result.status === -1) result.status = undefined;
    noteEnd(machine, result, result.flow === 'endless' ? 'endless' : 'exit', at, jobs);
  }
}
