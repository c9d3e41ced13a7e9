import { type Call, ended } from '../interpreter/builtins/call.ts';
import { fileOf, unknown } from '../interpreter/machine.ts';
import { emit } from '../interpreter/redirections.ts';
import { folderIsCertain, folderIsThere, readFile, written } from '../interpreter/state/files.ts';
import { pathKey } from '../interpreter/state/job-path.ts';
import { type State, setFile } from '../interpreter/state/state.ts';
import { concat, emptyValue, literal, textOf, type Value } from '../interpreter/state/value.ts';
import { hasOption, operands } from './file-operands.ts';

/** `touch`. */
export function runTouch(call: Call): State[] {
  const { machine, state, at } = call;
  if (hasOption(call, /^(-[am]*c[am]*|--no-create)$/)) return ended(call, 0);
  let status: number | undefined = 0;
  for (const field of operands(call, /^-[drt]$/)) {
    const key = pathKey(field.value, state.cwd);
    if (key === undefined || !folderIsThere(machine, state, key)) {
      status = 1;
      continue;
    }
    if (fileOf(machine, state, key).directory === true) continue;
    if (field.glob) continue;
    written(machine, state, key, { how: 'touch', content: undefined, at });
    if (status === 0 && !folderIsCertain(state, key)) status = undefined;
    if (field.loose) setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
  }
  return ended(call, status);
}

/** `truncate -s SIZE`: what is in the file afterwards is known only for nothing. */
export function runTruncate(call: Call): State[] {
  const { machine, state, at } = call;
  const words = call.fields.slice(1).map((field) => textOf(field.value));
  const empties = words.includes('0') || words.includes('-s0') || words.includes('--size=0');
  let status: number | undefined = 0;
  for (const field of operands(call, /^-[sr]$/)) {
    const key = pathKey(field.value, state.cwd);
    if (key === undefined || !folderIsThere(machine, state, key)) {
      status = 1;
      continue;
    }
    const fact = fileOf(machine, state, key);
    if (fact.presence !== 'yes' && hasOption(call, /^(-c|--no-create)$/)) continue;
    written(machine, state, key, { how: 'create', content: empties ? emptyValue : undefined, at });
    if (field.loose || field.glob) setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
  }
  return ended(call, status);
}

/** `dd of=FILE`. */
export function runDd(call: Call): State[] {
  const { machine, state, at } = call;
  let input = call.streams.input;
  let limited = false;
  for (const field of call.fields.slice(1)) {
    const [first] = field.value;
    const name = typeof first === 'string' ? /^(\w+)=/.exec(first)?.[1] : undefined;
    if (name === undefined || typeof first !== 'string') continue;
    const key = pathKey(concat(literal(first.slice(name.length + 1)), field.value.slice(1)), state.cwd);
    if (name === 'if') input = undefined;
    else if (name !== 'of') limited = true;
    if (name !== 'of' || key === undefined) continue;
    if (!folderIsThere(machine, state, key)) return ended(call, 1);
    written(machine, state, key, { how: 'create', content: undefined, at });
    const fact = fileOf(machine, state, key);
    if (fact.presence === 'yes' && input !== undefined && !limited)
      setFile(state, key, { ...fact, content: input });
    return ended(call, undefined);
  }
  emit(state, unknown(machine, { kind: 'command', name: 'dd' }));
  return ended(call, undefined);
}

/** `tee`. */
export function runTee(call: Call): State[] {
  const { machine, state, at } = call;
  let status: number | undefined = 0;
  const content = call.streams.input;
  const append = hasOption(call, /^(-\w*a\w*|--append)$/);
  for (const field of operands(call, /^$/)) {
    const key = pathKey(field.value, state.cwd);
    if (
      key === undefined ||
      !folderIsThere(machine, state, key) ||
      fileOf(machine, state, key).directory === true
    ) {
      status = 1;
      continue;
    }
    written(machine, state, key, { how: append ? 'append' : 'create', content, at });
    if (status === 0 && !folderIsCertain(state, key)) status = undefined;
  }
  emit(state, content ?? unknown(machine, { kind: 'command', name: 'tee' }));
  return ended(call, status);
}

/** `cat`. */
export function runCat(call: Call): State[] {
  const { machine, state, at } = call;
  const words = operands(call, /^$/);
  let output: Value | undefined = emptyValue;
  let status: number | undefined = 0;
  if (words.length === 0) output = call.streams.input;
  for (const word of words) {
    if (textOf(word.value) === '-') {
      output =
        output === undefined || call.streams.input === undefined
          ? undefined
          : concat(output, call.streams.input);
      continue;
    }
    const key = pathKey(word.value, state.cwd);
    if (key === undefined) continue;
    const fact = fileOf(machine, state, key);
    const text = readFile(machine, state, key, at);
    if (fact.presence === 'no' && !machine.world.isVolatile(key)) {
      status = 1;
      continue;
    }
    if (fact.presence !== 'yes' && status === 0) status = undefined;
    output =
      output === undefined
        ? undefined
        : concat(output, text ?? unknown(machine, { kind: 'file', path: key }));
  }
  emit(state, output ?? unknown(machine, { kind: 'command', name: 'cat' }));
  return ended(call, status);
}
