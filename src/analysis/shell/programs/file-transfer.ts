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
import type { Field } from '../interpreter/words/words.ts';
import { hasOption, operands } from './file-operands.ts';
import { removeMatching } from './file-removers.ts';
import { runMkdir } from './folder-commands.ts';

/** An exit status; `undefined`: any. */
type Status = 0 | 1 | undefined;

/** A call that copies or moves, as its words say it. */
interface Transfer {
  readonly call: Call;
  readonly how: 'copy' | 'move';
  readonly to: PathKey;
  /** What is known of the target; one without a slash in its path is there. */
  readonly there: FileFact;
  readonly isRoot: boolean;
  readonly intoFolder: boolean;
  readonly replaces: boolean;
  readonly keepsOld: boolean;
  readonly makesFolders: boolean;
  readonly copiesFolders: boolean;
}

/** One file that is copied or moved. */
interface TransferredFile {
  readonly from: PathKey;
  /** What is known of it; `maybe` also when the script may change it meanwhile. */
  readonly fact: FileFact;
  readonly isShared: boolean;
  readonly isPattern: boolean;
  readonly content: Value | undefined;
  readonly key: PathKey;
}

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
  const wholeFolders = hasOption(call, /^(-\w*[arRT]\w*|--recursive|--archive)$/);
  if (wholeFolders || how === 'move' || sources.some((source) => source.glob))
    broughtWithFolder(machine, state, at);
  const there = fileOf(machine, state, to);
  const isRoot = !to.includes('/');
  const slash = textOf(target.value.slice(-1))?.endsWith('/') ?? false;
  const order: Transfer = {
    call,
    how,
    to,
    there,
    isRoot,
    intoFolder: isRoot || there.directory === true || slash || sources.length > 1,
    replaces: name === 'install',
    keepsOld: hasOption(call, /^(-\w*[nu]\w*|--no-clobber|--update.*)$/),
    makesFolders: name === 'install' && hasOption(call, /^-\w*D/),
    copiesFolders: hasOption(call, /^(-\w*[raR]\w*|--recursive|--archive)$/),
  };
  const statuses = sources.map((source) => transferOne(order, source));
  return ended(call, statuses.includes(1) ? 1 : statuses.includes(undefined) ? undefined : 0);
}

function transferOne(order: Transfer, source: Field): Status {
  const { call, how, to, there, isRoot, intoFolder } = order;
  const { machine, state, at } = call;
  const from = pathKey(source.value, state.cwd);
  if (from === undefined) return 0;
  const known = fileOf(machine, state, from);
  // The script itself may change it while a job in the background works.
  const isShared = machine.background > 0 && machine.world.followed.includes(from);
  const fact: FileFact = isShared ? { ...known, presence: 'maybe' } : known;
  const content = how === 'move' ? fileOf(machine, state, from).content : readFile(machine, state, from, at);
  const emptyLink = how === 'move' && machine.linked.has(from) && known.presence !== 'yes';
  if (fact.presence === 'no' && !emptyLink && !machine.world.isVolatile(from) && !source.glob) return 1;
  const key = intoFolder ? `${to}/${nameOfPath(from)}` : to;
  if (!order.makesFolders && !folderIsThere(machine, state, key)) return 1;
  if (intoFolder && !isRoot && there.presence === 'no') return 1;
  if (key === from) return 1;
  const file: TransferredFile = { from, fact, isShared, isPattern: source.glob, content, key };
  if (emptyLink) return moveEmptyLink(order, file);
  if (machine.linked.has(key) && machine.linked.has(from)) return leaveOneFile(order, file);
  if (fact.directory === true) {
    if (how === 'copy' && !order.copiesFolders) return 1;
    setFile(state, key, { presence: 'yes', directory: true, since: state.slept });
    return fact.presence === 'maybe' ? undefined : 0;
  }
  const before = fileOf(machine, state, key);
  const isLink = machine.linked.has(key);
  if (how === 'copy' && isLink && before.presence !== 'yes') {
    // Through a link that leads nowhere nothing is copied.
    perhapsWritten(order, key);
    return undefined;
  }
  if (order.keepsOld && (before.presence !== 'no' || isLink)) return keepOld(order, file, before);
  return put(order, file, before);
}

/** A link that leads nowhere takes the place of a file, and is no file. */
function moveEmptyLink(order: Transfer, { from, key }: TransferredFile): Status {
  const { machine, state, at } = order.call;
  perhapsWritten(order, key);
  machine.linked.add(key);
  removed(machine, state, from, at, 'maybe');
  return undefined;
}

/** Perhaps one file under two names, which is not copied. */
function leaveOneFile({ call, how }: Transfer, { from, fact, key }: TransferredFile): Status {
  const { machine, state } = call;
  const { content: _, ...rest } = fileOf(machine, state, key);
  setFile(state, key, rest.presence === 'no' ? { ...rest, presence: 'maybe' } : rest);
  if (how === 'move' && fact.presence === 'yes') setFile(state, from, { ...fact, presence: 'maybe' });
  return undefined;
}

/** What is there stays; newer versions say so with their status. */
function keepOld(order: Transfer, { from, key }: TransferredFile, before: FileFact): Status {
  const { machine, state, at } = order.call;
  if (before.presence === 'yes') {
    // Unless somebody removes it while this runs beside the script.
    if (machine.touched?.has(key) === false) machine.touched.set(key, 'written');
    return undefined;
  }
  if (before.presence === 'no') perhapsWritten(order, key);
  else written(machine, state, key, { how: 'copy', content: undefined, at });
  if (order.how === 'move') removed(machine, state, from, at, 'maybe');
  return undefined;
}

function put(order: Transfer, file: TransferredFile, before: FileFact): Status {
  const { call, how } = order;
  const { from, fact, isPattern, key } = file;
  const { machine, state, at } = call;
  // Whoever creates the same file at that moment makes this fail.
  const isContestedBeside = machine.background > 0 && machine.world.followed.includes(key);
  const mayFail = before.presence !== 'yes' && (isContestedBeside || isContested(state, key));
  // What `install` replaces is not there for a moment.
  if (order.replaces) machine.touched?.set(key, 'removed');
  const content = fact.presence === 'yes' ? file.content : undefined;
  written(machine, state, key, { how: 'copy', content, at });
  if (fact.presence === 'maybe' || isPattern) {
    const after = fileOf(machine, state, key);
    const isCertain =
      before.presence === 'yes' || (fact.written === undefined && !isPattern && !file.isShared);
    setFile(state, key, { ...after, presence: isCertain ? 'yes' : 'maybe' });
  }
  if (how === 'move') {
    if (isPattern) removeMatching(call, from);
    else removed(machine, state, from, at, fact.presence === 'yes' ? 'no' : 'maybe');
  }
  return mayFail || fact.presence === 'maybe' ? undefined : 0;
}

/** A file of unknown content that may be there or not. */
function perhapsWritten({ call: { machine, state, at } }: Transfer, key: PathKey): void {
  written(machine, state, key, { how: 'copy', content: undefined, at });
  setFile(state, key, { ...fileOf(machine, state, key), presence: 'maybe' });
}
