import { run } from '../support/one-workflow.ts';

// What spec/run.md says of the engine, a small workflow for each sentence that workflow-run.test.ts does not hold.

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
    const listed = record.fidelity.filter(({ what }) => what !== 'network settings');
    expect(listed.map(({ what, how }) => `${how} ${what}`)).toEqual([
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
