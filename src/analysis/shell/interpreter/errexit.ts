import type { Span } from '../../../source/span.ts';
import { type Machine, noteEnd } from './machine.ts';
import { finish } from './script-end.ts';
import { runText, trapText, within } from './scripts.ts';
import { fork, type State, setTrap } from './state/state.ts';

/**
 * Takes `set -e` and the trap on errors into account: a failing command ends the script, unless its failing is an
 * answer.
 */
export function checked(machine: Machine, states: State[], at: Span): State[] {
  if (machine.tested > 0) return states;
  if (states.some((state) => state.traps.has('ERR')))
    return ended(
      machine,
      states.flatMap((state) => afterErrorTrap(machine, state)),
      at,
    );
  return ended(machine, states, at);
}

/** Runs the trap on errors where the last command failed. */
function afterErrorTrap(machine: Machine, state: State): State[] {
  const trap = state.traps.get('ERR');
  if (trap === undefined || state.flow !== 'next' || state.status === 0) return [state];
  const text = trapText(state, trap.body);
  if (text === undefined) {
    machine.opaque = true;
    return [state];
  }
  const others: State[] = trap.maybe ? [fork(state)] : [];
  if (state.status === undefined) {
    const fine = fork(state);
    fine.status = 0;
    others.push(fine);
    state.status = -1;
  }
  const { status } = state;
  setTrap(state, 'ERR', undefined);
  const results = within(machine, trap.frame, () => runText(machine, state, text, trap.at));
  for (const result of results) {
    if (result.flow !== 'next') continue;
    result.status = status;
    setTrap(result, 'ERR', trap);
  }
  return [...others, ...results];
}

/** Ends the states whose last command failed under `set -e`; where nobody knows whether it did, both is followed. */
export function ended(machine: Machine, states: State[], at: Span): State[] {
  let result: State[] | undefined;
  for (const [index, state] of states.entries()) {
    if (!state.errexit || state.flow !== 'next' || state.status === 0) {
      result?.push(state);
      continue;
    }
    result ??= states.slice(0, index);
    if (state.status !== undefined) {
      state.flow = 'exit';
      result.push(state);
      continue;
    }
    if (machine.nested === 0 && !state.traps.has('EXIT')) {
      state.status = -1;
      noteEnd(machine, state, 'exit', at);
      state.status = 0;
      result.push(state);
      continue;
    }
    const failed = fork(state);
    failed.status = -1;
    failed.flow = 'exit';
    state.status = 0;
    result.push(state);
    if (machine.nested === 0) finish(machine, failed, at);
    else result.push(failed);
  }
  return result ?? states;
}
