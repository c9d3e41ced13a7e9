import type { CompoundList, For, SyntaxNode } from '../../../../syntax/bash/tree.ts';
import { type Machine, placeOf, unknown } from '../machine.ts';
import { compact } from '../state/merge.ts';
import { fork, type State, setFile, setVariable } from '../state/state.ts';
import { assign } from '../state/variables.ts';
import { assignedNames } from './assigned-names.ts';
import { turned } from './known-turns.ts';

/** A loop of which only what any of its turns may do is known. */
export function anyTurns(
  machine: Machine,
  state: State,
  body: CompoundList,
  how: { readonly atLeastOnce: boolean; readonly variable?: For },
): State[] {
  const before = how.atLeastOnce ? undefined : fork(state);
  if (before !== undefined) before.status = 0;
  machine.repeated++;
  machine.loops++;
  forget(machine, state, body);
  let results: State[] = [];
  for (let round = 0; round < 3; round++) {
    const links = machine.linked.size;
    const start = fork(state);
    if (how.variable !== undefined)
      assign(
        machine,
        start,
        how.variable.name.value,
        unknown(machine, { kind: 'other' }, { nonEmpty: true }),
        placeOf(machine, how.variable.name),
      );
    const after: State[] = [];
    const out: State[] = [];
    for (const one of machine.hooks.list(machine, body.commands, [start])) turned(one, after, out);
    results = compact(machine, [...results, ...out, ...after.map((one) => fork(one))]);
    const changed = settle(machine, state, after);
    if (!changed && machine.linked.size === links) break;
  }
  machine.repeated--;
  machine.loops--;
  return compact(machine, before === undefined ? results : [before, ...results]);
}

/** Whether a path has other traps, functions, folders or options than another one. */
export function changesShell(before: State, after: State): boolean {
  return (
    before.traps !== after.traps || before.functions !== after.functions || before.folders !== after.folders
  );
}

/** Whether a turn makes a variable read-only, so that the next one fails where it assigns it. */
function fixesVariable(before: State, after: State): boolean {
  if (after.vars === before.vars) return false;
  for (const [name, variable] of after.vars)
    if (variable.readonly === true && before.vars.get(name)?.readonly !== true) return true;
  return false;
}

/** Makes uncertain at the start of a turn what the turn before may have changed; tells whether anything was new. */
export function settle(machine: Machine, state: State, after: readonly State[]): boolean {
  let changed = false;
  for (const one of after) {
    // An option that a turn changes holds for the next one, which is not followed.
    if (
      one.errexit !== state.errexit ||
      one.nounset !== state.nounset ||
      one.pipefail !== state.pipefail ||
      one.errtrace !== state.errtrace ||
      one.allexport !== state.allexport ||
      fixesVariable(state, one)
    )
      machine.opaque = true;
    if (one.cwd !== state.cwd && !state.cwd.startsWith('@?')) {
      state.cwd = `@?${machine.nextId++}`;
      changed = true;
    }
    if (one.service !== undefined && state.service === undefined) {
      state.service = one.service;
      changed = true;
    }
    if (one.jobs.length > state.jobs.length) state.jobs = one.jobs;
    if (one.outerJobs.length > state.outerJobs.length) {
      state.outerJobs = one.outerJobs;
      changed = true;
    }
    if (one.files === state.files) continue;
    for (const [key, fact] of one.files) {
      const known = state.files.get(key) ?? machine.world.initialFile(key);
      if (known === fact) continue;
      const presence = known?.presence ?? 'maybe';
      if (presence === fact.presence && known?.content === fact.content) continue;
      if (presence === 'maybe' && known?.content === undefined && known?.written !== undefined) continue;
      if (presence === 'maybe' && fact.presence === 'maybe') continue;
      changed = true;
      setFile(state, key, {
        presence: presence === fact.presence ? presence : 'maybe',
        ...(fact.directory !== undefined && { directory: fact.directory }),
        written: fact.written ?? known?.written,
        since: state.slept,
      });
    }
  }
  return changed;
}

/** Forgets the values of variables that a part assigns, and what was learnt about them. */
export function forget(machine: Machine, state: State, node: SyntaxNode): void {
  const { assigned, unset } = assignedNames(node, machine.frame.script.tree);
  if (assigned === 'any') state.blurred = true;
  for (const name of assigned === 'any' ? [...state.vars.keys()] : assigned) {
    const before = state.vars.get(name);
    const stays = before?.set === 'yes' && unset !== 'any' && !unset.has(name);
    setVariable(state, name, {
      value: unknown(machine, { kind: 'other' }),
      set: stays ? 'yes' : 'maybe',
      exported: 'maybe',
      ...((before?.opaque || before?.elements !== undefined) && { opaque: true }),
      assigned: before?.assigned,
    });
  }
}
