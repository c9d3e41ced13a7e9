import { run } from '../support/one-workflow.ts';

/** What is listed for the workflow's sake; the proxy of the machine that tests is none of it. */
const isOfWorkflow = ({ what }: { readonly what: string }) => what !== 'network settings';

// What spec/run.md says of the engine, a small workflow for each sentence that workflow-run.test.ts does not hold.

describe('conditions', () => {
  test('are keywords of a step and of a job, with and without braces', async () => {
    const { record, outputs, outcomes } = await run(`jobs:
  bad:
    steps:
      - run: exit 1
        ignore-errors: false
      - run: echo "NEVER=x" >> $OUTPUTS
      - if: error
        run: echo "ERROR=x" >> $OUTPUTS
      - if: \${{ always }}
        run: echo "ALWAYS=x" >> $OUTPUTS
      - if: \${{ !completed && inputs.flag }}
        run: echo "BOTH=x" >> $OUTPUTS
      - if: never
        run: echo "NO=x" >> $OUTPUTS
      - if: false
        run: echo "NO=x" >> $OUTPUTS
  good: {steps: [{run: "true"}]}
  rescue: {needs: [bad, good], if: "\${{ error }}", steps: [{run: "true"}]}
  usual: {needs: [bad, good], steps: [{run: "true"}]}
  fine: {needs: [good], steps: [{run: "true"}]}
on: {execute: {inputs: {flag: {type: boolean, default: true}}}}
`);
    expect(outputs['bad']).toEqual({ ERROR: 'x', ALWAYS: 'x', BOTH: 'x' });
    expect(outcomes).toEqual({
      bad: 'failed',
      good: 'passed',
      rescue: 'passed',
      usual: 'skipped',
      fine: 'passed',
    });
    expect(record.failure?.message).toContain('step "exit 1" failed with status 1');
  });
});

describe('where a step runs', () => {
  test('is here for an empty host, localhost, the resource and null', async () => {
    const { record, outputs } = await run(`jobs:
  main:
    ssh: {remoteHost: "\${{ inputs.resource.ip }}"}
    working-directory: \${PW_PARENT_JOB_DIR}/deep/er
    steps:
      - run: echo "JOB=\${PWD#$PW_PARENT_JOB_DIR/}" >> $OUTPUTS
      - ssh: {remoteHost: ""}
        working-directory: ~/elsewhere
        run: echo "HOME_DIR=\${PWD#$HOME/}" >> $OUTPUTS
      - ssh: {remoteHost: localhost}
        working-directory: below
        run: echo "BELOW=\${PWD#$PW_PARENT_JOB_DIR/}" >> $OUTPUTS
      - ssh: null
        shell: sh -e {0}
        run: |
          echo "SHELL_FLAGS=$-" >> $OUTPUTS
          echo "BASHISM=\${BASH_VERSION:-none}" >> $OUTPUTS
on: {execute: {inputs: {resource: {type: compute-clusters}}}}
`);
    expect(record.failure).toBeUndefined();
    expect(outputs['main']).toMatchObject({ JOB: 'deep/er', HOME_DIR: 'elsewhere', BELOW: 'below' });
    expect(outputs['main']?.['SHELL_FLAGS']).toContain('e');
  });
  test('is refused by name for another host', async () => {
    const { record } = await run(
      'jobs:\n  main:\n    ssh: {remoteHost: login.example.org}\n    steps:\n      - run: echo\n',
    );
    expect(record.failure).toMatchObject({
      cause: 'unsupported',
      message: 'job "main": host "login.example.org" is not part of a local run',
    });
  });
  test.each(['scheduler-agent', 'wait-for-agent'])('is refused by name for %s', async (name) => {
    const { record } = await run(
      `jobs: {main: {steps: [{uses: parallelworks/${name}, with: {agentId: x}}]}}\n`,
    );
    expect(record.failure).toMatchObject({ cause: 'unsupported' });
    expect(record.failure?.message).toContain(`"parallelworks/${name}" cannot be run here`);
    expect(record.fidelity).toContainEqual({
      what: `parallelworks/${name}`,
      how: 'skipped',
      why: 'there is no scheduler agent here',
    });
  });
});

describe('what is not here is listed', () => {
  test('commands that are not emulated, hosts that do not exist, another run', async () => {
    const { record } = await run(`jobs:
  main:
    steps:
      - run: |
          pw kube auth || true
          ssh login.example.org true || true
          pw workflows runs cancel other-00007
`);
    expect(record.outcome).toBe('passed');
    expect(record.fidelity.filter(isOfWorkflow)).toEqual([
      {
        what: 'pw kube auth',
        how: 'skipped',
        why: 'it is not emulated in a local run; it ended with status 1',
      },
      {
        what: 'pw workflows runs cancel other-00007',
        how: 'skipped',
        why: 'there is no such run here',
      },
      {
        what: 'ssh login.example.org',
        how: 'skipped',
        why: 'the host is not part of a local run; the command ended with status 255',
      },
    ]);
  });
  test.each([
    ['ssh', 'ssh user@login.example.org true'],
    ['a program that calls it', 'touch file && rsync -a file user@192.0.2.7:file'],
    ['scp', 'touch file && scp file login.example.org:'],
  ])('a run that needs such a host is skipped: %s', async (_title, command) => {
    const { record } = await run(`jobs: {main: {steps: [{run: "${command}"}]}}\n`);
    expect(record).toMatchObject({
      outcome: 'skipped',
      skipped: expect.stringMatching(/^unsupported: the host "[\w.]+" is not part of a local run$/),
    });
  });
  test('a host that is a bare word, or that was asked long before the end, excuses nothing', async () => {
    const commands = ['ssh undefined true', 'ssh login.example.org true || true; seq 9; cat absent'];
    for (const command of commands) {
      const { record } = await run(`jobs: {main: {steps: [{run: "${command}"}]}}\n`);
      expect(record).toMatchObject({ outcome: 'failed', failure: { cause: 'step-failed' } });
    }
  });
  test('a run is skipped where the path of a socket is too long, which it may not be on the platform', async () => {
    const bind = `import socket; socket.socket(socket.AF_UNIX).bind('$PWD/${'deep/'.repeat(10)}socket')`;
    const { record } = await run(`jobs: {main: {steps: [{run: "python3 -c \\"${bind}\\""}]}}\n`);
    expect(record).toMatchObject({
      outcome: 'skipped',
      skipped: expect.stringMatching(/^needs shorter paths than a run has here: .*AF_UNIX path too long; /),
    });
  });
  test('another repository that is checked out, another workflow that is called', async () => {
    const { record } = await run(
      `jobs:
  main:
    steps:
      - uses: parallelworks/checkout
        with: {repo: "https://github.com/org/elsewhere.git", branch: main, sparse_checkout: [nothing]}
      - uses: marketplace/something/v1
      - uses: gitlab/group/project@main
      - uses: parallelworks/cancel-jobs
        with: {slug: other-00009}
`,
      { repository: 'org/repo' },
    );
    expect(record.outcome).toBe('passed');
    expect(record.fidelity.filter(isOfWorkflow).map(({ what, how }) => `${how} ${what}`)).toEqual(
      [
        'emulated parallelworks/cancel-jobs',
        'skipped cancel-jobs of run other-00009',
        'skipped checkout of org/elsewhere',
        'stand-in gitlab/group/project@main',
        'stand-in marketplace/something/v1',
        'emulated parallelworks/checkout',
      ].sort((a, b) => (a.split(' ').slice(1).join(' ') < b.split(' ').slice(1).join(' ') ? -1 : 1)),
    );
  });
});

describe('pw', () => {
  test('knows endpoints, sessions, clusters and ssh', async () => {
    const { record, outputs } = await run(`jobs:
  main:
    steps:
      - run: |
          pw endpoints run --name board -- bash -c 'echo "RAN={port} $PORT $PW_ENDPOINT_HOST $PW_ENDPOINT_PATH {path}" >> $OUTPUTS; exec sleep 60' &
          until grep -q RAN "$OUTPUTS"; do sleep 0.1; done
          echo "LIST=$(pw endpoints list | cut -f 1)" >> $OUTPUTS
          pw endpoints delete board
          echo "GONE=$(pw endpoints list)" >> $OUTPUTS
          echo "CLUSTER=$(pw cluster ls | tail -n 1 | cut -f 1)" >> $OUTPUTS
          echo "SSH=$(pw ssh local 'echo there')" >> $OUTPUTS
          pw sessions ls
`);
    expect(record.failure).toBeUndefined();
    const { RAN = '', ...others } = outputs['main'] ?? {};
    expect(RAN).toMatch(/^(\d+) \1 localhost \/ \/$/);
    expect(others).toEqual({ LIST: 'board', GONE: '', CLUSTER: 'local', SSH: 'there' });
  });
});
