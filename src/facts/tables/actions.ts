import type { ActionFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui graph/stepWith.tsx',
} as const;
const submitter = {
  kind: 'observed',
  from: 'parallelworks/interactive_session script_submitter v3.6',
} as const;

/** The built-in actions. */
export const actions = [
  {
    name: 'parallelworks/checkout',
    description: 'Brings files of a repository into the job directory of the machine that the step runs on.',
    with: 'with-checkout',
    outputs: [],
    needsPermissions: false,
    evidence: editor,
  },
  {
    name: 'parallelworks/scheduler-agent',
    description: 'Submits a scheduler job that runs an agent which steps can reach through ssh.',
    with: 'with-scheduler-agent',
    outputs: [
      { name: 'agentId', description: 'The agent, for parallelworks/wait-for-agent.', evidence: submitter },
      { name: 'schedulerJobId', description: 'The number of the scheduler job.', evidence: submitter },
      {
        name: 'remoteHost',
        description: 'The host of the agent, when the step waits for it.',
        evidence: { kind: 'inferred', from: 'parallelworks/activate-ai-references WORKFLOW_BUILDER.md' },
      },
    ],
    needsPermissions: false,
    evidence: editor,
  },
  {
    name: 'parallelworks/wait-for-agent',
    description: 'Waits until an agent answers.',
    with: 'with-wait-for-agent',
    outputs: [
      { name: 'remoteHost', description: 'The host of the agent.', evidence: submitter },
      { name: 'sshPort', description: 'The port that the agent listens on.', evidence: submitter },
    ],
    needsPermissions: false,
    evidence: editor,
  },
  {
    name: 'parallelworks/cancel-jobs',
    description: 'Cancels jobs of this run, or of another one.',
    with: 'with-cancel-jobs',
    outputs: [],
    needsPermissions: true,
    evidence: editor,
  },
  {
    name: 'parallelworks/update-session',
    description: 'Tells the platform where the service of a session is.',
    with: 'with-update-session',
    outputs: [],
    needsPermissions: false,
    evidence: {
      kind: 'observed',
      from: 'parallelworks/interactive_session workflow/tutorials/hsp/README.md, 02 to 05 run without permissions',
    },
  },
] as const satisfies readonly ActionFact[];
