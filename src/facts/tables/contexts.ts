import type { ContextFact } from '../types.ts';

const editor = { kind: 'documented', from: 'parallelworks/foundation packages/ui, workflow editor' } as const;
const census = { kind: 'observed', from: 'census of 643 public workflow files' } as const;
const docs = { kind: 'documented', from: 'parallelworks.com/docs, workflows' } as const;

/** What expressions can read. */
export const contexts = [
  {
    name: 'inputs',
    form: 'inputs.NAME, inputs.GROUP.NAME',
    description: 'Values of the form.',
    where: 'everywhere',
    evidence: docs,
  },
  {
    name: 'needs',
    form: 'needs.JOB.outputs.KEY, needs.JOB.steps.ID.outputs.KEY',
    description: 'Outputs of a job that this one needs, or of this job itself so far.',
    where: 'jobs',
    evidence: docs,
  },
  {
    name: 'steps',
    form: 'steps.ID.outputs.KEY',
    description: 'Outputs of an earlier step of the same job.',
    where: 'same-job',
    evidence: editor,
  },
  {
    name: 'matrix',
    form: 'matrix.NAME, matrix.NAME.FIELD',
    description: "The values of this instance's combination.",
    where: 'matrix-jobs',
    evidence: editor,
  },
  {
    name: 'sessions',
    form: 'sessions.NAME',
    description: 'The unique name of a session.',
    where: 'everywhere',
    evidence: census,
  },
  {
    name: 'env',
    form: 'env.KEY',
    description: 'Variables of the workflow and the job, and the counters of retries.',
    where: 'jobs',
    evidence: editor,
  },
  {
    name: 'org',
    form: 'org.NAME',
    description: 'A variable of the organization; one that is missing equals "".',
    where: 'everywhere',
    evidence: census,
  },
  {
    name: 'var',
    form: 'var.NAME',
    description: 'A personal variable of the user.',
    where: 'everywhere',
    evidence: docs,
  },
  {
    name: 'app',
    form: 'app.target.FIELD',
    description: 'The cluster of an app, in older workflows.',
    where: 'legacy',
    evidence: {
      kind: 'documented',
      from: 'parallelworks/activate-ai-references WORKFLOW_BUILDER.md',
    },
  },
] as const satisfies readonly ContextFact[];
