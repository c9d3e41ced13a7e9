import { escapePattern } from '../../base/escape-pattern.ts';
import { isOneEdit } from '../../base/one-edit.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { workflowFileOf } from '../contract/owner.ts';
import { misspeltVariables } from '../shell/misspelt-variables.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { readsVariable } from '../shell/variable-texts.ts';
import { assignmentsOf } from './assignments.ts';
import { relatedName, type SetName, sameKind } from './related-names.ts';
import { isNamedAnywhere, type VariableSources, variableSources } from './sources.ts';
import { type UnsetRead, unsetReads } from './unset-reads.ts';

/** A variable that nobody sets, or that is read before anybody does. */
export interface UnsetVariable extends UnsetRead {
  /** The variable that was probably meant. */
  readonly near: string | undefined;
  /** The file of settings in which it was to be expected. */
  readonly file: string | undefined;
}

/**
 * The variables that a script reads and that nobody can have set for it. Where it is not known who may have, there are
 * none; a name in capitals, which a site or a user may have given, counts only when one that is set is near to it.
 */
export function unsetVariables(script: Script, context: AnalysisContext): readonly UnsetVariable[] {
  if (!/^(run|cleanup|start|lone|written)$/.test(script.role)) return [];
  const reads = context
    .ask(unsetReads, script)
    .filter(({ name, why }) => (why === 'nowhere' || why === 'later') && !isConventionalVariable(name));
  if (reads.length === 0) return [];
  const sources = context.ask(variableSources, script);
  if (sources.open && !sources.onlyPrograms) return [];
  const fields = formNames(script, context);
  const known = new Set([...sources.given, ...sources.files.flatMap(({ sets }) => [...sets])]);
  const misspelt = new Set(context.ask(misspeltVariables, script).map(({ name }) => name));
  const set = namesSet(script, context, sources);
  const missing = new Set(reads.flatMap(({ name, why }) => (why === 'nowhere' ? [name] : [])));
  const unread = missing.size === 1 ? onlyUnread(script, context) : undefined;
  // a file that a step writes anew with other fields holds no more than what is written
  const isReplaced =
    sources.files.some(({ sets, anew }) => anew && [...sets].some((name) => fields.has(name))) ||
    (script.role === 'written' && setsFields(script, fields, context));
  const found: UnsetVariable[] = [];
  for (const read of reads) {
    const { name, why } = read;
    const isLeftOut = isReplaced && fields.has(name);
    if (known.has(name) || misspelt.has(name) || (fields.has(name) && !isLeftOut)) continue;
    const isQuiet = /[a-z]/.test(name);
    const file = sources.files.find(({ sets }) => near(name, [...sets]) !== undefined)?.name;
    if (sources.onlyPrograms && !(isLeftOut && name.includes('_'))) continue;
    if (why === 'later') {
      if (!isQuiet || read.tested || isOwn(read) || isNamedAnywhere(name, context, script)) continue;
      found.push({ ...read, near: undefined, file: undefined });
      continue;
    }
    if (isToldElsewhere(read) || isNamedAnywhere(name, context)) continue;
    const meant =
      relatedName(name, set) ?? near(name, [...known]) ?? slipOf(name, set) ?? unread ?? sameKind(name, set);
    // the platform's own file of fields may hold more than is known
    const mayBeGiven =
      script.role === 'lone' || script.role === 'started' || sources.files.some(({ ofForm }) => ofForm);
    // a flag that is only compared may be left out on purpose
    if (meant === undefined && (!isQuiet || mayBeGiven || (read.tested && !isLeftOut))) continue;
    found.push({ ...read, near: meant, file });
  }
  return found;
}

/** What the script, its environment and its files set; of the last two what the script does not read itself. */
function namesSet(script: Script, context: AnalysisContext, sources: VariableSources): readonly SetName[] {
  const { tree } = context.ask(parsedScript, script);
  const { text } = script.shell;
  const own = [...context.ask(assignmentsOf, tree)].map(([name, [first]]) => ({ name, value: first?.value }));
  const others = [...sources.given, ...sources.files.flatMap(({ sets }) => [...sets])]
    .filter((name) => !readsVariable(text, name))
    .map((name) => ({ name }));
  return [...own, ...others];
}

/** The one variable that a script gives a value in one place and never reads, where there is just one such. */
function onlyUnread(script: Script, context: AnalysisContext): string | undefined {
  const { tree } = context.ask(parsedScript, script);
  const { text } = script.shell;
  const unread = [...context.ask(assignmentsOf, tree)].flatMap(([name, all]) => {
    const [only] = all;
    if (only?.value === undefined || all.length > 1 || only.within !== 'shell' || /[A-Z]/.test(name))
      return [];
    // what another program may read, or a text that is evaluated
    if (
      new RegExp(`(?<![\\w])${escapePattern(name)}\\b`).test(
        text.replaceAll(new RegExp(`^\\s*${escapePattern(name)}=`, 'gm'), ''),
      )
    )
      return [];
    return [name];
  });
  return unread.length === 1 ? unread[0] : undefined;
}

/** The one name that has another one in it, but for a first or a last word, or but for one word in its middle. */
function near(name: string, names: readonly string[]): string | undefined {
  const words = name.split('_');
  const found = names.filter((other) => {
    const theirs = other.split('_');
    const [few, many] = words.length <= theirs.length ? [words, theirs] : [theirs, words];
    if (few.length < 2) return false;
    if (few.length < many.length) {
      const text = few.join('_');
      return (
        many.length - few.length === 1 &&
        (many.slice(1).join('_') === text || many.slice(0, -1).join('_') === text)
      );
    }
    if (few.length < 3) return false;
    return few.filter((word, index) => word !== many[index]).length === 1 && few[0] === many[0];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The one variable of those that are set from which a name differs by one letter; numbers part one from another. */
function slipOf(name: string, set: readonly SetName[]): string | undefined {
  if (name.length < 5) return undefined;
  const found = set.filter(({ name: other }) => {
    return isOneEdit(name, other) && name.replace(/\d/g, '') !== other.replace(/\d/g, '');
  });
  return found.length === 1 ? found[0]?.name : undefined;
}

/** Whether the command that reads a variable sets it as well: `list="$list $one"`, `name=x echo "$name"`. */
function isOwn({ name, assigned, command }: UnsetRead): boolean {
  return (
    assigned === name ||
    command?.prefix.some((part) => part.type === 'Assignment' && part.name === name) === true
  );
}

/** What ends processes, and a port that `pw` is to choose, are told by rules of their own. */
function isToldElsewhere({ name, command }: UnsetRead): boolean {
  const program = command?.name?.value ?? '';
  return /^(kill|scancel|qdel|docker|podman)$/.test(program) || (program === 'pw' && /^port$/i.test(name));
}

/** The names that the fields of the form would have as variables. */
function formNames(script: Script, context: AnalysisContext): ReadonlySet<string> {
  const fields = workflowFileOf(script, context)?.workflow?.form.all ?? [];
  return new Set(
    fields.flatMap(({ path, reference }) => [path.at(-1) ?? '', path.join('_'), reference.join('_')]),
  );
}

/** Whether a script that a step writes begins with values of fields under their names. */
function setsFields(script: Script, fields: ReadonlySet<string>, context: AnalysisContext): boolean {
  const { tree } = context.ask(parsedScript, script);
  return [...context.ask(assignmentsOf, tree)].some(
    ([name, [first]]) =>
      fields.has(name) &&
      first !== undefined &&
      script.holes.some(({ start, end }) => first.start < start && end <= first.end),
  );
}
