import type { AnalysisContext } from '../../analysis/analysis.ts';
import { stepsOf } from '../../analysis/contract/session-pattern.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import { assertNever } from '../../base/assert-never.ts';
import { inputTypeNamed } from '../../facts/input-types.ts';
import type { InputField, Workflow, WorkflowFile } from '../../model/workflow.ts';
import { lineIndex } from '../../source/line-index.ts';
import type { Span } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { allOccurrences } from '../names/find-names.ts';
import { inputVariable } from '../names/input-variable.ts';
import { isSameThing, type Occurrence } from '../names/occurrence.ts';
import type { Reading } from '../typing/last-good.ts';

/** What something that has a name is, as Markdown; `undefined` when it is not known any more. */
export function nameText(one: Occurrence, reading: Reading): string | undefined {
  const [path = '', ...names] = one.key;
  const file = reading.workspace.workflows.find((file) => file.source.path === path);
  const last = names.at(-1) ?? '';
  switch (one.kind) {
    case 'input': {
      const field = file?.workflow?.form.all.find((field) => field.path.join('\0') === names.join('\0'));
      return field && inputText(field, one, reading.context);
    }
    case 'job': {
      const job = file?.workflow?.jobs.find((job) => job.id.value === last);
      if (job === undefined) return undefined;
      const needs = job.needs.map((need) => `\`${need.value}\``).join(', ');
      return [
        `**${last}**: a job of ${job.steps.length} steps`,
        needs === '' ? 'It waits for no other job.' : `It waits for ${needs}.`,
      ].join('\n\n');
    }
    case 'session':
      return `**${last}**: a session; \`sessions.${last}\` is its unique name.`;
    case 'step':
      return `**${last}**: a step of the job \`${names[0] ?? ''}\``;
    case 'output':
      return outputText(one, reading);
    case 'script':
      return `**${path}**${startedBy(path, reading.workspace.workflows)}`;
    default:
      return assertNever(one.kind);
  }
}

function inputText(field: InputField, one: Occurrence, context: AnalysisContext): string {
  const type = field.type?.value;
  const label = textOf(valueAt(field.node, 'label'));
  const initial = textOf(valueAt(field.node, 'default'));
  const tooltip = textOf(valueAt(field.node, 'tooltip'));
  const uses = context
    .ask(allOccurrences, context.workspace)
    .filter((other) => isSameThing(one, other) && other.role === 'use').length;
  const fact = type === undefined ? undefined : inputTypeNamed(type);
  const parts = [
    `**inputs.${field.reference.join('.')}**: ${type ?? 'an input without a type'}${label === undefined ? '' : `, “${label}”`}`,
    ...(tooltip === undefined ? [] : [tooltip]),
    initial === undefined ? 'It has no default.' : `Default: \`${initial}\``,
    `In scripts: \`$${inputVariable(field.path)}\`. It is read at ${uses === 1 ? 'one place' : `${uses} places`}.`,
    ...(fact === undefined ? [] : [`${fact.name}: ${fact.description}`]),
  ];
  return parts.join('\n\n');
}

function outputText(one: Occurrence, { workspace, context }: Reading): string {
  const name = one.key.at(-1) ?? '';
  const written = context
    .ask(allOccurrences, workspace)
    .filter((other) => isSameThing(one, other) && other.role === 'declaration')
    .map(({ span }) => `${span.file}:${lineOf(span, workspace.workflows)}`);
  const where = [...new Set(written)].join(', ');
  return `**${name}**: an output of the job \`${one.key[1] ?? ''}\`${where === '' ? '' : `, written at ${where}`}`;
}

function lineOf({ file, start }: Span, workflows: readonly WorkflowFile[]): number {
  const texts = workflows.flatMap((one) => [
    one.source,
    ...one.scripts.flatMap((script) => script.source ?? []),
  ]);
  const source = texts.find((text) => text.path === file);
  return source === undefined ? 1 : lineIndex(source.text).placeOf(start).line;
}

function startedBy(path: string, workflows: readonly WorkflowFile[]): string {
  const runs = workflows.filter(({ workflow }) => workflow !== undefined && starts(workflow, path));
  const [first] = runs;
  if (first === undefined) return '';
  return `: started by ${runs.map((file) => file.source.path).join(', ')} through job_runner, on the controller or as a batch job`;
}

function starts(workflow: Workflow, path: string): boolean {
  return stepsOf(workflow).some(
    ({ step }) => isScriptRunner(step) && textOf(valueAt(step.with, 'script_path'))?.endsWith(path) === true,
  );
}
