import { run } from '../support/one-workflow.ts';

// What spec/run.md says of the engine, a small workflow for each sentence that workflow-run.test.ts does not hold.

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
