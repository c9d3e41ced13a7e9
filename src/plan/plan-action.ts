import type { Step, Workflow } from '../model/workflow.ts';
import type { Span } from '../source/span.ts';
import type { ExpressionValue } from '../syntax/expression/value.ts';
import { textOf, valueAt } from '../syntax/yaml/tree.ts';
import { jobRunnerV3 } from './built-in/job-runner-v3.ts';
import { jobRunnerV4 } from './built-in/job-runner-v4.ts';
import { jobRunnerV5 } from './built-in/job-runner-v5.ts';
import { scriptSubmitter } from './built-in/script-submitter.ts';
import type { CallResolver } from './call-resolver.ts';
import { type FormValues, formValues } from './form-values.ts';
import type { PlannedAction, PlannedCall } from './run-plan.ts';
import { templateOf, templateValue } from './template.ts';

/** Calls nested deeper than this are a circle. */
const deepestCall = 8;

/** What a step does here. */
export function plannedAction(step: Step, calls: CallResolver): PlannedAction {
  if (step.run !== undefined) {
    const shell = textOf(valueAt(step.node, 'shell')) ?? '';
    return { kind: 'script', script: templateOf(step.run.text), shell: shell === '' ? 'bash' : shell };
  }
  const uses = step.uses?.value ?? '';
  const given = templateValue(step.with);
  switch (uses) {
    case 'parallelworks/checkout':
      return { kind: 'checkout', with: given };
    case 'parallelworks/update-session':
      return { kind: 'update-session', with: given };
    case 'parallelworks/cancel-jobs':
      return { kind: 'cancel-jobs', with: given };
    case 'parallelworks/scheduler-agent':
    case 'parallelworks/wait-for-agent':
      return { kind: 'refused', uses, why: 'there is no scheduler agent here' };
    default: {
      const call = calledWorkflow(uses, step, calls);
      if (typeof call === 'string') return { kind: 'refused', uses, why: call };
      return call === undefined
        ? {
            kind: 'stand-in',
            uses,
            why: 'it is not in this repository; the step passes without doing anything',
          }
        : { kind: 'subworkflow', uses, with: given, call };
    }
  }
}

function calledWorkflow(uses: string, step: Step, calls: CallResolver): PlannedCall | string | undefined {
  const at = step.uses?.span ?? step.node.span;
  const file = textOf(valueAt(step.with, '$yaml')) ?? 'workflow.yaml';
  const marketplace = /^marketplace\/([^/@]+)(?:[/@](.+))?$/.exec(uses);
  if (marketplace !== null) return builtIn(marketplace[1] ?? '', marketplace[2] ?? '', at);
  const github = /^github\/([^/]+\/[^@/]+)@/.exec(uses);
  if (github === null) return undefined;
  if (calls.isOwn(github[1] ?? '')) return ownWorkflow(file, calls);
  const emulated = /^parallelworks\/(job_runner)$/.exec(github[1] ?? '');
  return emulated === null ? undefined : builtIn(emulated[1] ?? '', file.replace(/\.yaml$/, ''), at);
}

function builtIn(name: string, version: string, at: Span): PlannedCall | undefined {
  const key = `${name}/${version.replace(/\/.*$/, '')}`;
  switch (key) {
    case 'job_runner/v3.5':
      return jobRunnerV3(at);
    case 'job_runner/v4.0':
      return jobRunnerV4(at);
    case 'job_runner/':
    case 'job_runner/v5.0':
      return jobRunnerV5(at);
    case 'script_submitter/':
    case 'script_submitter/v3.6':
      return scriptSubmitter(at);
    default:
      return undefined;
  }
}

/** A workflow of this repository, or why it cannot be called. */
function ownWorkflow(path: string, calls: CallResolver): PlannedCall | string {
  if (calls.depth >= deepestCall) return 'its calls go round in a circle';
  const found = calls.workflowAt(path);
  if (found === undefined) return `this repository has no workflow "${path}"`;
  const { name, workflow } = found;
  return {
    runsService: false,
    injectsMarkers: () => false,
    workflow: calls.plan(name, workflow, { ...calls, depth: calls.depth + 1 }),
    missing: (passed) => formOf(workflow, passed).findings.map(({ label }) => label),
    fill: (passed) => ({ ...passed, ...formOf(workflow, passed).inputs }),
  };
}

const formOf = (workflow: Workflow, passed: Readonly<Record<string, ExpressionValue>>): FormValues =>
  formValues(workflow, passed, { resource: undefined, roots: {} });
