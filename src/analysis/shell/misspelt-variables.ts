import { isSwap } from '../../base/one-edit.ts';
import { suggest } from '../../base/suggest.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import { scriptBehaviour } from '../contract/behaviour.ts';
import { ownerOf } from '../contract/owner.ts';
import { maySetAnything } from './foreign-variables.ts';
import { assignedNames } from './interpreter/loops/assigned-names.ts';
import { parsedScript } from './parsed-script.ts';
import { asksForVariable, firstRead } from './variable-texts.ts';

/** A variable that nothing sets, and the one that was probably meant. */
export interface MisspeltVariable {
  readonly name: string;
  readonly near: string;
  readonly at: Span;
  /** Whether the script has something to put in its place, as in `${name:-default}`. */
  readonly guarded: boolean;
}

/** What a script could have meant by a variable that nobody sets. */
interface Meant {
  /** Variables that the script sets itself, with the offset of the first place that does. */
  readonly own: ReadonlyMap<string, number>;
  /** Variables that the fields of the form become in a sourced `inputs.sh`. */
  readonly fields: ReadonlySet<string>;
}

/**
 * The variables of a script that nobody sets and that differ by a slip of the fingers from one that the script sets or
 * that a field of the form becomes: two letters swapped, one doubled or missing, capitals for small letters.
 */
export function misspeltVariables(script: Script, context: AnalysisContext): readonly MisspeltVariable[] {
  const fields = fieldVariables(script, context);
  const { tree, nodes } = context.ask(parsedScript, script);
  const own = new Map<string, number>();
  for (const node of nodes('Assignment', 'For')) {
    const name = node.type === 'Assignment' ? node.name : node.name.value;
    if (!own.has(name)) own.set(name, node.pos);
  }
  const { assigned } = assignedNames(tree, tree);
  const found = new Map<string, MisspeltVariable>();
  for (const event of context.ask(scriptBehaviour, script).events) {
    if (event.kind !== 'variable' || event.set === 'yes' || event.at.file !== script.path) continue;
    const { name, at, guarded, set } = event;
    if (name.length < 6 || own.has(name) || fields.has(name) || found.has(name)) continue;
    if (assigned !== 'any' && assigned.has(name)) continue;
    const ownMeant = set === 'maybe' || guarded ? undefined : suggest(name, keysNear(name, own));
    const near = ownMeant ?? fieldMeant(name, fields) ?? otherCase(name, { own, fields }, script);
    if (near === undefined) continue;
    if (ownMeant === undefined && namesSetElsewhere(script, context).has(name)) continue;
    found.set(name, { name, near, at, guarded });
  }
  return [...found.values()];
}

function keysNear(name: string, own: ReadonlyMap<string, number>): readonly string[] {
  return [...own.keys()].filter((one) => isSlip(name, one));
}

const sourcesForm = /(^|[\s;&|({])(source|\.)\s+["']?[^\s;"']*\binputs\.(sh|env)\b/m;

/** The names under which a script that sources `inputs.sh` finds the fields of the form. */
function fieldVariables(script: Script, context: AnalysisContext): ReadonlySet<string> {
  const form = ownerOf(script, context)?.workflow?.form;
  const { text } = script.shell;
  if (form === undefined || !text.includes('inputs.') || !sourcesForm.test(text)) return new Set();
  return new Set(form.all.flatMap(({ path, reference }) => [path.join('_'), reference.join('_')]));
}

/** The names that seem to be set by the workflow or by another script beside it, whatever reaches this one. */
function namesSetElsewhere(script: Script, context: AnalysisContext): ReadonlySet<string> {
  const file = ownerOf(script, context);
  const texts = [file?.source.text ?? '', ...(file?.scripts ?? []).map((other) => other.text.text)];
  const names = new Set<string>();
  for (const text of texts) {
    for (const [, name = ''] of text.matchAll(/\b([A-Za-z_]\w{4,})["']?\s*\+?[:=](?![-?+=])/g))
      names.add(name);
  }
  return names;
}

/** The field of the form whose variable a long name of several words almost is. */
function fieldMeant(name: string, fields: ReadonlySet<string>): string | undefined {
  if (name.length < 8) return undefined;
  const long = [...fields].filter((field) => field.includes('_'));
  // the name of a field and something more may be meant as it is
  if (long.some((field) => name.startsWith(field) || field.startsWith(name))) return undefined;
  const near = long.filter((field) => isSlip(name, field));
  return near.length === 1 ? near[0] : undefined;
}

/**
 * The variable that the script has set in other capitals before it reads this one. It must not have looked at this one
 * before, as scripts do that take a setting from their environment, nor ask whether it is set.
 */
function otherCase(name: string, { own }: Meant, script: Script): string | undefined {
  const near = [...own.keys()].find((one) => one !== name && one.toLowerCase() === name.toLowerCase());
  if (near === undefined || isConventionalVariable(name)) return undefined;
  const { text } = script.shell;
  const first = firstRead(text, name);
  if (first < (own.get(near) ?? 0)) return undefined;
  const line = text.slice(own.get(near), text.indexOf('\n', own.get(near)));
  if (asksForVariable(text, name) || line.includes(name)) return undefined;
  return maySetAnything(text.replaceAll(new RegExp(sourcesForm, 'gm'), '')) ? undefined : near;
}

/** Whether two names differ by one slip that does not make another word of it, such as a plural or a number. */
function isSlip(name: string, other: string): boolean {
  if (name.toLowerCase() === other.toLowerCase() || Math.abs(name.length - other.length) > 1) return false;
  if (`${name}s`.toLowerCase() === other.toLowerCase() || `${other}s`.toLowerCase() === name.toLowerCase())
    return false;
  if (name.replace(/\d/g, '') === other.replace(/\d/g, '')) return false;
  if (isSwap(name.toLowerCase(), other.toLowerCase())) return true;
  // One letter more or less within the name, not a prefix or an ending.
  if (name.length === other.length) return false;
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  return name[0] === other[0] && name.at(-1) === other.at(-1) && lacksOneLetter(short, long);
}

/** Whether a name is another one without one of its letters. */
function lacksOneLetter(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at]?.toLowerCase() === long[at]?.toLowerCase()) at++;
  return short.slice(at).toLowerCase() === long.slice(at + 1).toLowerCase();
}
