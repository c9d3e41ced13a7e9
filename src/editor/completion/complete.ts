import { environmentVariables } from '../../facts/tables/environment-variables.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { FilePath } from '../../source/span.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { inputVariable } from '../names/input-variable.ts';
import { scriptAt } from '../position/scripts-at.ts';
import { yamlPlaceAt } from '../position/yaml-place.ts';
import type { Reading } from '../typing/last-good.ts';
import { lineAt } from '../typing/text-change.ts';
import { expressionWords } from './expression-words.ts';
import { itemKeyWords, keyWords, valueWords } from './language-words.ts';
import { repairedLine } from './repaired-line.ts';
import type { Suggestion, Suggestions } from './suggestion.ts';

/**
 * The words that may be meant at an offset of a text, as it is; `undefined` where none are known.
 *
 * @param reading the repository; of a text that is broken just now, as it was before
 */
export function completeAt(
  reading: Reading,
  path: FilePath,
  text: string,
  offset: number,
): Suggestions | undefined {
  const file = reading.workspace.workflows.find((one) => one.source.path === path);
  const at = reading.into(path, offset);
  const before = text.slice(lineAt(path, text, offset).start, offset);
  const expression = /\$\{\{((?:(?!\}\}).)*)$/.exec(before)?.[1];
  if (file?.workflow !== undefined && expression !== undefined)
    return inExpression(expression, file.workflow, reading, { path, offset, at });
  const variable = /\$\{?(\w*)$/.exec(before)?.[1];
  const script = scriptAt(reading.workspace, path, at);
  if (variable !== undefined && (script !== undefined || file === undefined))
    return {
      span: { file: path, start: offset - variable.length, end: offset },
      items: variableWords(path, reading),
    };
  if (file === undefined || (script !== undefined && script.script.text.text !== '')) return undefined;
  return inYaml(reading, file.workflow, path, text, offset);
}

function inExpression(
  written: string,
  workflow: Workflow,
  { context }: Reading,
  { path, offset, at }: { readonly path: FilePath; readonly offset: number; readonly at: number },
): Suggestions | undefined {
  const quotes = written.match(/'/g)?.length ?? 0;
  if (quotes % 2 === 1) return undefined;
  const chain = /(?:^|[^\w.-])((?:[A-Za-z_][\w-]*\.)*)([\w-]*)$/.exec(written);
  if (chain === null) return undefined;
  const names = (chain[1] ?? '').split('.').slice(0, -1);
  const job = workflow.jobs.findLast((one) => one.pair.span.start <= at);
  const isInside = job !== undefined && at <= job.pair.span.end + 1;
  const word = chain[2] ?? '';
  return {
    span: { file: path, start: offset - word.length, end: offset },
    items: expressionWords(names, { workflow, job: isInside ? job : undefined, offset: at }, context),
  };
}

/** The variables that a script of a workflow can read: those of its form, and those of the platform. */
function variableWords(path: FilePath, { workspace }: Reading): readonly Suggestion[] {
  const owners = workspace.workflows.filter(
    (file) => file.source.path === path || file.scripts.some((script) => script.path === path),
  );
  const asked = owners.length > 0 ? owners : workspace.workflows;
  const fields = asked.flatMap((file) => file.workflow?.form.all ?? []);
  const inputs = new Map(
    fields
      .filter((field) => field.items.length === 0)
      .map((field) => [inputVariable(field.path), `${field.path.join('.')}: ${field.type?.value ?? ''}`]),
  );
  return [
    ...[...inputs].map(([label, detail]): Suggestion => ({ label, kind: 'variable', detail, isFirst: true })),
    ...environmentVariables
      .filter((one) => !('old' in one))
      .map(({ name, description }): Suggestion => ({ label: name, kind: 'variable', detail: description })),
  ];
}

function inYaml(
  reading: Reading,
  workflow: Workflow | undefined,
  path: FilePath,
  text: string,
  offset: number,
): Suggestions | undefined {
  const repaired = repairedLine(path, text, offset);
  if (repaired === undefined) return undefined;
  const { root } = parseYaml({ path, text: repaired.text });
  const place = yamlPlaceAt(root, repaired.offset + 1);
  if (place === undefined) return undefined;
  if (repaired.on === 'value') return { span: repaired.word, items: valueWords(place, workflow, reading) };
  const keys = keyWords(place, workflow, reading);
  const colon = repaired.hasColon ? keys.map((key) => ({ ...key, insert: key.label })) : keys;
  return { span: repaired.word, items: [...colon, ...ofItem(repaired, path, workflow, reading)] };
}

/** Words for an item of a list, where a dash stands before the caret: `- word` may be a value as well as a key. */
function ofItem(
  { text, offset }: { readonly text: string; readonly offset: number },
  path: FilePath,
  workflow: Workflow | undefined,
  reading: Reading,
): readonly Suggestion[] {
  const line = lineAt(path, text, offset);
  if (!/^\s*(?:- +)+$/.test(text.slice(line.start, offset))) return [];
  const plain = text.slice(0, line.end).replace(/:$/, '') + text.slice(line.end);
  const place = yamlPlaceAt(parseYaml({ path, text: plain }).root, offset + 1);
  if (place === undefined) return [];
  return [...itemKeyWords(place), ...valueWords(place, workflow, reading)];
}
