import type { SectionFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui graph/schemaCoverage.test.ts',
} as const;
const docs = { kind: 'documented', from: 'parallelworks.com/docs, workflows' } as const;

const flag = { either: ['boolean', 'expression'] } as const;
const duration = { either: ['duration', 'expression'] } as const;
const environment = {
  either: [{ map: { either: ['scalar', 'nothing'] }, names: 'environment-variable' }, 'nothing'],
} as const;

/** A job, where it runs, its matrix, its steps and their retries. */
export const jobSections = [
  {
    name: 'job',
    words: 'a job',
    evidence: editor,
    keys: [
      {
        name: 'steps',
        value: { list: { section: 'step' }, least: 1 },
        required: true,
        description: 'What the job does, in order; a failing step ends the job.',
        evidence: docs,
      },
      {
        name: 'needs',
        value: { either: [{ list: 'text' }, 'expression'] },
        description:
          'Jobs that must have succeeded before this one starts. `NAME:any` starts with the first finished instance of a matrix job.',
        evidence: docs,
      },
      {
        name: 'if',
        value: { either: ['boolean', 'text'] },
        default: 'completed',
        description:
          'Whether the job runs: an expression, or one of always, never, completed, error, canceled.',
        evidence: editor,
      },
      {
        name: 'ssh',
        value: { either: [{ section: 'ssh' }, 'nothing'] },
        default: 'the job runs on the user workspace',
        description: 'The machine that the steps run on. Not together with `runs-on`.',
        evidence: editor,
      },
      {
        name: 'runs-on',
        value: { either: ['expression', { section: 'named-environment' }, { section: 'compute-target' }] },
        description: 'Runs the job as a scheduler job on a compute environment. Not together with `ssh`.',
        evidence: editor,
      },
      {
        name: 'working-directory',
        value: 'text',
        default: "the run's job directory",
        description: 'Where the steps run; made when it is missing. The shell expands variables in it.',
        evidence: editor,
      },
      {
        name: 'timeout',
        value: duration,
        description: 'After this time the job is stopped and marked failed.',
        evidence: editor,
      },
      {
        name: 'env',
        value: environment,
        description: 'Environment variables of every step of the job.',
        evidence: editor,
      },
      {
        name: 'outputs',
        value: { map: { either: ['scalar', 'nothing'] }, names: 'key' },
        description: 'Outputs of the job. Without it every line that a step appends to $OUTPUTS is one.',
        evidence: {
          kind: 'documented',
          from: 'parallelworks/foundation; parallelworks/interactive_session workflows',
        },
      },
      {
        name: 'strategy',
        value: { section: 'strategy' },
        description: 'Runs the job once for every combination of a matrix.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'ssh',
    words: 'an ssh map',
    evidence: editor,
    keys: [
      {
        name: 'remoteHost',
        value: { either: ['text', 'nothing'] },
        description:
          'Host name, address, `host:port` or an expression. Empty means the user workspace, as the address of the workspace resource is.',
        evidence: editor,
      },
      {
        name: 'remoteUser',
        value: 'text',
        default: "the user's name",
        description: 'The user to log in as.',
        evidence: editor,
      },
      {
        name: 'jumpNodeHost',
        value: { either: ['text', 'nothing'] },
        description: 'A machine to go through.',
        evidence: editor,
      },
      {
        name: 'jumpNodeUser',
        value: 'text',
        default: "the user's name",
        description: 'The user on the machine to go through.',
        evidence: editor,
      },
      {
        name: 'disconnect-timeout',
        value: { either: ['duration', 'number', 'expression'] },
        default: '5 minutes',
        description: 'How long a lost connection is waited for; 0 gives up at once, a negative number never.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'named-environment',
    words: 'a compute environment',
    evidence: editor,
    keys: [
      {
        name: 'environment',
        value: { section: 'environment-name' },
        required: true,
        description: 'The environment: its cluster and its name.',
        evidence: editor,
      },
      {
        name: 'params',
        value: { map: 'scalar', names: 'key' },
        description: 'Parameters of the environment.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'environment-name',
    words: 'the name of a compute environment',
    evidence: editor,
    keys: [
      {
        name: 'cluster',
        value: 'text',
        required: true,
        description: 'The cluster, as owner/cluster.',
        evidence: editor,
      },
      {
        name: 'name',
        value: 'text',
        required: true,
        description: 'The name of the environment.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'compute-target',
    words: 'a compute target',
    evidence: editor,
    keys: [
      {
        name: 'mode',
        value: {
          either: [
            {
              words: ['login', 'environment', 'worker'],
              meanings: {
                login: 'The login node of the target.',
                environment: 'An environment of the target.',
                worker: 'A worker of the target.',
              },
            },
            'expression',
          ],
        },
        required: true,
        description: 'Where on the target: the login node, an environment, or a worker.',
        evidence: editor,
      },
      {
        name: 'targetId',
        value: 'text',
        description: 'The id of a cluster, or user-workspace.',
        evidence: editor,
      },
      { name: 'environmentId', value: 'text', description: 'The id of an environment.', evidence: editor },
      {
        name: 'schedulingParams',
        value: { map: 'scalar', names: 'key' },
        description: 'Parameters for the scheduler.',
        evidence: editor,
      },
      { name: 'newWorker', value: flag, description: 'Starts a new worker.', evidence: editor },
      { name: 'workerId', value: 'text', description: 'The id of a worker that runs.', evidence: editor },
    ],
  },
  {
    name: 'strategy',
    words: 'a strategy',
    evidence: editor,
    keys: [
      {
        name: 'matrix',
        value: { either: [{ section: 'matrix' }, 'expression'] },
        description: 'Variables and the values that each takes. Only inputs and literals may be read in it.',
        evidence: editor,
      },
      {
        name: 'fail-fast',
        value: flag,
        default: 'true',
        description: 'A failing instance cancels the ones that run.',
        evidence: editor,
      },
      {
        name: 'max-parallel',
        value: { either: ['positive-number', 'expression'] },
        default: 'no limit',
        description: 'How many instances run at the same time.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'matrix',
    words: 'a matrix',
    evidence: editor,
    least: 1,
    others: { value: { either: [{ list: 'anything', least: 1 }, 'expression'] }, names: 'key' },
    keys: [
      {
        name: 'include',
        value: { either: [{ list: { map: 'anything', names: 'any-name' } }, 'expression'] },
        description: 'Combinations to add, or to extend.',
        evidence: editor,
      },
      {
        name: 'exclude',
        value: { either: [{ list: { map: 'anything', names: 'any-name' } }, 'expression'] },
        description: 'Combinations to leave out.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'step',
    words: 'a step',
    evidence: editor,
    keys: [
      {
        name: 'name',
        value: 'text',
        default: 'the command or the text of `uses`',
        description: 'Shown in the logs.',
        evidence: editor,
      },
      {
        name: 'id',
        value: { name: 'job-name' },
        description: 'Name under which outputs are read: `steps.ID.outputs.KEY`. Once in a job.',
        evidence: editor,
      },
      {
        name: 'run',
        value: 'script',
        description: 'A bash script. Either this or `uses`.',
        evidence: docs,
      },
      {
        name: 'uses',
        value: 'action-reference',
        description:
          'An action or a workflow to call: parallelworks/ACTION, marketplace/NAME/VERSION, workflow/NAME, github/OWNER/REPO@REF, gitlab/GROUP/PROJECT@REF.',
        evidence: docs,
      },
      {
        name: 'with',
        value: { either: [{ map: 'anything', names: 'any-name' }, 'nothing'] },
        description: 'Inputs of what `uses` calls.',
        evidence: docs,
      },
      {
        name: 'if',
        value: { either: ['boolean', 'text'] },
        default: 'completed',
        description:
          'Whether the step runs: an expression, or one of always, never, completed, error, canceled.',
        evidence: editor,
      },
      {
        name: 'env',
        value: environment,
        description: 'Environment variables of the step.',
        evidence: editor,
      },
      {
        name: 'ssh',
        value: { either: [{ section: 'ssh' }, 'nothing'] },
        default: "the job's",
        description: 'The machine that this step runs on; empty means the user workspace.',
        evidence: editor,
      },
      {
        name: 'working-directory',
        value: { either: ['text', 'nothing'] },
        default: "the job's",
        description: 'Where the step runs; made when it is missing.',
        evidence: editor,
      },
      {
        name: 'shell',
        value: 'shell-command',
        description: 'The shell of `run`: bash or sh with options, as `bash -l`. Not with `uses`.',
        evidence: editor,
      },
      {
        name: 'timeout',
        value: duration,
        description: 'After this time the step is stopped and marked failed.',
        evidence: editor,
      },
      {
        name: 'ignore-errors',
        value: flag,
        default: 'false',
        description: 'A failing command counts as passed.',
        evidence: editor,
      },
      {
        name: 'early-cancel',
        value: {
          words: ['any-job-failed'],
          meanings: { 'any-job-failed': 'When any other job of the run fails.' },
        },
        description: 'Stops this step as soon as any other job of the run fails.',
        evidence: editor,
      },
      {
        name: 'cleanup',
        value: 'script',
        description:
          'A script that runs when the job ends, however it ends, if the step had started; last step first.',
        evidence: {
          ...editor,
          disputed: 'some tutorials say that it runs when the step ends',
        },
      },
      {
        name: 'retry',
        value: { either: [{ section: 'retry' }, 'nothing'] },
        description: 'Tries the step again when it fails.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'retry',
    words: 'a retry map',
    evidence: editor,
    keys: [
      {
        name: 'max-retries',
        value: { either: ['whole-number', 'expression'] },
        default: '10',
        description: 'How many attempts follow the first.',
        evidence: editor,
      },
      {
        name: 'interval',
        value: duration,
        default: '5s',
        description: 'Pause between attempts.',
        evidence: editor,
      },
      {
        name: 'timeout',
        value: duration,
        default: '30s',
        description: 'Limit of one attempt. Without it an attempt is ended after 30 seconds with status 143.',
        evidence: editor,
      },
      {
        name: 'clean-on-retry',
        value: flag,
        default: 'true',
        description: "Deletes the step's files before each new attempt.",
        evidence: editor,
      },
    ],
  },
] as const satisfies readonly SectionFact[];
