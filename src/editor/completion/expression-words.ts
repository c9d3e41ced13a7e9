import type { AnalysisContext } from '../../analysis/analysis.ts';
import { type InputNode, inputTree } from '../../analysis/form/input-tree.ts';
import { isMatrixJob } from '../../analysis/workflow/job-graph.ts';
import { jobOutputs, stepOutputs } from '../../analysis/workflow/job-outputs.ts';
import { contexts } from '../../facts/tables/contexts.ts';
import { resourceFields } from '../../facts/tables/resource-fields.ts';
import { stateKeywords } from '../../facts/tables/state-keywords.ts';
import type { Job, Workflow } from '../../model/workflow.ts';
import { pairOf, valueAt } from '../../syntax/yaml/tree.ts';
import type { Suggestion } from './suggestion.ts';

/** Where an expression stands. */
export interface ExpressionPosition {
  readonly workflow: Workflow;
  /** The job that it stands in. */
  readonly job: Job | undefined;
  /** In a workflow with that job: the offset, so that later steps are left out. */
  readonly offset: number;
}

/**
 * The words that may come next in an expression.
 *
 * @param names the names before the one at hand: `inputs`, `group` for `inputs.group.na`
 */
export function expressionWords(
  names: readonly string[],
  position: ExpressionPosition,
  context: AnalysisContext,
): readonly Suggestion[] {
  const { workflow, job, offset } = position;
  const [root, ...rest] = names;
  switch (root) {
    case undefined:
      return firstWords(job);
    case 'inputs':
      return inputWords(context.ask(inputTree, workflow), rest);
    case 'sessions':
      return rest.length > 0 ? [] : workflow.sessions.map(({ name }) => nameOf(name.value, 'a session'));
    case 'needs':
      return needsWords(rest, position, context);
    case 'steps':
      return job === undefined ? [] : stepsWords(job, rest, offset, context);
    case 'env': {
      const own = valueAt(job?.node, 'env');
      const pairs = [...workflow.env, ...(own?.kind === 'map' ? own.pairs : [])];
      return rest.length > 0 ? [] : pairs.map((pair) => nameOf(pair.key.text.text, 'a variable'));
    }
    case 'matrix': {
      const matrix = pairOf(valueAt(job?.node, 'strategy'), 'matrix')?.value;
      if (rest.length > 0 || matrix?.kind !== 'map') return [];
      return matrix.pairs.map((pair) => nameOf(pair.key.text.text, 'of the matrix'));
    }
    default:
      return [];
  }
}

function firstWords(job: Job | undefined): readonly Suggestion[] {
  const isThere = (where: string): boolean => {
    if (where === 'legacy') return false;
    if (where === 'matrix-jobs') return job !== undefined && isMatrixJob(job);
    return job !== undefined || where === 'everywhere';
  };
  const roots = contexts
    .filter((one) => isThere(one.where))
    .map(
      ({ name, form, description }): Suggestion => ({
        label: name,
        kind: 'name',
        detail: form,
        text: description,
      }),
    );
  const keywords = stateKeywords.map(
    ({ name, step }): Suggestion => ({ label: name, kind: 'word', detail: `a step ${step}` }),
  );
  return job === undefined ? roots : [...roots, ...keywords];
}

function inputWords(tree: InputNode, names: readonly string[]): readonly Suggestion[] {
  let node: InputNode | undefined = tree;
  for (const name of names) node = node?.children.get(name);
  if (node === undefined) return [];
  if (node.yields === 'resource') {
    return resourceFields.map(({ name, description }) => ({
      label: name,
      kind: 'field',
      detail: description,
    }));
  }
  return [...node.children].map(([label, { field, yields }]) => ({
    label,
    kind: 'field',
    detail: field?.type?.value ?? yields,
  }));
}

function needsWords(
  [name, part, ...rest]: readonly string[],
  { workflow, job }: ExpressionPosition,
  context: AnalysisContext,
): readonly Suggestion[] {
  if (name === undefined)
    return (job?.needs ?? []).map((need) => nameOf(need.value, 'a job that this one needs'));
  const needed = workflow.jobs.find((one) => one.id.value === name);
  if (needed === undefined) return [];
  if (part === undefined)
    return [nameOf('outputs', 'what the job writes'), nameOf('steps', 'its steps by their ids')];
  if (part === 'outputs' && rest.length === 0) return outputWords(context.ask(jobOutputs, needed).written);
  return part === 'steps' ? stepsWords(needed, rest, Number.POSITIVE_INFINITY, context) : [];
}

function stepsWords(
  job: Job,
  [id, part, ...rest]: readonly string[],
  offset: number,
  context: AnalysisContext,
): readonly Suggestion[] {
  if (id === undefined) {
    return job.steps.flatMap((step) =>
      step.id === undefined || step.node.span.start > offset ? [] : [nameOf(step.id.value, 'a step')],
    );
  }
  if (part === undefined) return [nameOf('outputs', 'what the step writes')];
  const step = job.steps.find((one) => one.id?.value === id);
  if (step === undefined || part !== 'outputs' || rest.length > 0) return [];
  return outputWords(context.ask(stepOutputs, step).written);
}

function outputWords(written: readonly { readonly key: string }[]): readonly Suggestion[] {
  return [...new Set(written.map((one) => one.key))].map((key) => nameOf(key, 'an output'));
}

function nameOf(label: string, detail: string): Suggestion {
  return { label, kind: 'name', detail };
}
