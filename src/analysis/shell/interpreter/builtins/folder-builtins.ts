import { fileOf, isRemembered, unknown } from '../machine.ts';
import { emit } from '../redirections.ts';
import { pathKey } from '../state/job-path.ts';
import { fork, type State, setFile, setVariable } from '../state/state.ts';
import { concat, emptyValue, literal, textOf } from '../state/value.ts';
import { directoryValue, readVariable } from '../state/variables.ts';
import { type Call, ended } from './call.ts';

/** `cd`: where a folder may be missing, both ways are followed if the answer is asked for. */
export function runCd(call: Call): State[] {
  const { machine, state } = call;
  const words = call.fields.slice(1).filter((field) => {
    const text = textOf(field.value);
    return text === undefined || !/^(-[LPe@]+|--)$/.test(text);
  });
  const [target] = words;
  const value = target === undefined ? readVariable(machine, state, 'HOME').value : target.value;
  const text = textOf(value);
  if (text === '') return ended(call, 0);
  if (text === '-') {
    const before = readVariable(machine, state, 'OLDPWD');
    if (before.set === 'no') return ended(call, 1);
    const key = before.set === 'yes' ? pathKey(before.value, state.cwd) : undefined;
    setVariable(state, 'OLDPWD', {
      value: directoryValue(machine, state.cwd),
      set: 'yes',
      exported: true,
    });
    state.cwd = key ?? `@?${machine.nextId++}`;
    emit(state, concat(directoryValue(machine, state.cwd), literal('\n')));
    return ended(call, 0);
  }
  const key = pathKey(value, state.cwd);
  if (key === undefined) return ended(call, 0);
  const fact = fileOf(machine, state, key);
  const root = !key.includes('/') || key === '/';
  if (!root && (fact.presence === 'no' || fact.directory === false)) return ended(call, 1);
  const certain = root || (fact.presence === 'yes' && fact.directory === true);
  const results = [state];
  if (!certain && machine.tested > 0) {
    const other = fork(state);
    other.status = 1;
    results.push(other);
  }
  setVariable(state, 'OLDPWD', {
    value: directoryValue(machine, state.cwd),
    set: 'yes',
    exported: true,
  });
  state.cwd = key;
  state.status = 0;
  if (!certain && isRemembered(machine, key))
    setFile(state, key, { ...fact, presence: 'yes', directory: true, since: state.slept });
  return results;
}

/** `pushd FOLDER`; without one it turns the stack, which is not followed. */
export function runPushd(call: Call): State[] {
  const { machine, state } = call;
  const before = state.cwd;
  const target = textOf(call.fields[1]?.value ?? emptyValue);
  if (target !== undefined && /^([-+]\d+|-n|)$/.test(target)) {
    state.cwd = `@?${machine.nextId++}`;
    state.folders = undefined;
    emit(state, unknown(machine, { kind: 'other' }));
    return ended(call, undefined);
  }
  const results = runCd(call);
  for (const result of results) {
    if (result.status !== 0) continue;
    if (result.folders !== undefined) result.folders = [before, ...result.folders];
    emit(result, unknown(machine, { kind: 'other' }));
  }
  return results;
}

/** `popd`. */
export function runPopd(call: Call): State[] {
  const { machine, state } = call;
  const [folder, ...rest] = state.folders ?? [];
  if (state.folders === undefined || call.fields.length > 1) {
    state.cwd = `@?${machine.nextId++}`;
    state.folders = undefined;
    return ended(call, undefined);
  }
  if (folder === undefined) return ended(call, 1);
  setVariable(state, 'OLDPWD', { value: directoryValue(machine, state.cwd), set: 'yes', exported: true });
  state.cwd = folder;
  state.folders = rest;
  emit(state, unknown(machine, { kind: 'other' }));
  return ended(call, 0);
}
