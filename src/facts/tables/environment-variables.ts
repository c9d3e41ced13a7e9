import type { EnvironmentVariableFact } from '../types.ts';

const session = { kind: 'observed', from: 'parallelworks/interactive_session workflows' } as const;
const workflows = {
  kind: 'documented',
  from: 'parallelworks/workflows .claude/skills/activate-workflows/references',
} as const;
const guide = {
  kind: 'documented',
  from: 'parallelworks/activate-ai-references WORKFLOW_BUILDER.md',
} as const;
const command = { kind: 'documented', from: 'parallelworks.com/docs, command line, endpoints' } as const;

/** What the platform sets for steps and scripts, beside the inputs. */
export const environmentVariables = [
  {
    name: 'PW_PARENT_JOB_DIR',
    description:
      'The directory of the top run, the same in all its jobs and at every depth of called workflows.',
    where: 'steps',
    evidence: session,
  },
  {
    name: 'PW_JOB_DIR',
    description: 'The directory of this run, or of this called workflow.',
    where: 'steps',
    evidence: session,
  },
  { name: 'PW_JOB_ID', description: 'The slug of the run.', where: 'steps', evidence: session },
  {
    name: 'PW_RUN_SLUG',
    description: 'The slug of the run, as `pw workflows runs cancel` takes it.',
    where: 'steps',
    evidence: session,
  },
  { name: 'PW_USER', description: 'The name of the user.', where: 'steps', evidence: workflows },
  {
    name: 'PW_PLATFORM_HOST',
    description: 'The host name of the platform.',
    where: 'steps',
    evidence: workflows,
  },
  {
    name: 'PW_API_KEY',
    description: 'The key of the run; refused once the run has ended. `env` cannot change it.',
    where: 'steps',
    evidence: workflows,
  },
  {
    name: 'PW_WORKFLOW_NAME',
    description: 'The name of the workflow.',
    where: 'steps',
    evidence: guide,
  },
  { name: 'PW_JOB_NUMBER', description: 'The number of the run.', where: 'steps', evidence: guide },
  {
    name: 'PW_JOB_NUM',
    description: 'The number of the run.',
    where: 'steps',
    old: true,
    evidence: guide,
  },
  { name: 'PW_RUN_ID', description: 'The id of the run.', where: 'steps', old: true, evidence: guide },
  {
    name: 'PW_SESSION_NAME',
    description: 'Not set by the platform; workflows export it for their setup scripts.',
    where: 'session-runner',
    evidence: { kind: 'observed', from: 'parallelworks/activate-sessions workflows' },
  },
  {
    name: 'PW_MATRIX_INDEX',
    description: 'The number of the instance of a matrix job, from 0; also in workflows that it calls.',
    where: 'matrix',
    evidence: workflows,
  },
  {
    name: 'PW_WORKFLOW_STEP_CURRENT_RETRY',
    description: 'How many times the step has been tried again; 0 at first.',
    where: 'retry',
    evidence: workflows,
  },
  {
    name: 'PW_WORKFLOW_STEP_MAX_RETRIES',
    description: 'How many times the step may be tried again.',
    where: 'retry',
    evidence: workflows,
  },
  {
    name: 'OUTPUTS',
    description: 'The file to append `KEY=value` lines to; they are the outputs of the step and the job.',
    where: 'steps',
    evidence: { kind: 'observed', from: 'every public repository with outputs' },
  },
  {
    name: 'JOB_DIR',
    description: 'Older name of the job directory.',
    where: 'steps',
    old: true,
    evidence: guide,
  },
  { name: 'PORT', description: 'The port of the endpoint.', where: 'endpoint', evidence: command },
  {
    name: 'PW_ENDPOINT_NAME',
    description: 'The name of the endpoint.',
    where: 'endpoint',
    evidence: command,
  },
  {
    name: 'PW_ENDPOINT_PORT',
    description: 'The port of the endpoint.',
    where: 'endpoint',
    evidence: command,
  },
  {
    name: 'PW_ENDPOINT_URL',
    description: 'The address of the endpoint.',
    where: 'endpoint',
    evidence: command,
  },
  {
    name: 'PW_ENDPOINT_HOST',
    description: 'The host of the endpoint.',
    where: 'endpoint',
    evidence: command,
  },
  {
    name: 'PW_ENDPOINT_PATH',
    description: 'The path of the endpoint.',
    where: 'endpoint',
    evidence: command,
  },
  {
    name: 'service_port',
    description: 'The port that session_runner has chosen for the service.',
    where: 'session-runner',
    evidence: session,
  },
] as const satisfies readonly EnvironmentVariableFact[];
