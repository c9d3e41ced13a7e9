import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { calledWorkflowOf } from '../../facts/called-workflows.ts';
import { inputTypeNamed, keysOfInputType } from '../../facts/input-types.ts';
import { actions } from '../../facts/tables/actions.ts';
import { contexts } from '../../facts/tables/contexts.ts';
import { coordinationFiles } from '../../facts/tables/coordination-files.ts';
import { environmentVariables } from '../../facts/tables/environment-variables.ts';
import { resourceFields } from '../../facts/tables/resource-fields.ts';
import { stateKeywords } from '../../facts/tables/state-keywords.ts';
import { withSpecials } from '../../facts/tables/with-specials.ts';
import type { ExpressionSite, Workflow } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import type { YamlScalar } from '../../syntax/yaml/tree.ts';
import { nameAt } from '../names/find-names.ts';
import { type LanguageNode, languagePlace } from '../position/language-place.ts';
import { offsetIn } from '../position/offset-in.ts';
import { scriptAt } from '../position/scripts-at.ts';
import { yamlPlaceAt } from '../position/yaml-place.ts';
import type { Reading } from '../typing/last-good.ts';
import { callArguments } from './call-arguments.ts';
import { nameText } from './describe-names.ts';
import { evidenceText, keyText } from './markdown.ts';

/** What is known about a place, as Markdown. */
export interface Hover {
  readonly span: Span;
  readonly text: string;
}

/** What there is to say about what stands at an offset; `undefined` when there is nothing. */
export function hoverAt(reading: Reading, path: FilePath, offset: number): Hover | undefined {
  const named = nameAt(reading, path, offset);
  const text = named && nameText(named, reading);
  if (named !== undefined && text !== undefined) return { span: named.span, text };
  const file = reading.workspace.workflows.find((one) => one.source.path === path);
  const site = file?.workflow?.expressions.find(({ span }) => span.start <= offset && offset <= span.end);
  if (site !== undefined) return inExpression(site, offset);
  const script = scriptAt(reading.workspace, path, offset);
  if (script !== undefined) return inScript(reading, script.script, script.offset);
  return file?.workflow && inYaml(file.workflow, reading, offset);
}

function inExpression(site: ExpressionSite, offset: number): Hover | undefined {
  const at = offsetIn(site.text, offset);
  if (at === undefined) return undefined;
  for (const { root, path, segments } of referencesIn(site)) {
    const context = contexts.find((one) => one.name === root);
    if (context !== undefined && path.rootRange.start <= at && at <= path.rootRange.end) {
      const text = `**${context.name}**: ${context.description}\n\n\`${context.form}\`\n\n${evidenceText(context.evidence)}`;
      return { span: spanIn(site, path.rootRange), text };
    }
    const last = segments.findLast((one) => one.kind === 'name' && one.start <= at && at <= one.end);
    const field =
      last?.kind === 'name' && root === 'inputs' && resourceFields.find((one) => one.name === last.name);
    if (last !== undefined && field)
      return { span: spanIn(site, last), text: `**${field.name}** of a resource: ${field.description}` };
  }
  const word = wordAround(site.text.text, at);
  // The visual editor writes functions of its own words: `success()`.
  const keyword = stateKeywords.find(
    (one) => one.name === word.text || ('called' in one && one.called === word.text),
  );
  if (keyword === undefined) return undefined;
  const text = `**${word.text}**\n\nA step ${keyword.step}.\n\nA job ${keyword.job}.\n\n${evidenceText(keyword.evidence)}`;
  return { span: spanIn(site, word), text };
}

function inScript(
  { context }: Reading,
  script: NonNullable<ReturnType<typeof scriptAt>>['script'],
  offset: number,
): Hover | undefined {
  const spanOf = ({ start, end }: { readonly start: number; readonly end: number }): Span =>
    script.text.spanOf(start, end);
  const variable = context
    .ask(shellOccurrences, script)
    .find((one) => one.variable !== undefined && one.start <= offset && offset <= one.end);
  const known = environmentVariables.find((one) => one.name === variable?.variable);
  if (variable !== undefined && known !== undefined) {
    const text = `**$${known.name}**: ${known.description}\n\n${evidenceText(known.evidence)}`;
    return { span: spanOf(variable), text };
  }
  // A variable of the same name is bash's.
  if (variable !== undefined) return undefined;
  const word = wordAround(script.text.text, offset, /[\w.]/);
  const file = coordinationFiles.find((one) => one.name === word.text);
  if (file === undefined) return undefined;
  return {
    span: spanOf(word),
    text: `**${file.name}**: ${file.description}\n\n${evidenceText(file.evidence)}`,
  };
}

/** The word of a text around an offset. */
function wordAround(text: string, offset: number, part = /\w/) {
  let start = offset;
  let end = offset;
  while (start > 0 && part.test(text[start - 1] ?? '')) start--;
  while (end < text.length && part.test(text[end] ?? '')) end++;
  return { text: text.slice(start, end), start, end };
}

function inYaml(workflow: Workflow, reading: Reading, offset: number): Hover | undefined {
  const place = yamlPlaceAt(workflow.root, offset);
  const last = place?.steps.at(-1);
  if (place === undefined || last === undefined) return undefined;
  const meant = languagePlace(place);
  if (meant === undefined) return undefined;
  const { node, key } = meant;
  if (place.on === 'key' && last.kind === 'pair') {
    const text = key === undefined ? argumentText(node, keyName(last.pair), workflow, reading) : keyText(key);
    return text === undefined ? undefined : { span: last.pair.key.span, text };
  }
  const value = last.kind === 'pair' ? last.pair.value : last.item;
  if (value?.kind !== 'scalar' || key === undefined) return undefined;
  const text = valueText(key.name, value);
  return { span: value.span, text: text ?? keyText(key) };
}

/** What a value says by which something is chosen: a type of inputs, an action, a called workflow. */
function valueText(key: string, { text: { text } }: YamlScalar): string | undefined {
  const type = key === 'type' ? inputTypeNamed(text) : undefined;
  if (type !== undefined) {
    const own = keysOfInputType(type.name).map((one) => `\`${one.name}\``);
    return `**${type.name}**: ${type.description}\n\nAttributes: ${own.join(', ')}\n\n${evidenceText(type.evidence)}`;
  }
  if (key !== 'uses') return undefined;
  const action = actions.find((one) => one.name === text);
  if (action !== undefined)
    return `**${action.name}**: ${action.description}\n\n${evidenceText(action.evidence)}`;
  const called = calledWorkflowOf(text);
  if (called === undefined) return undefined;
  const inputs = called.inputs.map((one) => `\`${one.name}\``).join(', ');
  return `**${text}**: ${called.description}\n\nInputs: ${inputs}\n\n${evidenceText(called.evidence)}`;
}

/** What an argument of a called workflow is. */
function argumentText(
  node: LanguageNode,
  name: string,
  workflow: Workflow,
  { context }: Reading,
): string | undefined {
  if (node.kind !== 'arguments') return undefined;
  const { uses, groups } = node;
  const special = groups.length === 0 ? withSpecials.find((one) => one.name === name) : undefined;
  if (special !== undefined) return keyText(special);
  const step = workflow.jobs.flatMap((job) => job.steps).find((one) => one.node === node.step);
  const input = callArguments(uses, step, groups, context).find((one) => one.name === name);
  if (input === undefined) return undefined;
  const parts = [
    `**${[...groups, name].join('.')}**${input.required === 'yes' ? ' (required)' : ''}: an input of ${uses}, ${input.type}`,
    ...(input.default === undefined ? [] : [`Default: \`${String(input.default)}\``]),
    ...(input.options === undefined ? [] : [`One of ${input.options.map((one) => `\`${one}\``).join(', ')}`]),
    inputTypeNamed(input.type)?.description ?? '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
