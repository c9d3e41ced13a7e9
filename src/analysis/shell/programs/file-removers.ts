import { type Call, ended } from '../interpreter/builtins/call.ts';
import { fileOf, unknown } from '../interpreter/machine.ts';
import { emit } from '../interpreter/redirections.ts';
import { removed } from '../interpreter/state/files.ts';
import {
  folderOfPath,
  isCertainPath,
  nameOfPath,
  type PathKey,
  pathKey,
} from '../interpreter/state/job-path.ts';
import type { State } from '../interpreter/state/state.ts';
import { textOf } from '../interpreter/state/value.ts';
import { matchesGlob } from '../interpreter/words/glob.ts';
import { hasOption, operands } from './file-operands.ts';

/** `rm` and `unlink`. */
export function runRm(call: Call): State[] {
  const { machine, state, at } = call;
  const force = hasOption(call, /^(-\w*f\w*|--force)$/);
  const recursive = hasOption(call, /^(-\w*[rR]\w*|--recursive)$/);
  let status: number | undefined = 0;
  for (const field of operands(call, /^$/)) {
    const key = pathKey(field.value, state.cwd);
    if (key === undefined) continue;
    if (field.glob) {
      removeMatching(call, key);
      if (!force) status = undefined;
      continue;
    }
    const fact = fileOf(machine, state, key);
    if (fact.presence !== 'yes' && !force) {
      // A link that leads nowhere can be removed.
      const isGone = fact.presence === 'no' && !machine.linked.has(key);
      status = isGone ? 1 : status === 0 ? undefined : status;
    }
    if (fact.directory === true && !recursive) {
      status = 1;
      continue;
    }
    removed(machine, state, key, at, field.loose ? 'maybe' : 'no');
    if (recursive) {
      for (const inner of [...state.files.keys(), ...machine.world.followed]) {
        if (inner.startsWith(`${key}/`) && fileOf(machine, state, inner).presence !== 'no')
          removed(machine, state, inner, at, field.loose ? 'maybe' : 'no');
      }
    }
  }
  return ended(call, status);
}

/** Removes what a pattern matches among the files that are known. */
export function removeMatching(call: Call, pattern: PathKey): void {
  const { machine, state, at } = call;
  const folder = folderOfPath(pattern);
  for (const key of new Set([...state.files.keys(), ...machine.world.followed])) {
    if (folderOfPath(key) !== folder) continue;
    const name = nameOfPath(key);
    const match = name.startsWith('.') ? false : matchesGlob(nameOfPath(pattern), name);
    if (match === false) continue;
    machine.touched?.set(key, 'removed');
    const fact = fileOf(machine, state, key);
    if (fact.presence === 'no' || fact.directory === true) continue;
    removed(machine, state, key, at, match === true && isCertainPath(pattern) ? 'no' : 'maybe');
  }
}

/** `find … -delete`, `find … -exec rm …`: what it finds is not known. */
export function runFind(call: Call): State[] {
  const { machine, state, at } = call;
  const words = call.fields.slice(1).map((field) => textOf(field.value));
  const changes = words.some(
    (word) => word === '-delete' || word === '-exec' || word === '-execdir' || word === '-ok',
  );
  if (changes) {
    for (const key of new Set([...state.files.keys(), ...machine.world.followed])) {
      const name = nameOfPath(key);
      const pattern = words[words.indexOf('-name') + 1];
      if (words.includes('-name') && pattern !== undefined && matchesGlob(pattern, name) === false) continue;
      machine.touched?.set(key, 'removed');
      if (fileOf(machine, state, key).presence !== 'no') removed(machine, state, key, at, 'maybe');
    }
  }
  emit(state, unknown(machine, { kind: 'command', name: 'find' }));
  return ended(call, undefined);
}
