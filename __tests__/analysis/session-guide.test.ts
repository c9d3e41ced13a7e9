import { lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { type SessionExampleChanges, sessionExample } from '../../src/rules/examples/session-example.ts';
import { rules } from '../../src/rules/index.generated.ts';

async function rulesOn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { diagnostics } = await lintWorkspace(openWorkspace(memoryFiles(files)).workspace, { rules });
  return [...new Set(diagnostics.map((diagnostic) => diagnostic.rule))].sort();
}

const start = sessionExample()['workflows/hello/start.sh'] ?? '';
const workflowPath = 'workflows/hello/workflow.yaml';

/** The example with a part of its workflow replaced. */
function edited(
  from: string,
  to: string,
  changes: SessionExampleChanges = {},
): Readonly<Record<string, string>> {
  const files = sessionExample(changes);
  const text = files[workflowPath] ?? '';
  if (!text.includes(from)) throw new Error(`the example has no ${JSON.stringify(from)}`);
  return { ...files, [workflowPath]: text.replace(from, to) };
}

describe('a workflow that follows the guide', () => {
  test('has nothing to say about it', async () => {
    expect(await rulesOn(sessionExample())).toEqual([]);
  });
});

function without(files: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

function withStart(text: string): Readonly<Record<string, string>> {
  return sessionExample({ files: { 'workflows/hello/start.sh': text } });
}

const freeWait = `ssh:
  remoteHost: \${{ inputs.resource.ip }}
steps:
  - run: source utils/wait_service.sh
    early-cancel: any-job-failed
`;
const blockWait = `needs: [preprocessing]
ssh:
  remoteHost: \${{ inputs.resource.ip }}
steps:
  - run: |
      source utils/wait_service.sh
    early-cancel: any-job-failed
`;
const freeRunner = `steps:
  - uses: marketplace/job_runner/v4.0
    early-cancel: any-job-failed
    with:
      resource: \${{ inputs.resource }}
      rundir: \${PW_PARENT_JOB_DIR}
      inject_markers: false
      use_existing_script: true
      script_path: \${PW_PARENT_JOB_DIR}/workflows/hello/start.sh
`;
const earlyAnnouncement = `needs: [preprocessing]
steps:
  - run: echo "https://\${PW_PLATFORM_HOST}/me/session/\${PW_USER}/\${{ sessions.session }}/"
`;
const waitWithoutPort = `until [ -f job.started ]; do sleep 3; done
echo "HOSTNAME=$(cat HOSTNAME)" >> "$OUTPUTS"
`;

// What a test suite for such workflows would assert, broken once, and the rule that tells it.
const parts: readonly (readonly [string, Readonly<Record<string, string>>, ...string[]])[] = [
  ['start.sh is there', without(sessionExample(), 'workflows/hello/start.sh'), 'script-path-not-found'],
  [
    'the script writes HOSTNAME',
    withStart(start.replace('hostname > HOSTNAME\n', '')),
    'hostname-file-never-written',
  ],
  ['the script writes SESSION_PORT', withStart(start.replace(/^echo.*\n/m, '')), 'port-file-never-written'],
  [
    'the script touches job.started',
    withStart(start.replace('touch job.started\n', '')),
    'started-marker-never-written',
  ],
  [
    'the script is not empty',
    withStart('#!/bin/bash\n'),
    'hostname-file-never-written',
    'port-file-never-written',
    'started-marker-never-written',
  ],
  ['the script starts a service', withStart(start.replace(/^exec.*\n/m, '')), 'start-script-without-service'],
  ['the first line counts', withStart(start.replace('#!/bin/bash', '#!/bin/bash -l')), 'shebang-ignored'],
  [
    'no helper of the older layout',
    edited('source utils', 'cat service.json\n          source utils', { wait_for_service: blockWait }),
    'retired-helper',
  ],
  ['the file is YAML', edited('jobs:', 'jobs: ['), 'yaml-syntax'],
  [
    'there is a session',
    sessionExample({ sessions: '', without: ['wait_for_service', 'update_session'] }),
    'missing-session',
  ],
  ['there are jobs', { [workflowPath]: "permissions: ['*']\n" }, 'missing-key'],
  ['there is a form', edited('\non:', "\n'off':"), 'undeclared-input', 'unknown-key'],
  [
    'there is a checkout',
    sessionExample({ without: ['preprocessing'], session_runner: freeRunner, wait_for_service: freeWait }),
    'missing-checkout',
  ],
  ['there is a runner', sessionExample({ without: ['session_runner'] }), 'missing-runner'],
  ['the session is updated', sessionExample({ without: ['update_session'] }), 'session-never-updated'],
  [
    'the resource is declared',
    edited('resource:\n        type: compute', 'cluster:\n        type: compute'),
    'undeclared-input',
  ],
  [
    'the resource is a cluster',
    edited('type: compute-clusters\n        autoselect: true', 'type: string'),
    'field-of-plain-value',
  ],
  [
    'the runner needs the checkout',
    edited(
      'needs: [preprocessing]\n    steps:\n      - uses: marketplace',
      'steps:\n      - uses: marketplace',
    ),
    'checkout-not-awaited',
  ],
  ['the wait needs the checkout', sessionExample({ wait_for_service: freeWait }), 'checkout-not-awaited'],
  [
    'the update needs the wait',
    edited('needs: [wait_for_service]', 'needs: [preprocessing]'),
    'needs-not-listed',
  ],
  ['the utilities are checked out', edited('            - utils\n', ''), 'file-not-checked-out'],
  [
    'the wait gives SESSION_PORT',
    sessionExample({ files: { 'utils/wait_service.sh': waitWithoutPort } }),
    'unknown-output',
  ],
  [
    'the port is handed on',
    edited('          remotePort: ${{ needs.wait_for_service.outputs.SESSION_PORT }}\n', ''),
    'missing-session-port',
  ],
  [
    'the script runs in the job directory',
    edited('          rundir: ${PW_PARENT_JOB_DIR}\n', ''),
    'missing-run-directory',
  ],
  [
    'the target is named',
    edited('          target: ${{ inputs.resource.id }}\n', ''),
    'wrong-session-target',
  ],
  [
    'the address is told when it leads somewhere',
    sessionExample({ complete: earlyAnnouncement }),
    'session-announced-early',
  ],
  [
    'the jobs have an order',
    edited('preprocessing:\n', 'preprocessing:\n    needs: [update_session]\n'),
    'needs-cycle',
  ],
];

describe('a workflow that breaks one assertion of the guide', () => {
  for (const [what, files, ...expected] of parts) {
    test(what, async () => expect(await rulesOn(files)).toEqual(expected));
  }
});
