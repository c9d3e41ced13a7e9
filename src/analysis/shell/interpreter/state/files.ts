import type { Span } from '../../../../source/span.ts';
import { fileOf, type Machine, momentOf, note, noteWrite } from '../machine.ts';
import type { Moment, ScriptEvent } from './events.ts';
import { folderOfPath, isCertainPath, mayBeSamePath, nameOfPath, type PathKey, pathKey } from './job-path.ts';
import { type State, setFile } from './state.ts';
import { concat, emptyValue, isTooLong, literal, type Value } from './value.ts';

/** Notes that a file is written, and what is in it then; `moment` is the one before the writing. */
export function written(
  machine: Machine,
  state: State,
  key: PathKey,
  more: {
    readonly how: Extract<ScriptEvent, { kind: 'write' }>['how'];
    readonly content: Value | undefined;
    readonly at: Span;
    readonly moment?: Moment;
  },
): void {
  const moment = more.moment ?? momentOf(machine, state, more.at);
  const before = fileOf(machine, state, key);
  const content =
    more.how === 'touch'
      ? before.presence === 'no'
        ? emptyValue
        : before.content
      : more.how === 'append'
        ? appended(before.presence === 'no' ? emptyValue : before.content, more.content)
        : more.content;
  if (machine.touched?.has(key) === false) machine.touched.set(key, 'written');
  const contested = isContested(state, key);
  setFile(state, key, {
    presence: contested ? 'maybe' : 'yes',
    directory: false,
    ...(content !== undefined &&
      !isTooLong(content) &&
      !contested &&
      !machine.linked.has(key) && { content }),
    written: more.at,
    since: state.slept,
  });
  changeLinked(machine, state, key, 'written');
  blur(machine, state, key, more.at);
  noteWrite(machine, {
    ...moment,
    at: more.at,
    kind: 'write',
    file: key,
    how: more.how,
    content: more.how === 'touch' ? undefined : more.content,
  });
}

/** Whether a job in the background may change the file at any time. */
export function isContested(state: State, key: PathKey): boolean {
  return [...state.jobs, ...state.outerJobs].some((job) => job.files.has(key));
}

/** What is done to a file under one of its names shows under the others: a link leads somewhere again, or nowhere. */
function changeLinked(machine: Machine, state: State, key: PathKey, what: 'written' | 'removed'): void {
  if (!machine.linked.has(key)) return;
  for (const other of machine.linked) {
    if (other === key) continue;
    const fact = fileOf(machine, state, other);
    const changed = what === 'written' ? fact.presence === 'no' : fact.presence === 'yes';
    const { content: _, ...rest } = fact;
    setFile(state, other, { ...rest, ...(changed && { presence: 'maybe' }), since: state.slept });
  }
}

function appended(before: Value | undefined, more: Value | undefined): Value | undefined {
  return before === undefined || more === undefined ? undefined : concat(before, more);
}

/** A path that may be a followed file makes that file uncertain. */
function blur(machine: Machine, state: State, key: PathKey, at: Span): void {
  for (const followed of machine.world.followed) {
    if (followed === key || !mayBeSamePath(followed, key)) continue;
    const fact = fileOf(machine, state, followed);
    setFile(state, followed, {
      presence: fact.presence === 'yes' ? 'yes' : 'maybe',
      written: fact.written ?? at,
      since: fact.since,
    });
  }
}

/** Notes that a file is gone. */
export function removed(
  machine: Machine,
  state: State,
  key: PathKey,
  at: Span,
  presence: 'no' | 'maybe',
): void {
  note(machine, state, at, key, (moment) => ({ ...moment, kind: 'remove', file: key }));
  machine.touched?.set(key, 'removed');
  const before = fileOf(machine, state, key);
  setFile(state, key, {
    presence: isContested(state, key) ? 'maybe' : before.presence === 'no' ? 'no' : presence,
    since: state.slept,
    ...(presence === 'maybe' && before.written !== undefined && { written: before.written }),
  });
  changeLinked(machine, state, key, 'removed');
  for (const followed of machine.world.followed) {
    if (followed === key || !mayBeSamePath(followed, key) || isCertainPath(key)) continue;
    const fact = fileOf(machine, state, followed);
    if (fact.presence === 'yes') setFile(state, followed, { ...fact, presence: 'maybe' });
  }
}

/** Notes that a file is read; gives its content where it is known. */
export function readFile(machine: Machine, state: State, key: PathKey, at: Span): Value | undefined {
  const fact = fileOf(machine, state, key);
  if (machine.world.followed.includes(key)) {
    const sinceSeen = new Map<PathKey, number>();
    for (const followed of machine.world.followed) {
      const one = fileOf(machine, state, followed);
      if (one.presence === 'yes') sinceSeen.set(followed, Math.max(0, state.slept - one.since));
    }
    note(machine, state, at, `read ${key}`, (moment) => ({ ...moment, kind: 'read', file: key, sinceSeen }));
  }
  if (fact.content !== undefined || fact.written !== undefined || fact.presence === 'no')
    return fact.presence === 'yes' ? fact.content : undefined;
  const text = machine.world.script(key)?.text.text;
  return text === undefined || text.length > longestRead ? undefined : literal(text);
}

/** The longest script of the repository that is read as a text, in characters. */
const longestRead = 20_000;

/** Whether a script wrote a file of which not all lines are known, so that it may do anything when it runs. */
export function isWrittenUnknown(state: State, key: PathKey): boolean {
  const fact = state.files.get(key);
  if (fact?.written === undefined || fact.presence === 'no') return false;
  return fact.content === undefined || holdsFile(fact.content);
}

/** Whether the lines of another file stand in a text, which are not known. */
export function holdsFile(text: Value): boolean {
  return text.some((piece) => typeof piece !== 'string' && piece.origin.kind === 'file');
}

/** Makes every followed file uncertain: something that is not known was run. */
export function anythingTouched(machine: Machine, state: State, at: Span): void {
  for (const followed of machine.world.followed) {
    const fact = fileOf(machine, state, followed);
    setFile(state, followed, { presence: 'maybe', written: fact.written ?? at, since: state.slept });
  }
}

/**
 * Makes every followed file uncertain whose name stands in these texts, the words of a program or what it reads: it may
 * write or remove the file.
 */
export function touchedByName(machine: Machine, state: State, words: readonly Value[], at: Span): void {
  for (const followed of machine.world.followed) {
    const name = nameOfPath(followed);
    if (!words.some((word) => mentions(word, name) || leadsTo(machine, state, word, name))) continue;
    const fact = fileOf(machine, state, followed);
    setFile(state, followed, { presence: 'maybe', written: fact.written ?? at, since: state.slept });
  }
}

/** Whether the folder of a path is certainly there; one that nothing is known of counts as there. */
export function folderIsCertain(state: State, key: PathKey): boolean {
  const fact = state.files.get(folderOfPath(key));
  return fact === undefined || fact.presence === 'yes';
}

function mentions(text: Value, name: string): boolean {
  return text.some((piece) => typeof piece === 'string' && piece.includes(name));
}

/** Whether a word is the path of a file, such as a script written on the spot, in which the name stands. */
function leadsTo(machine: Machine, state: State, word: Value, name: string): boolean {
  const key = pathKey(word, state.cwd);
  const { content } = key === undefined ? {} : fileOf(machine, state, key);
  return content !== undefined && mentions(content, name);
}

/** Makes uncertain the followed files that lie elsewhere under the same name: a copy of a folder may bring them. */
export function broughtWithFolder(machine: Machine, state: State, at: Span): void {
  for (const followed of machine.world.followed) {
    const fact = fileOf(machine, state, followed);
    if (fact.presence !== 'no') continue;
    const elsewhere = [...state.files].some(
      ([key, other]) =>
        key !== followed && other.presence !== 'no' && nameOfPath(key) === nameOfPath(followed),
    );
    if (!elsewhere) continue;
    setFile(state, followed, { presence: 'maybe', written: fact.written ?? at, since: state.slept });
  }
}

/** Whether something can be created at a path: its folder is there, as far as is known. */
export function folderIsThere(machine: Machine, state: State, key: PathKey): boolean {
  const folder = folderOfPath(key);
  if (folder === state.cwd || folder === '/' || (folder.startsWith('@') && !folder.includes('/')))
    return true;
  const fact = fileOf(machine, state, folder);
  return fact.presence !== 'no' && fact.directory !== false;
}
