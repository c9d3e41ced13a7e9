import { type Call, ended } from './call.ts';
import { broughtWithFolder, folderIsCertain, folderIsThere, readFile, removed, written } from './files.ts';
import { matchesGlob } from './glob.ts';
import { folderOfPath, isCertainPath, nameOfPath, type PathKey, pathKey } from './job-path.ts';
import { fileOf, isRemembered, unknown } from './machine.ts';
import { emit } from './redirections.ts';
import { type FileFact, type State, setFile } from './state.ts';
import { concat, emptyValue, literal, textOf, type Value } from './value.ts';
import type { Field } from './words.ts';

type FileCommand = (call: Call) => State[];

/** Programs whose business is files: what they create, change and remove. */
export const fileCommands: Readonly<Record<string, FileCommand>> = {
  touch: runTouch,
  tee: runTee,
  rm: runRm,
  unlink: runRm,
  dd: runDd,
  find: runFind,
  mkdir: runMkdir,
  rmdir: runRmdir,
  cp: (call) => transfer(call, 'copy'),
  install: (call) => transfer(call, 'copy'),
  mv: (call) => transfer(call, 'move'),
  ln: runLn,
  truncate: runTruncate,
  cat: runCat,
};

function operands(call: Call, withValue: RegExp): readonly Field[] {
  const result: Field[] = [];
  const words = call.fields.slice(1);
  for (let index = 0; index < words.length; index++) {
    const field = words[index];
    if (field === undefined) continue;
    const text = textOf(field.value);
    if (text === '--') {
      result.push(...words.slice(index + 1));
      break;
    }
    if (text?.startsWith('-') && text.length > 1) {
      if (withValue.test(text)) index++;
      continue;
    }
    result.push(field);
  }
  return result;
}

function hasOption(call: Call, pattern: RegExp): boolean {
  return call.fields.slice(1).some((field) => pattern.test(textOf(field.value) ?? ''));
}

function runTouch(call: Call): State[] {
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
function runTruncate(call: Call): State[] {
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
function runDd(call: Call): State[] {
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

/** `find … -delete`, `find … -exec rm …`: what it finds is not known. */
function runFind(call: Call): State[] {
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
      if (fileOf(machine, state, key).presence !== 'no') removed(machine, state, key, at, 'maybe');
    }
  }
  emit(state, unknown(machine, { kind: 'command', name: 'find' }));
  return ended(call, undefined);
}

/** `ln`: from now on two names stand for one file, of which no more is followed than whether it is there. */
function runLn(call: Call): State[] {
  const { machine, state, at } = call;
  const words = operands(call, /^(-[St]|--suffix|--target-directory)$/);
  const symbolic = hasOption(call, /^(-\w*s\w*|--symbolic)$/);
  const force = hasOption(call, /^(-\w*[fb]\w*|--force|--backup.*)$/);
  const [first] = words;
  if (first === undefined) return ended(call, 1);
  const target = words.length > 1 ? words.at(-1) : undefined;
  let status: number | undefined = 0;
  for (const source of words.length > 1 ? words.slice(0, -1) : [first]) {
    const from = pathKey(source.value, state.cwd);
    const place = target === undefined ? state.cwd : pathKey(target.value, state.cwd);
    if (from === undefined || place === undefined) continue;
    const into = target === undefined || words.length > 2 || fileOf(machine, state, place).directory === true;
    const link = into ? `${place}/${nameOfPath(from)}` : place;
    const there = fileOf(machine, state, link).presence;
    const origin = fileOf(machine, state, from);
    if (!folderIsThere(machine, state, link) || (there === 'yes' && !force)) {
      status = 1;
      continue;
    }
    if (!symbolic && origin.presence === 'no') {
      status = 1;
      continue;
    }
    // A link that leads nowhere is not there for who asks, and takes the name all the same.
    const free = there === 'no' && !machine.linked.has(link);
    const certain = (free || force) && !source.glob && !source.loose;
    if (!certain || (!symbolic && origin.presence === 'maybe')) status = undefined;
    const beside = !symbolic || folderOfPath(link) === folderOfPath(from);
    written(machine, state, link, { how: 'copy', content: undefined, at });
    machine.linked.add(from);
    machine.linked.add(link);
    const { content: _, ...rest } = origin;
    if (isRemembered(machine, from)) setFile(state, from, rest);
    if (!(certain && beside && origin.presence === 'yes'))
      setFile(state, link, {
        presence: certain && beside && origin.presence === 'no' ? 'no' : 'maybe',
        written: at,
        since: state.slept,
      });
  }
  return ended(call, status);
}

function runTee(call: Call): State[] {
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

function runRm(call: Call): State[] {
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
    if (fact.presence !== 'yes' && !force)
      status = fact.presence === 'no' ? 1 : status === 0 ? undefined : status;
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
function removeMatching(call: Call, pattern: PathKey): void {
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

function runMkdir(call: Call): State[] {
  const { machine, state } = call;
  const parents = hasOption(call, /^(-\w*p\w*|--parents)$/);
  let status: number | undefined = 0;
  for (const field of operands(call, /^-m$/)) {
    const key = pathKey(field.value, state.cwd);
    if (key === undefined) continue;
    const fact = fileOf(machine, state, key);
    if (fact.presence === 'yes' && (!parents || fact.directory === false)) {
      status = 1;
      continue;
    }
    if (!parents && !folderIsThere(machine, state, key)) {
      status = 1;
      continue;
    }
    if (!parents && fact.presence === 'maybe' && status === 0) status = undefined;
    for (let folder = key; folder.includes('/') && folder !== '/'; folder = folderOfPath(folder)) {
      const one = fileOf(machine, state, folder);
      if (one.presence === 'yes' || !isRemembered(machine, folder)) break;
      setFile(state, folder, { presence: 'yes', directory: true, since: state.slept });
      if (!parents) break;
    }
  }
  return ended(call, status);
}

function runRmdir(call: Call): State[] {
  const { machine, state } = call;
  for (const field of operands(call, /^$/)) {
    const key = pathKey(field.value, state.cwd);
    if (key === undefined || fileOf(machine, state, key).presence === 'no') continue;
    setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
  }
  return ended(call, undefined);
}

function transfer(call: Call, how: 'copy' | 'move'): State[] {
  const { machine, state, at } = call;
  const name = textOf(call.fields[0]?.value ?? emptyValue);
  if (name === 'install' && hasOption(call, /^-\w*d/))
    return runMkdir({
      ...call,
      fields: [
        ...call.fields.slice(0, 1),
        { value: ['-p'], glob: false, loose: false },
        ...call.fields.slice(1),
      ],
    });
  const words = operands(call, /^(-[moagSt]|--mode)$/);
  const target = words.at(-1);
  const sources = words.slice(0, -1);
  if (target === undefined || sources.length === 0) return ended(call, 1);
  const to = pathKey(target.value, state.cwd);
  if (to === undefined) return ended(call, 1);
  let status: number | undefined = 0;
  const keepsOld = hasOption(call, /^(-\w*[nu]\w*|--no-clobber|--update.*)$/);
  const makesFolders = name === 'install' && hasOption(call, /^-\w*D/);
  const wholeFolders = hasOption(call, /^(-\w*[arRT]\w*|--recursive|--archive)$/);
  if (wholeFolders || how === 'move' || sources.some((source) => source.glob))
    broughtWithFolder(machine, state, at);
  const there = fileOf(machine, state, to);
  const root = !to.includes('/');
  const slash = textOf(target.value.slice(-1))?.endsWith('/') ?? false;
  const intoFolder = root || there.directory === true || slash || sources.length > 1;
  for (const source of sources) {
    const from = pathKey(source.value, state.cwd);
    if (from === undefined) continue;
    const known = fileOf(machine, state, from);
    // The script itself may change it while a job in the background works.
    const shared = machine.background > 0 && machine.world.followed.includes(from);
    const fact: FileFact = shared ? { ...known, presence: 'maybe' } : known;
    const moved = how === 'move' ? content(call, from) : readFile(machine, state, from, at);
    if (fact.presence === 'no' && !machine.world.isVolatile(from) && !source.glob) {
      if (name === 'ln') continue;
      status = 1;
      continue;
    }
    const key = intoFolder ? `${to}/${nameOfPath(from)}` : to;
    if (
      (!makesFolders && !folderIsThere(machine, state, key)) ||
      (intoFolder && !root && there.presence === 'no')
    ) {
      status = 1;
      continue;
    }
    if (fact.presence === 'maybe' && status === 0) status = undefined;
    if (key === from) {
      status = 1;
      continue;
    }
    if (machine.linked.has(key) && machine.linked.has(from)) {
      // Perhaps one file under two names, which is not copied.
      status = undefined;
      const { content: _, ...rest } = fileOf(machine, state, key);
      setFile(state, key, rest.presence === 'no' ? { ...rest, presence: 'maybe' } : rest);
      if (how === 'move' && fact.presence === 'yes') setFile(state, from, { ...fact, presence: 'maybe' });
      continue;
    }
    if (
      fact.directory === true &&
      how === 'copy' &&
      !hasOption(call, /^(-\w*[raR]\w*|--recursive|--archive)$/)
    ) {
      status = 1;
      continue;
    }
    if (fact.directory === true) {
      setFile(state, key, { presence: 'yes', directory: true, since: state.slept });
      continue;
    }
    const before = fileOf(machine, state, key);
    if (how === 'copy' && machine.linked.has(key) && before.presence !== 'yes') {
      // Through a link that leads nowhere nothing is copied.
      written(machine, state, key, { how: 'copy', content: undefined, at });
      setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
      status = undefined;
      continue;
    }
    const dangling = before.presence === 'no' && machine.linked.has(key);
    if (keepsOld && (before.presence !== 'no' || dangling)) {
      // What is there stays; newer versions say so with their status.
      if (before.presence === 'yes') {
        status = undefined;
        continue;
      }
      written(machine, state, key, { how: 'copy', content: undefined, at });
      if (dangling) setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
      if (how === 'move') removed(machine, state, from, at, 'maybe');
      status = undefined;
      continue;
    }
    // What `install` replaces is not there for a moment.
    if (name === 'install') machine.touched?.set(key, 'removed');
    written(machine, state, key, { how: 'copy', content: fact.presence === 'yes' ? moved : undefined, at });
    if (fact.presence === 'maybe' || source.glob) {
      const after = fileOf(machine, state, key);
      const certain = before.presence === 'yes' || (fact.written === undefined && !source.glob && !shared);
      setFile(state, key, { ...after, presence: certain ? 'yes' : 'maybe' });
    }
    if (how === 'move') {
      if (!source.glob) removed(machine, state, from, at, fact.presence === 'yes' ? 'no' : 'maybe');
      else removeMatching(call, from);
    }
  }
  return ended(call, status);
}

function content(call: Call, key: PathKey): Value | undefined {
  return fileOf(call.machine, call.state, key).content;
}

function runCat(call: Call): State[] {
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
