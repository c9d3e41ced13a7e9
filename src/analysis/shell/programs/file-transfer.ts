import { type Call, ended } from '../interpreter/builtins/call.ts';
import { fileOf } from '../interpreter/machine.ts';
import {
  broughtWithFolder,
  folderIsThere,
  isContested,
  readFile,
  removed,
  written,
} from '../interpreter/state/files.ts';
import { nameOfPath, type PathKey, pathKey } from '../interpreter/state/job-path.ts';
import { type FileFact, type State, setFile } from '../interpreter/state/state.ts';
import { emptyValue, textOf, type Value } from '../interpreter/state/value.ts';
import { hasOption, operands } from './file-operands.ts';
import { removeMatching } from './file-removers.ts';
import { runMkdir } from './folder-commands.ts';

/** `cp`, `mv` and `install`. */
export function transfer(call: Call, how: 'copy' | 'move'): State[] {
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
    const emptyLink = how === 'move' && machine.linked.has(from) && known.presence !== 'yes';
    if (fact.presence === 'no' && !emptyLink && !machine.world.isVolatile(from) && !source.glob) {
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
    if (emptyLink) {
      // A link that leads nowhere takes the place of a file, and is no file.
      written(machine, state, key, { how: 'copy', content: undefined, at });
      setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
      machine.linked.add(key);
      removed(machine, state, from, at, 'maybe');
      status = undefined;
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
        // Unless somebody removes it while this runs beside the script.
        if (machine.touched?.has(key) === false) machine.touched.set(key, 'written');
        status = undefined;
        continue;
      }
      written(machine, state, key, { how: 'copy', content: undefined, at });
      if (dangling) setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
      if (how === 'move') removed(machine, state, from, at, 'maybe');
      status = undefined;
      continue;
    }
    // Whoever creates the same file at that moment makes this fail.
    const isShared = machine.background > 0 && machine.world.followed.includes(key);
    if (before.presence !== 'yes' && (isShared || isContested(state, key))) status = undefined;
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
