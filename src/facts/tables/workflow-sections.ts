import type { SectionFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui graph/schemaCoverage.test.ts',
} as const;
const docs = { kind: 'documented', from: 'parallelworks.com/docs, workflows' } as const;

const flag = { either: ['boolean', 'expression'] } as const;

/** The top of a workflow, its trigger, form settings, saved inputs, sessions and links. */
export const workflowSections = [
  {
    name: 'workflow',
    words: 'a workflow',
    evidence: editor,
    keys: [
      {
        name: 'jobs',
        value: { map: { section: 'job' }, names: 'job-name', least: 1 },
        required: true,
        description: 'The jobs of the workflow by name. They run together unless `needs` orders them.',
        evidence: docs,
      },
      {
        name: 'on',
        value: { section: 'trigger' },
        description:
          'What starts the workflow; only `execute` exists. Quote the key: programs that read YAML 1.1 take a bare `on` for true.',
        evidence: docs,
      },
      {
        name: 'permissions',
        value: { list: 'text' },
        description:
          'What the key of the run may do. `"*"` is all that the launching user can do; without it, sessions cannot be updated and jobs not be cancelled.',
        evidence: {
          ...editor,
          disputed: 'some repositories describe it as who may run the workflow',
        },
      },
      {
        name: 'sessions',
        value: {
          map: { either: [{ section: 'session' }, 'nothing'] },
          names: 'any-name',
        },
        description:
          'The interactive sessions that the workflow opens, by name; an empty value means all defaults.',
        evidence: docs,
      },
      {
        name: 'links',
        value: { map: { section: 'link' }, names: 'link-name' },
        description: 'Links shown on the page of the run.',
        evidence: editor,
      },
      {
        name: 'needs',
        value: { section: 'required-variables' },
        description: 'Organization and user variables that must be set before the workflow can run.',
        evidence: editor,
      },
      {
        name: 'env',
        value: {
          either: [{ map: { either: ['scalar', 'nothing'] }, names: 'environment-variable' }, 'nothing'],
        },
        description:
          'Environment variables of every step; `env` of a job and of a step go before. Called workflows do not inherit them.',
        evidence: {
          kind: 'documented',
          from: 'parallelworks/activate-ai-references WORKFLOW_BUILDER.md; parallelworks/workflows references',
        },
      },
      {
        name: 'timeout',
        value: { either: ['duration', 'expression'] },
        description: 'Limit of the whole run: a number of seconds, or a number with `d`, `h`, `m` or `s`.',
        evidence: editor,
      },
      {
        name: 'configurations',
        value: { map: { section: 'configuration' }, names: 'any-name' },
        description: 'Saved sets of inputs by name.',
        evidence: editor,
      },
      {
        name: 'app',
        value: { either: [{ section: 'legacy-app' }, 'nothing'] },
        description: 'Older key that names the cluster of an app; the form has a resource input instead.',
        retired: 'a compute-clusters input',
        evidence: { kind: 'observed', from: '179 of 643 public files, mainly forks' },
      },
    ],
  },
  {
    name: 'legacy-app',
    words: 'the older "app" map',
    evidence: { kind: 'observed', from: '179 of 643 public files' },
    keys: [
      {
        name: 'target',
        value: 'text',
        description: 'The input that holds the cluster, as a bare path: `inputs.resource`.',
        evidence: { kind: 'observed', from: '179 of 643 public files' },
      },
    ],
  },
  {
    name: 'trigger',
    words: 'the "on" map',
    evidence: editor,
    keys: [
      {
        name: 'execute',
        value: { either: [{ section: 'execute' }, 'nothing'] },
        description: 'The workflow is started by a person, the command line or another workflow.',
        evidence: docs,
      },
    ],
  },
  {
    name: 'execute',
    words: 'the "execute" map',
    evidence: editor,
    keys: [
      {
        name: 'inputs',
        value: { either: ['form', 'nothing'] },
        description: 'The form: its inputs by name, and its settings under `$meta`.',
        evidence: docs,
      },
    ],
  },
  {
    name: 'form-settings',
    words: 'the form settings "$meta"',
    evidence: editor,
    keys: [
      {
        name: 'labelPosition',
        value: {
          words: ['left', 'top'],
          meanings: { left: 'Before them, on the same line.', top: 'Above them.' },
        },
        description: 'Where labels stand.',
        evidence: editor,
      },
      {
        name: 'wizard',
        value: { section: 'wizard' },
        default: 'the form is one page',
        description: 'Shows the form page by page; pages are inputs of type `step`.',
        evidence: editor,
      },
      {
        name: 'submitLabel',
        value: 'text',
        default: 'Execute',
        description: 'The text of the button that starts the run.',
        evidence: editor,
      },
      {
        name: 'flatten',
        value: flag,
        default: 'true',
        description:
          'Whether inputs of wizard pages are read as `inputs.FIELD` and not as `inputs.PAGE.FIELD`.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'wizard',
    words: 'the wizard settings',
    evidence: editor,
    keys: [
      {
        name: 'mode',
        value: { words: ['wizard'], meanings: { wizard: 'Each input of the type step is a page.' } },
        description: 'Turns pages on.',
        evidence: editor,
      },
      {
        name: 'navigation',
        value: { section: 'wizard-navigation' },
        description: 'How the reader moves between pages.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'wizard-navigation',
    words: 'the wizard navigation',
    evidence: editor,
    keys: [
      { name: 'showSteps', value: flag, description: 'Shows the list of pages.', evidence: editor },
      { name: 'allowJump', value: flag, description: 'Pages may be chosen in any order.', evidence: editor },
      { name: 'hideStepNumbers', value: flag, description: 'Pages are not numbered.', evidence: editor },
    ],
  },
  {
    name: 'required-variables',
    words: 'the required variables',
    evidence: editor,
    keys: [
      {
        name: 'organizationVariables',
        value: { list: { name: 'organization-variable' } },
        description: 'Organization variables that must be set before anyone can run the workflow.',
        evidence: editor,
      },
      {
        name: 'userVariables',
        value: {
          either: [
            { list: 'text' },
            { map: { either: [{ section: 'variable-hint' }, 'nothing'] }, names: 'key' },
            'expression',
          ],
        },
        description: 'Personal variables; users approve access to them before the first run.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'variable-hint',
    words: 'a required variable',
    evidence: editor,
    keys: [
      {
        name: 'hint',
        value: 'text',
        description: 'Tells the user what to put into the variable.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'configuration',
    words: 'a saved configuration',
    evidence: editor,
    keys: [
      {
        name: 'inputs',
        value: { map: 'anything', names: 'any-name' },
        description: 'Values of inputs, nested as the form is.',
        evidence: editor,
      },
      {
        name: 'variables',
        value: { map: 'anything', names: 'any-name' },
        description: 'Older name of `inputs`.',
        retired: 'inputs',
        evidence: {
          kind: 'documented',
          from: 'parallelworks/activate-ai-references WORKFLOW_BUILDER.md',
          disputed: 'the published schema has `inputs`',
        },
      },
    ],
  },
  {
    name: 'session',
    words: 'a session',
    evidence: editor,
    keys: [
      {
        name: 'type',
        value: {
          words: ['tunnel', 'link'],
          meanings: {
            tunnel: 'A port on a machine, which the platform leads to.',
            link: 'An address that a step sets.',
          },
        },
        default: 'tunnel',
        description: '`tunnel`: a port on a machine; `link`: an address that a step sets.',
        evidence: editor,
      },
      {
        name: 'prompt-for-name',
        value: { either: [{ section: 'session-name-prompt' }, 'nothing', 'boolean'] },
        default: 'not asked',
        description: 'Asks the user for a name of the session.',
        evidence: {
          ...editor,
          disputed: 'a guide writes `prompt-for-name: false`; the schema has nothing or a map',
        },
      },
      {
        name: 'redirect',
        value: flag,
        default: 'false',
        description:
          'Opens the session for the user as soon as it is there. At most one over sessions and links.',
        evidence: editor,
      },
      {
        name: 'useTLS',
        value: flag,
        default: 'false',
        description: 'The platform speaks HTTPS to the service.',
        evidence: editor,
      },
      {
        name: 'useCustomDomain',
        value: flag,
        default: 'false',
        description: 'Serves the session on a sub-domain of its own.',
        evidence: editor,
      },
      {
        name: 'openAI',
        value: flag,
        default: 'false',
        description: 'The service is a model server with the OpenAI interface, for the built-in chat.',
        evidence: editor,
      },
      {
        name: 'detach',
        value: flag,
        default: 'false',
        description: 'Keeps the session after the run has ended.',
        evidence: editor,
      },
    ],
  },
  {
    name: 'session-name-prompt',
    words: 'the prompt for a session name',
    evidence: editor,
    keys: [{ name: 'default', value: 'text', description: 'The name that is offered.', evidence: editor }],
  },
  {
    name: 'link',
    words: 'a link',
    evidence: editor,
    keys: [
      {
        name: 'endpoint',
        value: 'text',
        description: 'The session that the link opens, once it is up. Either this or `url`.',
        evidence: editor,
      },
      {
        name: 'url',
        value: 'text',
        description: 'An http or https address. Either this or `endpoint`.',
        evidence: editor,
      },
      {
        name: 'redirect',
        value: flag,
        default: 'false',
        description: 'Opens the link for the user. At most one over sessions and links.',
        evidence: editor,
      },
      {
        name: 'detach',
        value: flag,
        default: 'false',
        description: 'Keeps the link after the run has ended.',
        evidence: editor,
      },
    ],
  },
] as const satisfies readonly SectionFact[];
