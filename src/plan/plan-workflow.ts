import { asMap } from '../model/shapes.ts';
import type { Job, Step, Workflow, Workspace } from '../model/workflow.ts';
import { readWorkflowAt } from '../model/workspace.ts';
import { filePath } from '../source/span.ts';
import { pairOf, textOf, valueAt, type YamlNode, type YamlPair } from '../syntax/yaml/tree.ts';
import type { CallResolver } from './call-resolver.ts';
import { plannedAction } from './plan-action.ts';
import type { PlannedJob, PlannedMatrix, PlannedRetry, PlannedStep, PlannedWorkflow } from './run-plan.ts';
import {
  type Template,
  type TemplateEntry,
  type TemplateValue,
  templateOf,
  templateValue,
} from './template.ts';

/**
 * The plan of a workflow and of those of its repository that it calls.
 *
 * @param isOwn whether the `OWNER/REPO` of a call names this repository
 */
export function planWithCalls(
  name: string,
  workflow: Workflow,
  { files }: Workspace,
  isOwn: CallResolver['isOwn'],
): PlannedWorkflow {
  return planWorkflow(name, workflow, {
    isOwn,
    depth: 0,
    plan: planWorkflow,
    workflowAt: (path) => {
      const called = readWorkflowAt(filePath(path), files);
      return called.workflow === undefined ? undefined : { name: called.name, workflow: called.workflow };
    },
  });
}

/** The plan of one workflow, jobs and steps in the order of the file. */
function planWorkflow(name: string, workflow: Workflow, calls: CallResolver): PlannedWorkflow {
  return {
    name,
    env: workflow.env.map(entryOf),
    timeout: optionalValue(workflow.root, 'timeout'),
    timeoutAt: valueAt(workflow.root, 'timeout')?.span,
    jobs: workflow.jobs.map((job) => plannedJob(job, calls)),
  };
}

function plannedJob(job: Job, calls: CallResolver): PlannedJob {
  const { node } = job;
  return {
    id: job.id.value,
    at: job.id.span,
    needs: job.needs.map(({ value, any }) => ({ job: value, any })),
    computedNeeds: computedValue(node, 'needs'),
    condition: optionalValue(node, 'if'),
    env: entriesOf(valueAt(node, 'env')),
    host: hostOf(valueAt(node, 'ssh')),
    workingDirectory: textTemplate(valueAt(node, 'working-directory')),
    timeout: optionalValue(node, 'timeout'),
    outputs: entriesOf(valueAt(node, 'outputs')),
    matrix: matrixOf(valueAt(node, 'strategy')),
    steps: job.steps.map((step) => plannedStep(step, calls)),
  };
}

function plannedStep(step: Step, calls: CallResolver): PlannedStep {
  const { node } = step;
  const ssh = pairOf(node, 'ssh');
  return {
    index: step.index,
    id: step.id?.value,
    name: step.name?.value ?? step.uses?.value ?? firstLine(step.run?.text.text ?? ''),
    at: step.uses?.span ?? step.name?.span ?? node.span,
    condition: optionalValue(node, 'if'),
    env: entriesOf(valueAt(node, 'env')),
    host: ssh === undefined ? undefined : (hostOf(ssh.value) ?? 'workspace'),
    workingDirectory: textTemplate(valueAt(node, 'working-directory')),
    timeout: optionalValue(node, 'timeout'),
    retry: retryOf(valueAt(node, 'retry')),
    earlyCancel: textOf(valueAt(node, 'early-cancel')) === 'any-job-failed',
    ignoreErrors: optionalValue(node, 'ignore-errors'),
    cleanup: step.cleanup === undefined ? undefined : templateOf(step.cleanup.text),
    action: plannedAction(step, calls),
  };
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 80) ?? '';

const entryOf = (pair: YamlPair): TemplateEntry => ({
  name: pair.key.text.text,
  value: templateValue(pair.value),
  span: pair.key.span,
});

const entriesOf = (node: YamlNode | undefined): readonly TemplateEntry[] =>
  (asMap(node)?.pairs ?? []).map(entryOf);

function optionalValue(node: YamlNode | undefined, key: string): TemplateValue | undefined {
  const value = valueAt(node, key);
  return value === undefined ? undefined : templateValue(value);
}

/** A value when expressions have a part in it. */
function computedValue(node: YamlNode | undefined, key: string): TemplateValue | undefined {
  const value = optionalValue(node, key);
  const items = value?.kind === 'list' ? value.items : [value];
  return items.some((item) => item?.kind === 'text' && item.template.holes.length > 0) ? value : undefined;
}

function hostOf(ssh: YamlNode | undefined): TemplateValue | undefined {
  return optionalValue(ssh, 'remoteHost');
}

const textTemplate = (node: YamlNode | undefined): Template | undefined =>
  node?.kind === 'scalar' && node.value !== null ? templateOf(node.text) : undefined;

const literal = (value: string | number | boolean): TemplateValue => ({ kind: 'literal', value });

function matrixOf(strategy: YamlNode | undefined): PlannedMatrix | undefined {
  const values = valueAt(strategy, 'matrix');
  if (values === undefined) return undefined;
  return {
    values: templateValue(values),
    failFast: optionalValue(strategy, 'fail-fast') ?? literal(true),
    maxParallel: optionalValue(strategy, 'max-parallel') ?? literal(Number.MAX_SAFE_INTEGER),
  };
}

/** The platform's defaults: ten extra attempts, five seconds apart, thirty seconds each. */
function retryOf(node: YamlNode | undefined): PlannedRetry | undefined {
  if (node?.kind !== 'map') return undefined;
  return {
    maxRetries: optionalValue(node, 'max-retries') ?? literal(10),
    interval: optionalValue(node, 'interval') ?? literal('5s'),
    timeout: optionalValue(node, 'timeout') ?? literal('30s'),
    cleanOnRetry: optionalValue(node, 'clean-on-retry') ?? literal(true),
  };
}
