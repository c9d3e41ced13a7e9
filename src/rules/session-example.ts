import { dedent } from '../base/dedent.ts';

/** What differs from the guide's pattern in an example; each part is YAML without indentation. */
export interface SessionExampleChanges {
  readonly sessions?: string;
  readonly preprocessing?: string;
  readonly session_runner?: string;
  readonly wait_for_service?: string;
  readonly update_session?: string;
  readonly complete?: string;
  readonly inputs?: string;
  /** Further files, or other texts for the usual ones, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Parts that are left out. */
  readonly without?: readonly ('preprocessing' | 'session_runner' | 'wait_for_service' | 'update_session')[];
}

// Functions: a lint asks for no example, and these would be made when the rules are loaded.
const host = (): string =>
  dedent(`
  ssh:
    remoteHost: \${{ inputs.resource.ip }}
`);

const parts = () =>
  ({
    sessions: dedent(`
    session:
      redirect: true
  `),
    preprocessing: `${host()}${dedent(`
    steps:
      - uses: parallelworks/checkout
        with:
          repo: https://github.com/org/repo.git
          branch: v1.2.0
          sparse_checkout:
            - workflows/hello
            - utils
  `)}`,
    session_runner: dedent(`
    needs: [preprocessing]
    steps:
      - uses: marketplace/job_runner/v4.0
        early-cancel: any-job-failed
        with:
          resource: \${{ inputs.resource }}
          rundir: \${PW_PARENT_JOB_DIR}
          inject_markers: false
          use_existing_script: true
          script_path: \${PW_PARENT_JOB_DIR}/workflows/hello/start.sh
  `),
    wait_for_service: `${dedent(`
    needs: [preprocessing]
  `)}${host()}${dedent(`
    steps:
      - run: source utils/wait_service.sh
        early-cancel: any-job-failed
  `)}`,
    update_session: dedent(`
    needs: [wait_for_service]
    steps:
      - uses: parallelworks/update-session
        with:
          target: \${{ inputs.resource.id }}
          name: \${{ sessions.session }}
          remoteHost: \${{ needs.wait_for_service.outputs.HOSTNAME }}
          remotePort: \${{ needs.wait_for_service.outputs.SESSION_PORT }}
  `),
    inputs: dedent(`
    resource:
      type: compute-clusters
      autoselect: true
  `),
  }) as const;

const files = (): Readonly<Record<string, string>> => ({
  'workflows/hello/start.sh': dedent(`
    #!/bin/bash
    set -e
    port=$(pw agent open-port)
    hostname > HOSTNAME
    echo "\${port}" > SESSION_PORT
    touch job.started
    exec python3 -m http.server "\${port}" > service.out 2>&1
  `),
  'utils/wait_service.sh': dedent(`
    for attempt in $(seq 100); do
      [ -f job.started ] && break
      sleep 3
    done
    host=$(cat HOSTNAME)
    port=$(cat SESSION_PORT)
    curl --silent --retry 50 --retry-connrefused --output /dev/null "http://\${host}:\${port}" || exit 1
    echo "HOSTNAME=\${host}" >> "$OUTPUTS"
    echo "SESSION_PORT=\${port}" >> "$OUTPUTS"
  `),
});

/** A repository with one workflow that follows the platform's developer guide, but for the given changes. */
export function sessionExample(changes: SessionExampleChanges = {}): { readonly [path: string]: string } {
  const usual = parts();
  const jobs = (
    ['preprocessing', 'session_runner', 'wait_for_service', 'update_session', 'complete'] as const
  )
    .filter((name) => name === 'complete' || !changes.without?.includes(name))
    .map((name) => [name, changes[name] ?? (name === 'complete' ? undefined : usual[name])] as const)
    .filter(([, text]) => text !== undefined)
    .map(([name, text]) => `  ${name}:\n${indented(text ?? '', 4)}`);
  const sessions = changes.sessions ?? usual.sessions;
  const workflow = [
    "permissions: ['*']\n",
    sessions === '' ? '' : `sessions:\n${indented(sessions, 2)}`,
    `jobs:\n${jobs.join('')}`,
    `'on':\n  execute:\n    inputs:\n${indented(changes.inputs ?? usual.inputs, 6)}`,
  ].join('');
  return { 'workflows/hello/workflow.yaml': workflow, ...files(), ...changes.files };
}

/** Every line set in by some blanks; empty lines stay empty. */
function indented(text: string, blanks: number): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  return `${lines.map((line) => (line === '' ? '' : ' '.repeat(blanks) + line)).join('\n')}\n`;
}
