import type { Span } from '../../../source/span.ts';
import type { Machine } from './machine.ts';
import { finish } from './script-end.ts';
import { runText, trapText, within } from './scripts.ts';
import { type BackgroundJob, fork, type State, setTrap, withoutThose } from './state/state.ts';

/** An inner shell knows nothing of the loops around it; only a command substitution does. */
export function outsideLoops<Result>(machine: Machine, work: () => Result): Result {
  const { loops } = machine;
  machine.loops = 0;
  const result = work();
  machine.loops = loops;
  return result;
}

/** Carries out commands in a shell of their own: what they do to the world stays, what they do to the shell does not. */
export function subshell(machine: Machine, state: State, work: (inner: State) => State[]): State[] {
  const owned = state.shared;
  const inner = fork(state);
  const around = state.jobs.length === 0 ? state.outerJobs : [...state.jobs, ...state.outerJobs];
  inner.outerJobs = around;
  // Each of many jobs would look at all others.
  machine.budget -= Math.floor(around.length / 50);
  inner.jobs = [];
  if (inner.traps.size > 0) {
    setTrap(inner, 'EXIT', undefined);
    if (!inner.errtrace) setTrap(inner, 'ERR', undefined);
  }
  machine.nested++;
  const { leaving } = machine;
  machine.leaving = [];
  const ends = work(inner);
  const results = [...ends, ...machine.leaving].flatMap((result) => afterExitTrap(machine, result));
  machine.leaving = leaving;
  machine.nested--;
  if (results.length === 1) {
    // The inner shell is gone: what it did not change is this state's own again.
    const [result] = results;
    if (result === undefined) return [];
    const untouched = result.files === state.files;
    taken(state, result, around);
    state.shared = { ...owned, files: untouched ? owned.files : result.shared.files, known: true };
    return [state];
  }
  return results.map((result) => {
    const after = fork(state);
    taken(after, result, around);
    return after;
  });
}

/** Runs the exit trap that an inner shell set for itself. */
function afterExitTrap(machine: Machine, state: State): State[] {
  const trap = state.traps.get('EXIT');
  if (trap === undefined || state.flow === 'endless' || state.flow === 'replaced') return [state];
  const text = trapText(state, trap.body);
  if (text === undefined) {
    machine.opaque = true;
    return [state];
  }
  const { status } = state;
  const others = trap.maybe ? [fork(state)] : [];
  setTrap(state, 'EXIT', undefined);
  state.flow = 'next';
  const results = within(machine, trap.frame, () => runText(machine, state, text, trap.at));
  for (const result of results) if (result.flow === 'next') result.status = status;
  return [...others, ...results];
}

/** Takes over what an inner shell did to the world; its variables, folder and options are its own. */
export function taken(state: State, result: State, around: readonly BackgroundJob[]): void {
  state.files = result.files;
  state.known = result.known;
  state.path = result.path;
  state.slept = result.slept;
  state.slow = result.slow;
  state.service = result.service;
  state.out = result.out;
  state.status = result.status;
  state.flow = result.flow === 'endless' ? 'endless' : 'next';
  // Jobs of the inner shell outlive it; nobody here can wait for them.
  const orphans = [...result.jobs, ...withoutThose(result.outerJobs, around)];
  if (orphans.length > 0) state.outerJobs = [...orphans, ...state.outerJobs];
}

/** Ends a path on which an expansion failed: that of the script, or of the innermost shell. */
export function leave(machine: Machine, state: State, at: Span): void {
  const gone = fork(state);
  gone.flow = 'exit';
  gone.status = -1;
  if (machine.nested === 0) finish(machine, gone, at);
  else machine.leaving.push(gone);
}
