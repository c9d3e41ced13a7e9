import { verbatim } from '../../source/mapped-text.ts';
import { filePath, type Span } from '../../source/span.ts';
import type { PlannedAction, PlannedJob, PlannedStep } from '../run-plan.ts';
import { type Template, type TemplateValue, templateOf } from '../template.ts';

/** A text of ours with expressions; it stands in no file of the repository. */
export function ownTemplate(text: string): Template {
  return templateOf(verbatim(filePath('built-in'), text, 0));
}

/** A value of ours with expressions. */
export function ownValue(text: string): TemplateValue {
  return { kind: 'text', template: ownTemplate(text) };
}

/** What differs from step to step in an emulated action. */
export interface OwnStep {
  readonly name: string;
  readonly service?: PlannedStep['service'];
  readonly action: PlannedAction | string;
  readonly cleanup?: string;
}

/** What differs from job to job in an emulated action; every job runs on the resource, in `rundir`. */
export interface OwnJob {
  readonly id: string;
  readonly needs?: readonly string[];
  readonly condition?: string;
  readonly steps: readonly OwnStep[];
}

/** A job of an emulated action; failures are placed at the step that called it. */
export function ownJob(job: OwnJob, at: Span): PlannedJob {
  return {
    id: job.id,
    at,
    needs: (job.needs ?? []).map((name) => ({ job: name, any: false })),
    condition: job.condition === undefined ? undefined : ownValue(job.condition),
    env: [],
    host: ownValue('${{ inputs.resource.ip }}'),
    workingDirectory: ownTemplate('${{ inputs.rundir }}'),
    timeout: undefined,
    outputs: [],
    matrix: undefined,
    steps: job.steps.map((step, index) => ownStep(step, index, at)),
  };
}

function ownStep(step: OwnStep, index: number, at: Span): PlannedStep {
  return {
    index,
    id: undefined,
    name: step.name,
    at,
    condition: undefined,
    env: [],
    host: undefined,
    workingDirectory: undefined,
    timeout: undefined,
    retry: undefined,
    earlyCancel: false,
    ignoreErrors: undefined,
    service: step.service,
    cleanup: step.cleanup === undefined ? undefined : ownTemplate(step.cleanup),
    action:
      typeof step.action === 'string'
        ? { kind: 'script', script: ownTemplate(step.action), shell: 'bash' }
        : step.action,
  };
}
