import type { Edit } from '../../diagnostics/finding.ts';
import { namePatterns } from '../../facts/tables/name-patterns.ts';
import type { FilePath, Span } from '../../source/span.ts';
import type { Reading } from '../typing/last-good.ts';
import { allOccurrences, nameAt } from './find-names.ts';
import { fileVariable, inputVariable } from './input-variable.ts';
import { isSameKey, type NamedKind, type Occurrence } from './occurrence.ts';

/** What can get another name: what it is called now, and where that stands. */
export interface Renamable {
  readonly span: Span;
  readonly name: string;
}

/** The edits of all files that give something another name, or why it cannot have it. */
export type RenameAnswer =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly message: string };

/** What can be renamed at an offset; `undefined` when nothing can. */
export function renamableAt(reading: Reading, file: FilePath, offset: number): Renamable | undefined {
  const here = nameAt(reading, file, offset);
  if (here === undefined || patternOf(here.kind) === undefined || here.form !== 'name') return undefined;
  return { span: here.span, name: here.key.at(-1) ?? '' };
}

/** Gives what is named at an offset another name, everywhere: an input also in the variables that are made of it. */
export function rename(reading: Reading, file: FilePath, offset: number, name: string): RenameAnswer {
  const here = nameAt(reading, file, offset);
  const pattern = here && patternOf(here.kind);
  if (here === undefined || pattern === undefined || here.form !== 'name')
    return refused('inputs, jobs, sessions and steps can be renamed, and nothing else');
  if (!new RegExp(pattern.pattern).test(name))
    return refused(`the name of ${articles[here.kind]} may have only ${pattern.words}, not "${name}"`);
  const after = [...here.key.slice(0, -1), name];
  const all = reading.context.ask(allOccurrences, reading.workspace);
  const taken = all.find(
    (one) => one.kind === here.kind && one.role === 'declaration' && isSameKey(one.key, after),
  );
  if (taken !== undefined && name !== here.key.at(-1)) return refused(`"${name}" is the name of another one`);
  const edits = new Map<string, Edit>();
  for (const one of all) {
    const replacement = replacementOf(one, here, after);
    if (replacement === undefined) continue;
    edits.set(`${one.span.file}:${one.span.start}`, { span: one.span, replacement });
  }
  return { kind: 'edits', edits: [...edits.values()] };
}

/** What stands in the place of an occurrence afterwards; `undefined` when it stays. */
function replacementOf(one: Occurrence, here: Occurrence, after: readonly string[]): string | undefined {
  if (one.kind !== here.kind) return undefined;
  if (one.form === 'name') return isSameKey(one.key, here.key) ? after.at(-1) : undefined;
  // The variable of an input has the names of the groups around it.
  if (!isSameKey(one.key.slice(0, here.key.length), here.key)) return undefined;
  const path = [...after, ...one.key.slice(here.key.length)].slice(1);
  return one.form === 'variable' ? inputVariable(path) : fileVariable(path);
}

const articles: Readonly<Record<NamedKind, string>> = {
  input: 'an input',
  job: 'a job',
  session: 'a session',
  step: 'a step',
  output: 'an output',
  script: 'a script',
};

function patternOf(kind: NamedKind) {
  const name = kind === 'job' ? 'job-name' : 'key';
  const isRenamable = kind === 'input' || kind === 'job' || kind === 'session' || kind === 'step';
  return isRenamable ? namePatterns.find((one) => one.name === name) : undefined;
}

function refused(message: string): RenameAnswer {
  return { kind: 'refused', message };
}
