import type { SectionFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui graph/stepWith.tsx',
} as const;

const flag = { either: ['boolean', 'expression'] } as const;
const scheduler = {
  either: [
    { words: ['slurm', 'pbs'], meanings: { slurm: 'The scheduler SLURM.', pbs: 'The scheduler PBS.' } },
    'expression',
  ],
} as const;
const port = { either: ['number', 'text'] } as const;

/** What the built-in actions take in `with`. */
export const actionSections = [
  {
    name: 'with-checkout',
    words: 'the "with" of parallelworks/checkout',
    evidence: editor,
    keys: [
      {
        name: 'repo',
        value: 'text',
        required: true,
        description: 'The address of the repository.',
        evidence: editor,
      },
      {
        name: 'branch',
        value: 'text',
        required: true,
        description: 'A branch, tag or commit.',
        evidence: editor,
      },
      {
        name: 'sparse_checkout',
        value: { either: [{ list: 'text' }, 'expression'] },
        default: 'the whole repository',
        description: 'The paths to bring; they appear at the same place under the job directory.',
        evidence: editor,
      },
      {
        name: 'path',
        value: 'text',
        default: 'the job directory',
        description: 'The folder under the job directory to put the files into.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'with-scheduler-agent',
    words: 'the "with" of parallelworks/scheduler-agent',
    evidence: editor,
    keys: [
      { name: 'scheduler-type', value: scheduler, description: 'slurm or pbs.', evidence: editor },
      {
        name: 'scheduler-flags',
        value: { either: [{ map: 'anything', names: 'any-name' }, 'text'] },
        description: 'Options of the submit command, name to value.',
        evidence: {
          ...editor,
          disputed: 'a guide shows a text of several lines; the schema has a map',
        },
      },
      {
        name: 'wait',
        value: flag,
        default: 'true',
        description: 'Waits until the agent answers.',
        evidence: editor,
      },
      {
        name: 'script-headers',
        value: 'text',
        description: 'Lines for the top of the submitted script, such as #SBATCH directives.',
        evidence: editor,
      },
      { name: 'debug', value: flag, description: 'Prints more.', evidence: editor },
    ],
  },
  {
    name: 'with-wait-for-agent',
    words: 'the "with" of parallelworks/wait-for-agent',
    evidence: editor,
    keys: [
      {
        name: 'agentId',
        value: 'text',
        required: true,
        description: 'The output agentId of parallelworks/scheduler-agent.',
        evidence: editor,
      },
      {
        name: 'schedulerJobId',
        value: 'text',
        description: 'Fails at once when this scheduler job ends.',
        evidence: editor,
      },
      {
        name: 'scheduler-type',
        value: scheduler,
        default: 'slurm',
        description: 'slurm or pbs.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'with-cancel-jobs',
    words: 'the "with" of parallelworks/cancel-jobs',
    evidence: editor,
    keys: [
      {
        name: 'jobs',
        value: { either: [{ list: 'text' }, 'expression'] },
        description: 'Names of the jobs to cancel; of the same run unless another is named.',
        evidence: editor,
      },
      { name: 'workflow', value: 'text', description: 'The workflow of another run.', evidence: editor },
      { name: 'run', value: port, description: 'The number of another run.', evidence: editor },
      { name: 'slug', value: 'text', description: 'The slug of another run.', evidence: editor },
    ],
  },
  {
    name: 'with-update-session',
    words: 'the "with" of parallelworks/update-session',
    evidence: editor,
    keys: [
      {
        name: 'name',
        value: 'text',
        required: true,
        description: 'The name of the session: ${{ sessions.NAME }}.',
        evidence: editor,
      },
      {
        name: 'type',
        value: {
          either: [
            {
              words: ['link', 'tunnel'],
              meanings: {
                link: 'An address, which a step sets in `url`.',
                tunnel: 'A port of the target, which the platform leads to.',
              },
            },
            'expression',
          ],
        },
        default: 'tunnel',
        description: 'link needs `url`; tunnel leads to a port of the target.',
        evidence: editor,
      },
      { name: 'url', value: 'text', description: 'The address of a link.', evidence: editor },
      {
        name: 'target',
        value: 'text',
        description: 'The id of the machine that the tunnel ends on, or user-workspace.',
        evidence: editor,
      },
      { name: 'remotePort', value: port, description: 'The port of the service.', evidence: editor },
      {
        name: 'remoteHost',
        value: 'text',
        default: 'the login node of the target',
        description: 'The host that the service runs on, as the target sees it.',
        evidence: editor,
      },
      {
        name: 'localPort',
        value: port,
        description: 'The port on the user workspace for people who connect through ssh.',
        evidence: editor,
      },
      {
        name: 'local_port',
        value: port,
        description: 'Not a key of the published schema, although guides write it; the key is localPort.',
        retired: 'localPort',
        evidence: {
          kind: 'observed',
          from: 'parallelworks/activate-sessions DEVELOPER_GUIDE.md and three other public repositories',
          disputed: 'the published schema has localPort only',
        },
      },
      {
        name: 'slug',
        value: 'text',
        description: 'What follows the address of the session: a path, or a query such as ?folder=/x.',
        evidence: editor,
      },
      {
        name: 'status',
        value: 'text',
        description: 'The state to show; published workflows write running.',
        evidence: editor,
      },
      { name: 'openAI', value: flag, description: 'The service is a model server.', evidence: editor },
      { name: 'apiKey', value: 'text', description: 'The key of the model server.', evidence: editor },
      {
        name: 'targetInfo',
        value: { either: [{ section: 'target-info' }, 'expression'] },
        description: 'A target in a Kubernetes cluster.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'target-info',
    words: 'a targetInfo map',
    evidence: editor,
    keys: [
      { name: 'name', value: 'text', description: 'The name of the cluster.', evidence: editor },
      { name: 'namespace', value: 'text', description: 'The namespace.', evidence: editor },
      { name: 'resourceType', value: 'text', description: 'pods or services.', evidence: editor },
      {
        name: 'resourceName',
        value: 'text',
        description: 'The name of the pod or service.',
        evidence: editor,
      },
    ],
  },
] as const satisfies readonly SectionFact[];
