import type { Script } from '../../model/script.ts';
import type { InputField, WorkflowFile } from '../../model/workflow.ts';
import type { NodeOf, Word } from '../../syntax/bash/tree.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { ownerOf } from '../contract/owner.ts';
import { expressionsWithin } from '../expressions/expressions-within.ts';
import { freeTextIn } from '../form/free-text.ts';
import { holdsCode, isPassword, isProse } from '../form/prose.ts';
import { parsedScript } from '../shell/parsed-script.ts';
import type { WrittenScript } from './written-script.ts';
import { writtenScripts } from './written-scripts.ts';

/** A text with blanks or quotes in it whose value is put into an assignment of a written script. */
export interface WrittenValue {
  readonly written: WrittenScript;
  /** The variable that the written script sets. */
  readonly name: string;
  /** Offsets into the text of the written script. */
  readonly start: number;
  readonly end: number;
  /** The quotes around it in the written script. */
  readonly quote: 'none' | 'single';
  readonly holds: Held;
}

/** What is typed in: a text with blanks in it, or a password, in which any character may stand. */
type Held = 'words' | 'password';

/** The values of several words that a script puts, bare or between single quotes, into the assignments of another one. */
export function writtenValues(script: Script, context: AnalysisContext): readonly WrittenValue[] {
  const all = context.ask(writtenScripts, script);
  const candidates = all.filter((one) => (one.script.filled?.length ?? 0) + one.script.holes.length > 0);
  if (candidates.length === 0) return [];
  const file = ownerOf(script, context);
  const wordy = wordyVariables(script, file, context);
  return candidates.flatMap((written) => {
    const { filled = [], holes } = written.script;
    const workflow = file?.workflow;
    const places = [
      ...holes.flatMap((hole): readonly Place[] => {
        const fields = workflow === undefined ? [] : freeTextIn(hole.site, workflow);
        const holds = heldBy(fields);
        return holds === undefined ? [] : [{ ...hole, holds, code: fields.some(holdsCode) }];
      }),
      ...filled.flatMap(({ start, end }): readonly Place[] => {
        const [, name = ''] = /^\$\{?(\w+)\}?$/.exec(written.script.text.text.slice(start, end)) ?? [];
        const holds = wordy.get(name);
        return holds === undefined ? [] : [{ start, end, holds }];
      }),
    ];
    return places.length === 0 ? [] : valuesAt(written, places, context);
  });
}

function heldBy(fields: readonly InputField[]): Held | undefined {
  if (fields.some(isProse)) return 'words';
  return fields.some(isPassword) ? 'password' : undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly holds: Held;
  /** Whether the text is code, whose quotes are meant. */
  readonly code?: boolean;
}

function valuesAt(
  written: WrittenScript,
  places: readonly Place[],
  context: AnalysisContext,
): readonly WrittenValue[] {
  const found: WrittenValue[] = [];
  for (const node of context.ask(parsedScript, written.script).nodes('Assignment')) {
    if (node.value.type !== 'Word') continue;
    for (const { start, end, code, holds } of places) {
      const quote = start >= node.pos && end <= node.end ? quoteAround(node.value, start) : undefined;
      if (quote === undefined || (quote === 'single' && (code || holds === 'password'))) continue;
      found.push({ written, name: node.name, start, end, quote, holds });
    }
  }
  return found;
}

function quoteAround({ parts = [], pos, end }: Word, offset: number): WrittenValue['quote'] | undefined {
  for (const part of parts) {
    if (offset < part.pos || offset >= part.end) continue;
    if (part.type === 'SingleQuoted') return 'single';
    return part.type === 'ParameterExpansion' || part.type === 'SimpleExpansion' ? 'none' : undefined;
  }
  return parts.length === 0 && pos === offset && offset < end ? 'none' : undefined;
}

/** The variables of a script that hold such a text: from a field in `env`, or from the script itself. */
function wordyVariables(
  script: Script,
  file: WorkflowFile | undefined,
  context: AnalysisContext,
): ReadonlyMap<string, Held> {
  const names = new Map<string, Held>();
  const workflow = file?.workflow;
  const job = workflow?.jobs.find((one) => one.id.value === script.job);
  const step = job?.steps[script.stepIndex ?? -1];
  const environments = [valueAt(file?.tree, 'env'), valueAt(job?.node, 'env'), valueAt(step?.node, 'env')];
  for (const environment of workflow === undefined ? [] : environments) {
    for (const [name, value] of pairsOf(environment)) {
      const sites = workflow === undefined ? [] : expressionsWithin(workflow, value.span);
      const holds = heldBy(workflow === undefined ? [] : sites.flatMap((site) => freeTextIn(site, workflow)));
      if (holds !== undefined) names.set(name, holds);
    }
  }
  for (const node of context.ask(parsedScript, script).nodes('Assignment')) {
    const holds = heldAfter(node, script, file);
    if (holds !== undefined) names.set(node.name, holds);
  }
  return names;
}

function heldAfter(
  { value }: NodeOf<'Assignment'>,
  script: Script,
  file: WorkflowFile | undefined,
): Held | undefined {
  if (value.type !== 'Word') return undefined;

  const quotes = /^["']/.test(value.text) ? 1 : 0;
  const inside = script.holes.filter(
    ({ start, end }) => start === value.pos + quotes && end === value.end - quotes,
  );
  const { workflow } = file ?? {};
  const holds = heldBy(
    workflow === undefined ? [] : inside.flatMap(({ site }) => freeTextIn(site, workflow)),
  );
  if (holds !== undefined) return holds;
  return /^"[^"$`\\]*\w \w[^"$`\\]*"$|^'[^']*\w \w[^']*'$/.test(value.text) ? 'words' : undefined;
}

function pairsOf(node: YamlNode | undefined): readonly (readonly [string, YamlNode])[] {
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap((pair) => {
    const name = pair.key.kind === 'scalar' ? pair.key.text.text : undefined;
    return name === undefined || pair.value === undefined ? [] : [[name, pair.value] as const];
  });
}
