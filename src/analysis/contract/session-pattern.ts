import { suggest } from '../../base/suggest.ts';
import type { Script } from '../../model/script.ts';
import type { Job, Session, Step, Workflow, WorkflowFile } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { pathWritten } from '../expressions/expressions-within.ts';
import { inputAt } from '../workflow/job-files.ts';
import { namesItem } from '../workflow/names-item.ts';

/** A step and the job that it belongs to. */
export interface StepInJob {
  readonly step: Step;
  readonly job: Job;
}

/**
 * The parts of a workflow that follows the platform's developer guide: a checkout brings the scripts, `job_runner`
 * starts `start.sh`, a step waits until the service answers, and `update-session` points the session at it.
 */
export interface SessionPattern {
  readonly workflow: Workflow;
  /** The sessions of type `tunnel`. */
  readonly sessions: readonly Session[];
  /** Steps that use `parallelworks/checkout`. */
  readonly checkouts: readonly StepInJob[];
  /** Steps that use `marketplace/job_runner` in any version. */
  readonly runners: readonly StepInJob[];
  /** Steps that use `parallelworks/update-session` for a tunnel. */
  readonly updates: readonly StepInJob[];
  /** `start.sh` beside the workflow. */
  readonly startScript: Script | undefined;
  /** The form field that `job_runner` gets as its resource, without `inputs.`; `undefined` when it is not one. */
  readonly resource: string | undefined;
}

// Shapes of their own: endpoints register themselves, `pw forward` and `pw sessions` bypass update-session.
const ownRegistration = /\bpw\s+(endpoints?|sessions?|forward)\b/;

/**
 * Reads a workflow as a session workflow of the guide. `undefined` when it is none: when it declares no tunnel, has
 * neither a `start.sh` nor a `job_runner`, or has another legal shape (endpoints, another subworkflow, an agent in the
 * scheduler job, a Kubernetes target), about which the guide says nothing.
 */
export function sessionPattern(file: WorkflowFile): SessionPattern | undefined {
  const { workflow } = file;
  if (workflow === undefined) return undefined;
  const sessions = workflow.sessions.filter((session) => isTunnel(session));
  if (sessions.length === 0) return undefined;
  const steps = stepsOf(workflow);
  const runners = steps.filter(({ step }) => isJobRunner(step));
  const startScript = file.scripts.find((script) => script.role === 'start');
  if (runners.length === 0 && startScript === undefined) return undefined;
  if (hasAnotherShape(file, workflow, steps)) return undefined;
  return {
    workflow,
    sessions,
    checkouts: steps.filter(({ step }) => step.uses?.value === 'parallelworks/checkout'),
    runners,
    updates: steps.filter(({ step }) => updatesTunnel(step)),
    startScript,
    resource: resourceOf(workflow, runners),
  };
}

/** Every step of a workflow with its job, in order. */
export function stepsOf(workflow: Workflow): readonly StepInJob[] {
  return workflow.jobs.flatMap((job) => job.steps.map((step) => ({ step, job })));
}

/** Whether a step has a key beside those given that may be a misspelt one of them, which another rule tells. */
export function mayMisspell(step: Step, key: string): boolean {
  const known = [
    'name',
    'type',
    'url',
    'target',
    'targetInfo',
    'remotePort',
    'remoteHost',
    'localPort',
    'local_port',
    'slug',
    'status',
    'openAI',
    'apiKey',
  ];
  const others = (step.with?.pairs ?? [])
    .map((pair) => pair.key.text.text)
    .filter((name) => !known.includes(name));
  return others.some((name) => suggest(name, known) === key);
}

/** Whether a step calls `job_runner`, in any version and from anywhere. */
export function isJobRunner(step: Step): boolean {
  return step.uses !== undefined && namesItem(step.uses.value, 'job_runner');
}

function isTunnel(session: Session): boolean {
  const type = textOf(valueAt(session.pair.value, 'type'));
  return type === undefined || type === 'tunnel';
}

function updatesTunnel(step: Step): boolean {
  if (step.uses?.value !== 'parallelworks/update-session') return false;
  return textOf(valueAt(step.with, 'type')) !== 'link' && valueAt(step.with, 'url') === undefined;
}

function hasAnotherShape(file: WorkflowFile, workflow: Workflow, steps: readonly StepInJob[]): boolean {
  const foreign = steps.some(({ step }) => {
    if (step.uses === undefined || isJobRunner(step)) return false;
    if (valueAt(step.with, 'targetInfo') !== undefined) return true;
    return !['parallelworks/checkout', 'parallelworks/update-session', 'parallelworks/cancel-jobs'].includes(
      step.uses.value,
    );
  });
  if (foreign) return true;
  if (workflow.jobs.some((job) => valueAt(job.node, 'runs-on') !== undefined)) return true;
  for (const input of workflow.form.all) {
    if (input.type?.value.startsWith('kubernetes-')) return true;
  }
  return [...workflow.scripts, ...file.scripts].some(({ text: { text } }) => ownRegistration.test(text));
}

function resourceOf(workflow: Workflow, runners: readonly StepInJob[]): string | undefined {
  const references = new Set(
    runners.map(({ step }) => {
      const names = pathWritten(workflow, valueAt(step.with, 'resource'));
      const field = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1)) : undefined;
      return field?.reference.join('.');
    }),
  );
  const [reference] = references;
  return references.size === 1 ? reference : undefined;
}
