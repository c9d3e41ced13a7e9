import type { JsonSchema } from './shape-schema.ts';

/** A piece of a workflow that an editor offers to write, with places to fill in: `${1:name}`. */
interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: unknown;
}

const session: Snippet = {
  label: 'workflow of a session',
  description: 'A form with a resource, and a job that starts a script on it.',
  body: {
    permissions: ['"*"'],
    sessions: { session: { useTLS: false } },
    jobs: {
      session_runner: {
        steps: [
          {
            uses: 'marketplace/job_runner/v4.0',
            with: {
              resource: '\\${{ inputs.resource \\}}',
              rundir: '\\${PW_PARENT_JOB_DIR\\}',
              use_existing_script: true,
              script_path: '\\${PW_PARENT_JOB_DIR\\}/workflows/${1:name}/start.sh',
            },
          },
        ],
      },
    },
    on: { execute: { inputs: { resource: { type: 'compute-clusters', label: 'Service host' } } } },
  },
};

const snippets: Readonly<Record<string, readonly Snippet[]>> = {
  workflow: [session],
  step: [
    {
      label: 'step that runs commands',
      description: 'A name and commands of bash.',
      body: { name: '${1:Do it}', run: '${2:echo}' },
    },
    {
      label: 'step that brings a repository',
      description: 'parallelworks/checkout.',
      body: {
        uses: 'parallelworks/checkout',
        with: { repo: '${1:https://github.com/owner/repository.git}', branch: '${2:main}' },
      },
    },
    {
      label: 'step that starts a script',
      description: 'marketplace/job_runner, on the login node or through a scheduler.',
      body: {
        uses: 'marketplace/job_runner/v4.0',
        with: {
          resource: '\\${{ inputs.${1:resource} \\}}',
          rundir: '\\${PW_PARENT_JOB_DIR\\}',
          use_existing_script: true,
          script_path: '\\${PW_PARENT_JOB_DIR\\}/workflows/${2:name}/start.sh',
        },
      },
    },
    {
      label: 'step that opens a session',
      description: 'parallelworks/update-session, once the service answers.',
      body: {
        uses: 'parallelworks/update-session',
        with: {
          name: '\\${{ sessions.${1:session} \\}}',
          status: 'running',
          target: '\\${{ inputs.${2:resource}.id \\}}',
          remoteHost: '${3:host}',
          remotePort: '${4:8080}',
        },
      },
    },
  ],
  input: [
    {
      label: 'input: text',
      description: 'A line of text with a default.',
      body: { type: 'string', label: '${1:Name}', default: '${2:value}' },
    },
    {
      label: 'input: one of several',
      description: 'A dropdown.',
      body: {
        type: 'dropdown',
        label: '${1:Name}',
        options: [{ value: '${2:value}', label: '${3:Label}' }],
      },
    },
    {
      label: 'input: a resource',
      description: 'The cluster on which the service runs.',
      body: { type: 'compute-clusters', label: '${1:Service host}', autoselect: true },
    },
    {
      label: 'input: a group',
      description: 'Several inputs under one heading.',
      body: {
        type: 'group',
        label: '${1:Settings}',
        items: { '${2:name}': { type: 'string', label: '${3:Name}' } },
      },
    },
  ],
};

/** What yaml-language-server offers to write where a section may stand; nothing for most sections. */
export function snippetsOf(section: string): JsonSchema {
  const own = snippets[section];
  return own === undefined ? {} : { defaultSnippets: own };
}
