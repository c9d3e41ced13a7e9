import type { Machine } from '../machine.ts';
import { fileOf } from '../machine.ts';
import type { PathKey } from './job-path.ts';
import {
  type Assumption,
  type DefinedFunction,
  type FileFact,
  fork,
  type Presence,
  type State,
  setFile,
  setVariable,
  type Trap,
  type Variable,
} from './state.ts';
import { sameValue, type Value } from './value.ts';
import { joinValues, readVariable } from './variables.ts';

/** How many paths are followed side by side before they are joined. */
const maxPaths = 6;
/** The same for paths that differ in their variables only. */
const maxAlike = 2;

/**
 * Joins paths that do not differ in anything that matters, and, when there are too many, those that differ in
 * variables only, and at last any. What differs between joined paths is not known afterwards.
 */
export function compact(machine: Machine, states: State[], limit = maxPaths): State[] {
  if (states.length < 2) return states;
  let result = grouped(machine, states, 'same');
  if (result.length > Math.min(limit, maxAlike)) result = grouped(machine, result, 'variables');
  if (result.length > limit) result = grouped(machine, result, 'any');
  return result;
}

/** One path for all: for places where control cannot divide. */
export function single(machine: Machine, states: readonly State[]): State | undefined {
  const [first, ...rest] = states;
  if (first === undefined) return undefined;
  let result = first;
  for (const state of rest) result = joined(machine, result, state);
  return result;
}

type Closeness = 'same' | 'variables' | 'any';

function grouped(machine: Machine, states: readonly State[], closeness: Closeness): State[] {
  const groups: State[] = [];
  for (const state of states) {
    const index = groups.findIndex((group) => areClose(machine, group, state, closeness));
    const group = groups[index];
    if (group === undefined) groups.push(state);
    else groups[index] = joined(machine, group, state);
  }
  return groups;
}

function areClose(machine: Machine, left: State, right: State, closeness: Closeness): boolean {
  if (left.flow !== right.flow || left.levels !== right.levels) return false;
  if (left.out !== undefined && right.out !== undefined && closeness === 'same') {
    if (!sameValue(left.out, right.out)) return false;
  }
  // one of them ends where the other goes on
  if (left.errexit !== right.errexit) return false;
  if (closeness === 'any') return true;
  if (left.cwd !== right.cwd || left.jobs !== right.jobs) return false;
  if (left.outerJobs !== right.outerJobs) return false;
  if (left.pipefail !== right.pipefail || left.nounset !== right.nounset) return false;
  if ((left.service === undefined) !== (right.service === undefined)) return false;
  if ((left.status === 0) !== (right.status === 0) && left.flow !== 'next') return false;
  // The two answers of a condition stay apart, with what each of them tells.
  if (machine.tested > 0 && left.known !== right.known && (left.status === 0) !== (right.status === 0))
    return false;
  if (left.traps !== right.traps && !sameTraps(left, right)) return false;
  for (const key of machine.world.followed) {
    const one = fileOf(machine, left, key);
    const other = fileOf(machine, right, key);
    if (one.presence !== other.presence) return false;
    if (closeness === 'same' && !sameContent(one.content, other.content)) return false;
  }
  if (closeness === 'variables') return true;
  return sameVariables(left, right) && sameFiles(left, right) && left.functions === right.functions;
}

function sameTraps(left: State, right: State): boolean {
  if (left.traps.size !== right.traps.size) return false;
  for (const [signal, trap] of left.traps) if (right.traps.get(signal)?.at !== trap.at) return false;
  return true;
}

function sameContent(left: Value | undefined, right: Value | undefined): boolean {
  return left === right || (left !== undefined && right !== undefined && sameValue(left, right));
}

function sameVariables(left: State, right: State): boolean {
  if (left.vars === right.vars) return true;
  for (const name of left.vars.differing(right.vars)) {
    const variable = left.vars.get(name);
    const other = right.vars.get(name);
    if (other === variable) continue;
    if (other === undefined || variable === undefined) return false;
    if (other.set !== variable.set || !sameValue(other.value, variable.value)) return false;
    if (!sameElements(variable, other)) return false;
  }
  return true;
}

function sameElements(left: Variable, right: Variable): boolean {
  const { elements } = left;
  if (elements === right.elements) return true;
  if (elements === undefined || right.elements?.length !== elements.length) return false;
  return elements.every((element, index) => sameValue(element, right.elements?.[index] ?? []));
}

function sameFiles(left: State, right: State): boolean {
  if (left.files === right.files) return true;
  for (const key of left.files.differing(right.files)) {
    const fact = left.files.get(key);
    const other = right.files.get(key);
    if (other === fact) continue;
    if (other?.presence !== fact?.presence || !sameContent(other?.content, fact?.content)) return false;
  }
  return true;
}

/** What holds on both paths. */
function joined(machine: Machine, left: State, right: State): State {
  const state = fork(left);
  if (left.status !== right.status) {
    state.status = isFailure(left.status) && isFailure(right.status) ? -1 : undefined;
  }
  if (left.vars !== right.vars) joinVariables(machine, state, left, right);
  if (left.files !== right.files) {
    for (const key of left.files.differing(right.files)) {
      const fact = joinedFile(machine, left, right, key);
      if (fact !== undefined) setFile(state, key, fact);
    }
  }
  if (left.known !== right.known) {
    state.known = state.known.copy();
    state.shared.known = false;
    for (const id of left.known.differing(right.known))
      if (left.known.get(id) !== right.known.get(id)) state.known.delete(id);
  }
  if (left.functions !== right.functions) {
    state.functions = joinedFunctions(left.functions, right.functions);
    state.shared.functions = false;
  }
  if (left.cwd !== right.cwd) state.cwd = `@?${machine.nextId++}`;
  if (left.traps !== right.traps) {
    state.traps = joinedTraps(machine, left.traps, right.traps);
    state.shared.traps = false;
  }
  if (left.folders !== right.folders) state.folders = undefined;
  state.blurred = left.blurred || right.blurred;
  state.errexit = left.errexit || right.errexit;
  state.errtrace = left.errtrace || right.errtrace;
  state.allexport = left.allexport === right.allexport ? left.allexport : 'maybe';
  state.pipefail = left.pipefail && right.pipefail;
  state.nounset = left.nounset && right.nounset;
  state.path = commonPath(left.path, right.path);
  state.slept = Math.min(left.slept, right.slept);
  state.slow = left.slow === right.slow ? left.slow : [...new Set([...left.slow, ...right.slow])].slice(0, 4);
  state.jobs = left.jobs === right.jobs ? left.jobs : [...new Set([...left.jobs, ...right.jobs])];
  state.outerJobs =
    left.outerJobs === right.outerJobs
      ? left.outerJobs
      : [...new Set([...left.outerJobs, ...right.outerJobs])];
  state.service = left.service ?? right.service;
  if (left.out !== undefined && right.out !== undefined && !sameValue(left.out, right.out))
    state.out = joinValues(machine, [left.out, right.out]);
  if (left.positional !== right.positional) state.positional = undefined;
  if (left.sinks !== right.sinks) state.sinks = undefined;
  return state;
}

function joinedFunctions(
  left: ReadonlyMap<string, DefinedFunction>,
  right: ReadonlyMap<string, DefinedFunction>,
): Map<string, DefinedFunction> {
  const functions = new Map<string, DefinedFunction>();
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const one = left.get(name);
    const other = right.get(name);
    const defined = one ?? other;
    if (defined === undefined) continue;
    const others = new Set(defined.others);
    for (const alternative of other === undefined || one === undefined
      ? []
      : [other, ...(other.others ?? [])])
      if (alternative === 'nothing' || alternative.body !== defined.body) others.add(alternative);
    if (one === undefined || other === undefined) others.add('nothing');
    functions.set(name, others.size === 0 ? defined : { ...defined, others: [...others] });
  }
  return functions;
}

function joinedTraps(
  machine: Machine,
  left: ReadonlyMap<string, Trap>,
  right: ReadonlyMap<string, Trap>,
): Map<string, Trap> {
  const traps = new Map<string, Trap>();
  for (const signal of new Set([...left.keys(), ...right.keys()])) {
    const one = left.get(signal);
    const other = right.get(signal);
    const trap = one ?? other;
    if (trap === undefined) continue;
    const same = one !== undefined && other !== undefined && one.at === other.at;
    if (one !== undefined && other !== undefined && !same) machine.opaque = true;
    traps.set(signal, same && !one.maybe && !other.maybe ? one : { ...trap, maybe: true });
  }
  return traps;
}

function isFailure(status: number | undefined): boolean {
  return status !== undefined && status !== 0;
}

function joinVariables(machine: Machine, state: State, left: State, right: State): void {
  for (const name of left.vars.differing(right.vars)) {
    const one = variableIn(machine, left, name);
    const other = variableIn(machine, right, name);
    if (one === other) continue;
    const sameArray = sameElements(one, other);
    if (
      one.set === other.set &&
      one.opaque === other.opaque &&
      sameArray &&
      sameValue(one.value, other.value)
    ) {
      setVariable(state, name, one.exported === other.exported ? one : { ...one, exported: 'maybe' });
      continue;
    }
    const opaque = one.opaque || other.opaque || !sameArray;
    const possible = sameArray ? undefined : possibleElements(one, other);
    setVariable(state, name, {
      value: joinValues(machine, [one.value, other.value]),
      set: one.set === other.set ? one.set : 'maybe',
      exported: one.exported === other.exported ? one.exported : 'maybe',
      ...(opaque && { opaque }),
      ...(possible !== undefined && { possible }),
      assigned: one.assigned ?? other.assigned,
    });
  }
}

/** More elements than these are not told apart. */
const mostElements = 100;

function possibleElements(left: Variable, right: Variable): readonly Value[] | undefined {
  const [one, other] = [left, right].map((side) =>
    side.set === 'no' ? [] : (side.elements ?? side.possible),
  );
  if (one === undefined || other === undefined) return undefined;
  const added = other.filter((element) => !one.some((known) => sameValue(known, element)));
  return one.length + added.length > mostElements ? undefined : [...one, ...added];
}

function variableIn(machine: Machine, state: State, name: string): Variable {
  const own = state.vars.get(name);
  if (own !== undefined) return own;
  const reading = readVariable(machine, state, name);
  // A variable of the environment may or may not be set; joined with one that is set it may be empty.
  return {
    value: reading.value,
    set: reading.set === 'environment' ? 'maybe' : reading.set,
    exported: reading.set !== 'no',
  };
}

function joinedFile(machine: Machine, left: State, right: State, key: PathKey): FileFact | undefined {
  const one = fileOf(machine, left, key);
  const other = fileOf(machine, right, key);
  if (one === other) return undefined;
  const presence: Presence = one.presence === other.presence ? one.presence : 'maybe';
  const content =
    one.content === undefined || other.content === undefined
      ? undefined
      : joinValues(machine, [one.content, other.content]);
  return {
    presence,
    ...(one.directory === other.directory && one.directory !== undefined && { directory: one.directory }),
    ...(content !== undefined && presence === 'yes' && { content }),
    written: one.written ?? other.written,
    since: Math.max(one.since, other.since),
  };
}

function commonPath(left: Assumption | undefined, right: Assumption | undefined): Assumption | undefined {
  let one = left;
  let other = right;
  while (one !== other) {
    if (one === undefined || other === undefined) return undefined;
    if (one.depth >= other.depth) one = one.before;
    if (other !== one && other !== undefined && (one === undefined || other.depth > one.depth))
      other = other.before;
  }
  return one;
}
