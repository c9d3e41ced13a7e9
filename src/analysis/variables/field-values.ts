import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import { stretchesWithin } from '../../model/script.ts';
import type { ExpressionSite, InputField, Workflow, WorkflowFile } from '../../model/workflow.ts';
import type { WrittenExpression } from '../../model/written-expression.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { textOf } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { workflowFileOf } from '../contract/owner.ts';
import { expressionsWithin } from '../expressions/expressions-within.ts';
import { referenceAt } from '../expressions/references.ts';
import { valueFacts } from '../expressions/value-facts.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import { assignmentsOf } from './assignments.ts';
import { namesGiven } from './names-given.ts';

/** What the text of a word can be in a script: a choice that is made in the form. */
export interface FieldValues {
  /** Of the variable or the expression: the same for all words that read the same. */
  readonly key: string;
  /** Every text that it can be, but for the empty one. */
  readonly values: readonly string[];
  readonly isFlag: boolean;
  /** In words: `the dropdown "mode"`. */
  readonly words: string;
  readonly field: InputField | undefined;
}

type Source = Omit<FieldValues, 'key'> | { readonly literal: string } | undefined;

/** Copies of copies are followed this deep. */
const deepest = 4;

/**
 * What a word of a script can be, where it is one variable or one expression that holds nothing but an option of the form,
 * an output or a flag; `undefined` where it is anything else, or where something that is not known may set the variable.
 */
export function fieldValues(word: Word, script: Script, context: AnalysisContext): FieldValues | undefined {
  const hole = holeOf(script, word);
  if (hole !== undefined) {
    const workflow = workflowFileOf(script, context)?.workflow;
    const source = workflow && ofSite(hole, workflow, context);
    return source === undefined || 'literal' in source
      ? undefined
      : { key: hole.text.text.trim(), ...source };
  }
  const read = readOf(word);
  if (read === undefined) return undefined;
  const joined = join(sourcesOf(read.name, script, context, 0));
  if (joined === undefined) return undefined;
  const values = read.otherwise === undefined ? joined.values : [...joined.values, read.otherwise];
  return { ...joined, values, key: `$${read.name}` };
}

/** The one expression that a word consists of, with or without quotes. */
function holeOf(script: Script, { pos, end, text }: Word): WrittenExpression | undefined {
  const quoted = text.startsWith('"') && text.endsWith('"') ? 1 : 0;
  for (const hole of stretchesWithin(script.holes, pos, end)) {
    if (hole.start === pos + quoted && hole.end === end - quoted) return hole.site;
  }
  return undefined;
}

/** The variable that a word reads as it is, and what stands in its place when it is unset. */
function readOf({
  text,
}: {
  readonly text: string;
}): { readonly name: string; readonly otherwise: string | undefined } | undefined {
  const [, bare, braced, otherwise] =
    /^"?\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-([\w.-]*))?\})"?$/.exec(text) ?? [];
  const name = bare ?? braced;
  return name === undefined ? undefined : { name, otherwise: otherwise === '' ? undefined : otherwise };
}

function ofSite(site: WrittenExpression, workflow: Workflow, context: AnalysisContext): Source {
  const placed: ExpressionSite | undefined = expressionsWithin(workflow, site.span)[0];
  const reference = placed?.expression === undefined ? undefined : referenceAt(placed, placed.expression);
  if (reference === undefined) return undefined;
  const { kind, values, words, field } = valueFacts(reference, workflow, context);
  if (kind === 'boolean') return { values: ['true', 'false'], isFlag: true, words, field };
  return kind === 'number' || values === undefined ? undefined : { values, isFlag: false, words, field };
}

/** What several sources can give together; `undefined` when one of them is not known, or none is a field. */
function join(sources: readonly Source[]): Omit<FieldValues, 'key'> | undefined {
  const known = sources.filter((source) => source !== undefined);
  const [first] = known.flatMap((source) => ('literal' in source ? [] : [source]));
  if (first === undefined || known.length < sources.length) return undefined;
  const values = known.flatMap((source) => ('literal' in source ? [source.literal] : source.values));
  return { ...first, values: [...new Set(values)].filter((value) => value !== '') };
}

/** All that can give a variable its value in a script. */
function sourcesOf(name: string, script: Script, context: AnalysisContext, depth: number): readonly Source[] {
  if (depth > deepest) return [undefined];
  const own = ownSources(name, script, context, depth);
  if (own.includes(undefined) || others(name, script, context)) return [undefined];
  const file = workflowFileOf(script, context);
  const givers = script.job === undefined || file === undefined ? context.workspace.workflows : [file];
  return [...own, ...givers.flatMap((giver) => given(name, giver, script, context))];
}

/** What a script assigns to the variable itself. */
function ownSources(
  name: string,
  script: Script,
  context: AnalysisContext,
  depth: number,
): readonly Source[] {
  const { tree } = context.ask(parsedScript, script);
  return (context.ask(assignmentsOf, tree).get(name) ?? []).flatMap(
    ({ value, start, end }): readonly Source[] => {
      // `export NAME` by itself
      if (value === undefined) return script.shell.text.slice(start, end) === name ? [] : [undefined];
      const pos = end - value.length;
      const hole = holeOf(script, { type: 'Word', text: value, value, pos, end });
      if (hole !== undefined) {
        const workflow = workflowFileOf(script, context)?.workflow;
        return [workflow && ofSite(hole, workflow, context)];
      }
      const read = readOf({ text: value });
      if (read !== undefined) {
        const otherwise = read.otherwise === undefined ? [] : [{ literal: read.otherwise }];
        return read.name === name
          ? otherwise
          : [...sourcesOf(read.name, script, context, depth + 1), ...otherwise];
      }
      return [literalSource(value)];
    },
  );
}

function literalSource(written: string): Source {
  const [, literal] = /^["']?([\w.+-]*)["']?$/.exec(written) ?? [];
  return literal === undefined ? undefined : { literal };
}

/** What the steps of a workflow hand over under a name: by `env`, or by lines that they write into a script or a file of settings. */
function given(
  name: string,
  { workflow }: WorkflowFile,
  reader: Script,
  context: AnalysisContext,
): readonly Source[] {
  if (workflow === undefined) return [];
  const { environment, written } = context.ask(namesGiven, context.workspace);
  const byEnvironment = [...(environment.get(name) ?? [])].flatMap((one): readonly Source[] => {
    if (one.workflow !== workflow) return [];
    const { value } = one;
    const [site, more] = expressionsWithin(workflow, value.span);
    if (site === undefined) return [literalSource(textOf(value) ?? '?')];
    return [more === undefined && site.whole ? ofSite(site, workflow, context) : undefined];
  });
  if (!written.get(name)?.has(workflow)) return byEnvironment;
  const byText = workflow.scripts
    .filter((script) => script !== reader && script.role !== 'written')
    .flatMap((script) => writtenBy(name, script, workflow, context));
  return [...byEnvironment, ...byText];
}

/** What a block assigns to a name, in its own shell or in a text that it writes. */
function writtenBy(
  name: string,
  { text: { text }, holes }: Script,
  workflow: Workflow,
  context: AnalysisContext,
): readonly Source[] {
  const assignment = new RegExp(`(?<![\\w$./-])${escapePattern(name)}\\+?=(\\\\?["'])?`, 'g');
  return Array.from(text.matchAll(assignment), ({ 0: whole, index }): Source => {
    const from = index + whole.length;
    const hole = holes.find(({ start }) => start === from);
    const behind = text.slice(hole?.end ?? from);
    if (hole !== undefined)
      return /^(\\?["'])?(?=[\s;|)"'\\]|$)/.test(behind) ? ofSite(hole.site, workflow, context) : undefined;
    const [, literal] = /^([\w.+-]*)(?=\\?["'\s;]|$)/.exec(behind) ?? [];
    return literal === undefined ? undefined : { literal };
  });
}

/** Whether another script of the repository sets the variable: then nothing is known. */
function others(name: string, { path }: Script, context: AnalysisContext): boolean {
  const setting = context.ask(namesGiven, context.workspace).files.get(name);
  return [...(setting ?? [])].some((other) => other !== path);
}
