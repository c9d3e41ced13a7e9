import { run } from '../../support/one-workflow.ts';

// What spec/run.md says of the engine, a small workflow for each sentence that workflow-run.test.ts does not hold.

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
  test('has an instance for each combination that is not excluded, and what is included extends or adds', async () => {
    const { outputs } = await run(`jobs:
  many:
    strategy:
      matrix:
        os: [x, y]
        n: [1, 2]
        exclude: [{os: x, n: 2}]
        include: [{n: 1, more: o}, {os: y, n: 2, more: z}, {os: w, n: 9, more: q}]
    steps:
      - run: echo "V=\${{ matrix.os }}-\${{ matrix.n }}-\${{ matrix.more }}" >> $OUTPUTS
  listed:
    strategy:
      matrix: {include: [{k: a}, {k: b}]}
    steps:
      - run: echo "V=\${{ matrix.k }}" >> $OUTPUTS
  single:
    strategy:
      matrix: {n: 7}
    steps:
      - run: echo "V=\${{ matrix.n }}" >> $OUTPUTS
`);
    expect(outputs).toEqual({
      'many-0': { V: 'x-1-o' },
      'many-1': { V: 'y-1-o' },
      'many-2': { V: 'y-2-z' },
      'many-3': { V: 'w-9-q' },
      'listed-0': { V: 'a' },
      'listed-1': { V: 'b' },
      'single-0': { V: '7' },
    });
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
