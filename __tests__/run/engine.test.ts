import { runForReal, shortLimits } from '../support/real-run.ts';

// What spec/run.md says of the engine, a small workflow for each sentence that workflow-run.test.ts does not hold.

type Request = Parameters<typeof runForReal>[1];

async function run(text: string, request: Request = {}, files: Readonly<Record<string, string>> = {}) {
  const { record } = await runForReal(
    { 'workflows/x/workflow.yaml': text, ...files },
    { limits: shortLimits, ...request },
  );
  return {
    record,
    outputs: Object.fromEntries(record.jobs.map((job) => [job.job, job.outputs])),
    outcomes: Object.fromEntries(record.jobs.map((job) => [job.job, job.outcome])),
    /** What stands in a workflow text where the failure is placed. */
    blamed: text.slice(record.failure?.at?.start, record.failure?.at?.end),
  };
}

describe('limits', () => {
  test('a job that takes longer than its timeout is stopped and failed; its clean-ups run', async () => {
    const { record, outcomes, outputs } = await run(`jobs:
  long:
    timeout: 1s
    steps:
      - run: sleep 30
        cleanup: touch cleaned
      - run: touch never
  after:
    needs: [long]
    if: \${{ always }}
    steps:
      - run: echo "LEFT=$(ls cleaned never 2> /dev/null | tr '\\n' ' ')" >> $OUTPUTS
`);
    expect(outcomes).toEqual({ long: 'failed', after: 'passed' });
    expect(outputs['after']).toEqual({ LEFT: 'cleaned ' });
    expect(record.failure?.message).toBe('job "long": it did not end within its timeout of 1 s');
  });
  test('a workflow that takes longer than its timeout ends', async () => {
    const { record, outcomes, blamed } = await run(`timeout: 1s
jobs:
  long:
    steps:
      - run: sleep 30
  later:
    needs: [long]
    steps:
      - run: echo
`);
    expect(outcomes).toEqual({ long: 'cancelled', later: 'cancelled' });
    expect(record.failure?.message).toBe('the workflow did not end within its timeout of 1 s');
    expect(blamed).toBe('1s');
  });
  test('a retried step has 30 s for an attempt unless it says otherwise, and its own timeout is the upper bound', async () => {
    const { record } = await run(`jobs:
  main:
    steps:
      - name: tries
        run: sleep 30
        timeout: 5s
        retry: {max-retries: 1, interval: 0s, timeout: 1s}
`);
    expect(record.failure?.message).toBe('job "main": step "tries" did not end in time (attempt 2 of 2)');
  });
});

describe('a matrix', () => {
  const many = (strategy: string): string => `jobs:
  many:
    strategy:
      matrix: {n: [0, 1, 2, 3]}
${strategy}    steps:
      - run: |
          echo "\${{ matrix.n }} in" >> order
          sleep 0.3
          echo "\${{ matrix.n }} out" >> order
          [ "\${{ matrix.n }}" != 1 ]
  after:
    needs: [many]
    if: \${{ always }}
    steps:
      - run: |
          echo "MOST=$(awk '/in/ { n++; if (n > m) m = n } /out/ { n-- } END { print m }' order)" >> $OUTPUTS
          echo "IN=$(grep -c in order)" >> $OUTPUTS
`;
  test('runs all its instances at once', async () => {
    const { outputs } = await run(many('      fail-fast: false\n'));
    expect(outputs['after']).toEqual({ MOST: '4', IN: '4' });
  });
  test('runs as many at once as max-parallel says', async () => {
    const { outputs, outcomes } = await run(many('      max-parallel: 1\n      fail-fast: false\n'));
    expect(outputs['after']).toEqual({ MOST: '1', IN: '4' });
    expect(outcomes).toMatchObject({ 'many-0': 'passed', 'many-1': 'failed', 'many-3': 'passed' });
  });
  test('is cancelled as a whole when one instance fails, unless fail-fast is false', async () => {
    const { outcomes, outputs } = await run(many('      max-parallel: 1\n'));
    expect(outcomes).toMatchObject({ 'many-0': 'passed', 'many-1': 'failed', 'many-2': 'cancelled' });
    expect(outputs['after']).toMatchObject({ IN: '2' });
  });
  test('of rows of a list input gives each instance its row', async () => {
    const { outputs } = await run(
      `jobs:
  workers:
    strategy:
      matrix: {worker: "\${{ inputs.workers }}"}
    steps:
      - run: echo "V=\${{ matrix.worker.name }}-$PW_MATRIX_INDEX" >> $OUTPUTS
on:
  execute:
    inputs:
      workers:
        type: list
        template:
          name: {type: string}
        default: [{name: a}, {name: b}]
`,
    );
    expect(outputs).toEqual({ 'workers-0': { V: 'a-0' }, 'workers-1': { V: 'b-1' } });
  });
  test('hides its own outputs from its instances, as the platform does', async () => {
    const { record } = await run(`jobs:
  many:
    strategy:
      matrix: {n: [0]}
    steps:
      - run: echo "A=1" >> $OUTPUTS
      - run: echo "\${{ needs.many.outputs.A }}"
`);
    expect(record.failure?.message).toContain('reads "needs.many", which nobody has written');
  });
  test('that waits for one instance goes on when the first has ended', async () => {
    const { outputs } = await run(`jobs:
  many:
    strategy:
      matrix: {n: [0, 5]}
    steps:
      - run: sleep \${{ matrix.n }}
        early-cancel: any-job-failed
  first:
    needs: ["many:any"]
    steps:
      - run: echo "AFTER=$SECONDS" >> $OUTPUTS
      - run: exit 1
`);
    expect(outputs['first']).toEqual({ AFTER: '0' });
  });
});

describe('retry', () => {
  const writes = (more: string): string => `jobs:
  main:
    steps:
      - id: tries
        run: |
          echo "TRY_$PW_WORKFLOW_STEP_CURRENT_RETRY=x" >> $OUTPUTS
          [ "\${{ env.PW_WORKFLOW_STEP_CURRENT_RETRY }}" = 1 ]
        retry: {max-retries: 2, interval: 0s${more}}
`;
  test('begins each attempt without what the one before has written', async () => {
    expect((await run(writes(''))).outputs['main']).toEqual({ TRY_1: 'x' });
    const kept = await run(writes(', clean-on-retry: false'));
    expect(kept.outputs['main']).toEqual({ TRY_0: 'x', TRY_1: 'x' });
  });
  test('repeats a called workflow as a whole; errors in it may be ignored', async () => {
    const { record, outcomes } = await run(
      `jobs:
  main:
    steps:
      - uses: github/org/repo@main
        with: {$yaml: tools/tool.yaml, attempt: "\${{ env.PW_WORKFLOW_STEP_CURRENT_RETRY }}"}
        retry: {max-retries: 2, interval: 0s}
      - uses: github/org/repo@main
        with: {$yaml: tools/tool.yaml, attempt: never}
        ignore-errors: true
`,
      { repository: 'org/repo' },
      {
        'tools/tool.yaml': `jobs:
  only:
    steps:
      - run: '[ "\${{ inputs.attempt }}" = 1 ]'
on:
  execute:
    inputs:
      attempt: {type: string}
`,
      },
    );
    expect(record.failure).toBeUndefined();
    expect(outcomes).toEqual({ main: 'passed' });
  });
});

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

describe('values', () => {
  test('that are one whole expression keep their type through with', async () => {
    const { record, outputs } = await run(
      `jobs:
  main:
    steps:
      - uses: github/org/repo@main
        with:
          $yaml: tools/tool.yaml
          flag: \${{ inputs.count > 2 }}
          count: \${{ inputs.count }}
          text: "\${{ inputs.count }} x"
          rows: \${{ inputs.rows }}
  reads:
    needs: [main]
    steps:
      - run: echo "SEEN=$(cat seen)" >> $OUTPUTS
on:
  execute:
    inputs:
      count: {type: number, default: 3}
      rows: {type: list, template: {a: {type: string}}, default: [{a: one}, {a: two}]}
`,
      { repository: 'org/repo' },
      {
        'tools/tool.yaml': `jobs:
  only:
    if: \${{ inputs.flag === true && inputs.count === 3 }}
    steps:
      - run: echo "\${{ inputs.text }} \${{ inputs.rows get 1 get a }} \${{ inputs.count + 1 }}" > $PW_PARENT_JOB_DIR/seen
on:
  execute:
    inputs:
      flag: {type: boolean, default: false}
      count: {type: number, default: 0}
      text: {type: string, default: ""}
      rows: {type: list, template: {a: {type: string}}, default: []}
`,
      },
    );
    expect(record.failure).toBeUndefined();
    expect(outputs['reads']).toEqual({ SEEN: '3 x two 4' });
  });
  test('of env stand nearest first, and read those further out', async () => {
    const { outputs } = await run(`env: {A: outer, KEY: no}
jobs:
  main:
    env: {B: "\${{ env.A }}+job"}
    steps:
      - env: {C: "\${{ env.B }}+step", PW_API_KEY: mine}
        run: |
          echo "V=$A $B $C" >> $OUTPUTS
          echo "KEY=$PW_API_KEY" >> $OUTPUTS
`);
    expect(outputs['main']).toEqual({ V: 'outer outer+job outer+job+step', KEY: 'a-local-run-has-no-key' });
  });
  test('that are hostile reach scripts whole by inputs.sh and PW_INPUT_*', async () => {
    const hostile = `it's "$HOME" \`id\` $(id) \\ ; & | é\nsecond line`;
    const { outputs, record } = await run(
      `jobs:
  main:
    steps:
      - run: |
          source inputs.sh
          [ "$g_my_text" = "$PW_INPUT_G_MY_TEXT" ] && echo "SAME=yes" >> $OUTPUTS
          printf '%s' "$g_my_text" | base64 -w 0 | sed 's/^/TEXT=/' >> $OUTPUTS
on: {execute: {inputs: {g: {type: group, items: {my-text: {type: string}}}}}}
`,
      { inputs: { g: { 'my-text': hostile } } },
    );
    expect(record.failure).toBeUndefined();
    expect(outputs['main']?.['SAME']).toBe('yes');
    expect(Buffer.from(outputs['main']?.['TEXT'] ?? '', 'base64').toString()).toBe(hostile);
  });
  test('that nobody wrote fail the job output that reads them', async () => {
    const { record, blamed } = await run(`jobs:
  main:
    outputs: {OUT: "\${{ needs.main.outputs.NOPE }}"}
    steps: [{run: "true"}]
`);
    expect(record.failure?.message).toBe(
      'job "main": output "OUT" reads "needs.main.outputs.NOPE", which nobody has written',
    );
    expect(blamed).toBe('OUT');
  });
  test('of the organization and the user are empty, and listed', async () => {
    const { record, outputs } = await run(
      `jobs: {main: {steps: [{run: 'echo "V=[\${{ var.TOKEN }}\${{ org.SITE }}]" >> $OUTPUTS'}]}}\n`,
    );
    expect(outputs['main']).toEqual({ V: '[]' });
    expect(record.fidelity.map(({ what, how }) => `${how} ${what}`)).toEqual([
      'stand-in org.SITE',
      'stand-in var.TOKEN',
    ]);
  });
  test('that a called form requires must be passed', async () => {
    const { record, blamed } = await run(
      'jobs: {main: {steps: [{uses: github/org/repo@main, with: {$yaml: tools/tool.yaml}}]}}\n',
      { repository: 'org/repo' },
      {
        'tools/tool.yaml':
          'jobs: {only: {steps: [{run: echo}]}}\non: {execute: {inputs: {name: {type: string, label: Your name}}}}\n',
      },
    );
    expect(record.failure?.message).toContain('missing required fields: Your name');
    expect(blamed).toBe('github/org/repo@main');
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
    expect(record.fidelity).toEqual([
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
    expect(record.fidelity.map(({ what, how }) => `${how} ${what}`)).toEqual(
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

describe('a run that is cancelled from within', () => {
  test('by pw workflows runs cancel ends its jobs and runs their clean-ups', async () => {
    const { record, outcomes } = await run(`jobs:
  long:
    steps:
      - run: sleep 30
  asks:
    steps:
      - run: pw workflows runs cancel "$PW_RUN_SLUG"; sleep 30
        cleanup: touch cleaned
`);
    expect(outcomes).toEqual({ long: 'cancelled', asks: 'cancelled' });
    expect(record.failure).toBeUndefined();
  });
  test('by cancel-jobs ends the named jobs only', async () => {
    const { outcomes } = await run(`jobs:
  long:
    steps:
      - run: sleep 30
  other:
    steps:
      - run: sleep 1
  asks:
    steps:
      - uses: parallelworks/cancel-jobs
        with: {jobs: [long]}
`);
    expect(outcomes).toEqual({ long: 'cancelled', other: 'passed', asks: 'passed' });
  });
});

describe('pw', () => {
  test('knows endpoints, sessions, clusters and ssh', async () => {
    const { record, outputs } = await run(`jobs:
  main:
    steps:
      - run: |
          pw endpoints run --name board -- bash -c 'echo "RAN={port} $PORT $PW_ENDPOINT_HOST $PW_ENDPOINT_PATH {path}" >> $OUTPUTS'
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
