import type { Span } from '../../../../source/span.ts';
import { type Machine, note, unknown } from '../machine.ts';
import { jobDirectory, type PathKey } from './job-path.ts';
import { type State, setKnown, setVariable, type Variable } from './state.ts';
import {
  concat,
  emptyValue,
  isNonEmpty,
  isTooLong,
  literal,
  sameValue,
  textOf,
  type Value,
} from './value.ts';

/** A variable's value on one path, and whether it has one. */
export interface Reading {
  readonly value: Value;
  readonly set: 'yes' | 'no' | 'maybe' | 'environment';
  readonly opaque: boolean;
  /** Of an array: its elements, where they are known and none is missing between them. */
  readonly elements?: readonly Value[] | undefined;
  /** Of an array that differs between paths: what its elements may be. */
  readonly possible?: readonly Value[] | undefined;
}

/** Reads a variable or a special parameter. With `at`, reading one that the script did not set is noted. */
export function readVariable(machine: Machine, state: State, name: string, at?: ReadingPlace): Reading {
  const special = specialParameter(machine, state, name);
  if (special !== undefined) {
    const missing = special.length === 0 && /^\d+$/.test(name) && state.positional !== undefined;
    if ((missing && Number(name) > (state.positional?.length ?? 0)) || (name === '!' && special.length === 0))
      endUnset(machine, state, name, 'no', at);
    return { value: special, set: 'yes', opaque: false };
  }
  const variable = state.vars.get(name);
  if (variable !== undefined) {
    if (at !== undefined && variable.set !== 'yes') {
      noteReading(machine, state, name, variable.set, at);
      endUnset(machine, state, name, variable.set, at);
    }
    const { elements, possible } = variable;
    return {
      value: refined(state, variable.value),
      set: variable.set,
      opaque: variable.opaque ?? false,
      ...(elements !== undefined && { elements: elements.map((element) => refined(state, element)) }),
      ...(possible !== undefined && { possible }),
    };
  }
  if (state.blurred) {
    const value = unknown(machine, { kind: 'environment', name });
    endUnset(machine, state, name, 'maybe', at);
    setVariable(state, name, { value, set: 'maybe', exported: true });
    return { value, set: 'maybe', opaque: false };
  }
  const given = machine.world.environment(name);
  if (given === 'unset') {
    if (at !== undefined) noteReading(machine, state, name, 'no', at);
    endUnset(machine, state, name, 'no', at);
    return { value: emptyValue, set: 'no', opaque: false };
  }
  if (given !== undefined) return { value: refined(state, given), set: 'yes', opaque: false };
  if (at !== undefined) noteReading(machine, state, name, 'environment', at);
  let value = machine.environmentValues.get(name);
  if (value === undefined) {
    value = unknown(machine, name === 'HOME' ? { kind: 'home' } : { kind: 'environment', name });
    machine.environmentValues.set(name, value);
  }
  if (state.nounset && at !== undefined && !at.defaulted) {
    endUnset(machine, state, name, 'environment', at);
    // From here on it is known to be set.
    setVariable(state, name, { value, set: 'yes', exported: true });
  }
  return { value: refined(state, value), set: 'environment', opaque: false };
}

/** With `set -u` the shell ends where a variable is read that is not set. */
function endUnset(
  machine: Machine,
  state: State,
  name: string,
  set: 'no' | 'maybe' | 'environment',
  at: ReadingPlace | undefined,
): void {
  if (!state.nounset || at === undefined || at.defaulted || name === '@' || name === '*') return;
  if (set === 'no') {
    state.flow = 'exit';
    state.status = -1;
  } else machine.hooks.leave(machine, state, at.span);
}

/** Where a variable is read. */
interface ReadingPlace {
  readonly span: Span;
  /** Whether the author counts on it being unset. */
  readonly guarded: boolean;
  /** Whether the expansion says what to take when it is unset. */
  readonly defaulted?: boolean;
}

function noteReading(
  machine: Machine,
  state: State,
  name: string,
  set: 'no' | 'maybe' | 'environment',
  at: { readonly span: Span; readonly guarded: boolean },
): void {
  note(machine, state, at.span, set, (moment) => ({
    ...moment,
    kind: 'variable',
    name,
    set,
    guarded: at.guarded,
  }));
}

/** The job directory as a value. */
export function jobDirectoryValue(machine: Machine): Value {
  const known = machine.environmentValues.get('@job');
  if (known !== undefined) return known;
  const value: Value = [{ id: 0, origin: { kind: 'job-directory' }, nonEmpty: true }];
  machine.environmentValues.set('@job', value);
  return value;
}

/** A directory as a value. */
export function directoryValue(machine: Machine, key: PathKey): Value {
  if (key.startsWith('/')) return literal(key);
  if (key === jobDirectory) return jobDirectoryValue(machine);
  if (key.startsWith(`${jobDirectory}/`)) {
    return concat(jobDirectoryValue(machine), literal(key.slice(jobDirectory.length)));
  }
  const known = machine.environmentValues.get(key);
  if (known !== undefined) return known;
  const value = unknown(machine, { kind: 'directory', path: key }, { nonEmpty: true });
  machine.environmentValues.set(key, value);
  return value;
}

/** Gives a variable a value, as an assignment does. */
export function assign(
  machine: Machine,
  state: State,
  name: string,
  value: Value,
  at: Span,
  opaque = false,
): void {
  const before = state.vars.get(name);
  if (before?.readonly) {
    // It ends the shell, whatever stands around it.
    state.flow = 'exit';
    state.status = 1;
    return;
  }
  const rest = before?.elements?.slice(1) ?? [];
  const kept = isTooLong(value) ? unknown(machine, { kind: 'other' }) : value;
  setVariable(state, name, {
    value: kept,
    ...(rest.length > 0 && { elements: [kept, ...rest] }),
    set: 'yes',
    exported: isExported(machine, state, name, before),
    ...(opaque && { opaque }),
    assigned: at,
  });
}

/** Whether programs get a variable that is set now: it was exported before, or all are. */
function isExported(
  machine: Machine,
  state: State,
  name: string,
  before: Variable | undefined,
): Variable['exported'] {
  if (state.allexport === true || before?.exported === true) return true;
  if (state.allexport === 'maybe') return 'maybe';
  if (before !== undefined) return before.exported;
  const given = machine.world.environment(name);
  return given === undefined ? 'maybe' : given !== 'unset';
}

/** Gives a variable the elements of an array. */
export function assignElements(
  machine: Machine,
  state: State,
  name: string,
  elements: readonly Value[],
  at: Span,
): void {
  assign(machine, state, name, elements[0] ?? emptyValue, at);
  const variable = state.vars.get(name);
  if (variable !== undefined) setVariable(state, name, { ...variable, elements });
}

/** Notes what the elements of an array may be that is not known whole. */
export function addPossible(state: State, name: string, possible: readonly Value[]): void {
  const variable = state.vars.get(name);
  if (variable !== undefined) setVariable(state, name, { ...variable, possible });
}

function specialParameter(machine: Machine, state: State, name: string): Value | undefined {
  switch (name) {
    case '?':
      return state.status === undefined || state.status < 0
        ? unknown(machine, { kind: 'other' }, { nonEmpty: true })
        : literal(String(state.status));
    case '$':
    case 'BASHPID':
    case 'PPID':
    case 'SECONDS':
    case 'RANDOM':
    case 'LINENO':
    case 'EPOCHSECONDS':
    case 'EPOCHREALTIME':
    case 'UID':
    case 'EUID':
      return unknown(machine, { kind: 'other' }, { nonEmpty: true });
    case '!': {
      const job = state.jobs.at(-1);
      if (job === undefined) return emptyValue;
      const key = `@pid${job.id}`;
      let value = machine.environmentValues.get(key);
      if (value === undefined) {
        value = unknown(machine, { kind: 'process-id', job: job.id }, { nonEmpty: true });
        machine.environmentValues.set(key, value);
      }
      return value;
    }
    case '-':
    case '_':
      return unknown(machine, { kind: 'other' });
    case '0':
    case 'BASH_SOURCE':
      return machine.frame.source;
    case 'PWD':
      return directoryValue(machine, state.cwd);
    case '#':
      return state.positional === undefined
        ? unknown(machine, { kind: 'other' }, { nonEmpty: true })
        : literal(String(state.positional.length));
    case '@':
    case '*': {
      if (state.positional === undefined) return unknown(machine, { kind: 'other' });
      return concat(
        ...state.positional.flatMap((value, index) => (index === 0 ? [value] : [literal(' '), value])),
      );
    }
    default:
      if (!/^\d+$/.test(name)) return undefined;
      if (state.positional === undefined) return unknown(machine, { kind: 'other' });
      return state.positional[Number(name) - 1] ?? emptyValue;
  }
}

/** A value with what conditions told about its unknown texts. */
export function refined(state: State, value: Value): Value {
  if (state.known.isEmpty) return value;
  let changed = false;
  const pieces: Value[] = [];
  for (const piece of value) {
    const fact = typeof piece === 'string' ? undefined : state.known.get(piece.id);
    if (fact === undefined || typeof piece === 'string') {
      pieces.push([piece]);
      continue;
    }
    changed = true;
    pieces.push(fact === 'non-empty' ? [{ ...piece, nonEmpty: true }] : fact);
  }
  return changed ? concat(...pieces) : value;
}

/** Takes in that a value is a certain text, or is not empty. */
export function learn(state: State, value: Value, fact: Value | 'non-empty'): void {
  if (fact === 'non-empty') {
    const [only] = value;
    if (value.length === 1 && only !== undefined && typeof only !== 'string')
      setKnown(state, only.id, 'non-empty');
    return;
  }
  if (fact.length === 0) {
    for (const piece of value) if (typeof piece !== 'string') setKnown(state, piece.id, emptyValue);
    return;
  }
  const [only] = value;
  if (value.length === 1 && only !== undefined && typeof only !== 'string' && textOf(fact) !== undefined)
    setKnown(state, only.id, fact);
}

/** One value for several that it may be. */
export function joinValues(machine: Machine, values: readonly Value[]): Value {
  const [first] = values;
  if (first === undefined) return emptyValue;
  if (values.every((value) => sameValue(value, first))) return first;
  const choices: Value[] = [];
  for (const value of values) {
    const [only] = value;
    const inner =
      value.length === 1 && typeof only !== 'string' && only?.origin.kind === 'join' ? only.choices : [value];
    for (const choice of inner ?? []) {
      if (!choices.some((known) => sameValue(known, choice))) choices.push(choice);
    }
    if (inner === undefined) choices.length = 0;
  }
  const nonEmpty = values.every((value) => isNonEmpty(value) === true);
  const complete = choices.length > 1 && choices.length <= 6;
  return [{ id: machine.nextId++, origin: { kind: 'join' }, nonEmpty, ...(complete && { choices }) }];
}
