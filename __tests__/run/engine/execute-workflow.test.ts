import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { runForReal, shortLimits } from '../../support/real-run.ts';

/** Runs a workflow without a service: what its jobs did is all there is to see. */
async function jobs(
  text: string,
  more: Parameters<typeof runForReal>[1] = {},
  files: Readonly<Record<string, string>> = {},
) {
  const { record } = await runForReal({ 'workflows/x/workflow.yaml': text, ...files }, more);
  const outputs = Object.fromEntries(record.jobs.map((job) => [job.job, job.outputs]));
  const outcomes = Object.fromEntries(record.jobs.map((job) => [job.job, job.outcome]));
  return { record, outputs, outcomes };
}

const step = (run: string): string => `      - run: |\n${run.replace(/^/gm, '          ')}\n`;

describe('jobs', () => {
  test('hand outputs to those that need them, and read their own', async () => {
    const { outputs, record } = await jobs(`jobs:
  first:
    steps:
${step('echo "A=one" >> "$OUTPUTS"')}      - id: second
        run: echo "B=\${{ needs.first.outputs.A }}+" >> "$OUTPUTS"
  last:
    needs: [first]
    outputs:
      C: \${{ needs.first.steps.second.outputs.B }}
    steps:
${step('echo "D=${{ needs.first.outputs.B }}" >> $OUTPUTS')}`);
    expect(record.outcome).toBe('passed');
    expect(outputs).toEqual({ first: { A: 'one', B: 'one+' }, last: { C: 'one+', D: 'one+' } });
  });
  test('run at the same time unless they need one another', async () => {
    const { record } = await jobs(`jobs:
  one:
    steps:
${step('touch one; until [ -f two ]; do sleep 0.02; done')}
  two:
    steps:
${step('touch two; until [ -f one ]; do sleep 0.02; done')}`);
    expect(record.outcome).toBe('passed');
  });
  test('are skipped when what they need failed, and run all the same when they say always', async () => {
    const { outcomes, record } = await jobs(`jobs:
  bad:
    steps:
${step('exit 3')}
  after:
    needs: [bad]
    steps:
${step('echo')}
  anyway:
    needs: [bad]
    if: \${{ always }}
    steps:
${step('sleep 0.1')}`);
    expect(outcomes).toMatchObject({ bad: 'failed', after: 'skipped' });
    expect(record.failure).toMatchObject({
      cause: 'step-failed',
      message: 'job "bad": step "exit 3" failed with status 3',
    });
  });
  test('are multiplied by a matrix, inclusions and exclusions counted in', async () => {
    const { outputs } = await jobs(`jobs:
  many:
    strategy:
      matrix:
        size: [1, 2]
        color: [red, blue]
        exclude:
          - {size: 2, color: blue}
        include:
          - {size: 3, color: green}
    steps:
${step('echo "V=${{ matrix.size }}${{ matrix.color }}$PW_MATRIX_INDEX" >> $OUTPUTS')}`);
    expect(Object.values(outputs).map((one) => one['V'])).toEqual(['1red0', '1blue1', '2red2', '3green3']);
  });
});

describe('steps', () => {
  test('are tried again as often as retry says, and know which attempt it is', async () => {
    const { record, outputs } = await jobs(`jobs:
  main:
    steps:
      - run: |
          echo "N=$PW_WORKFLOW_STEP_CURRENT_RETRY/$PW_WORKFLOW_STEP_MAX_RETRIES" >> $OUTPUTS
          [ "$PW_WORKFLOW_STEP_CURRENT_RETRY" = 2 ]
        retry: {max-retries: 3, interval: 0s, timeout: 5s}`);
    expect(record.outcome).toBe('passed');
    expect(outputs['main']).toEqual({ N: '2/3' });
  });
  test('that take too long are stopped and fail', async () => {
    const { record } = await jobs(`jobs:
  main:
    steps:
      - name: long
        timeout: 1s
        run: sleep 30`);
    expect(record.failure?.message).toBe('job "main": step "long" did not end in time');
  });
  test('may fail when errors are ignored', async () => {
    const { record } = await jobs(
      'jobs:\n  main:\n    steps:\n      - run: exit 1\n        ignore-errors: true\n      - run: echo',
    );
    expect(record.outcome).toBe('passed');
  });
  test('clean up at the end of the job, the last one first', async () => {
    const { outputs } = await jobs(`jobs:
  main:
    steps:
      - run: 'true'
        cleanup: echo first >> order
      - run: 'true'
        cleanup: echo second >> order
      - run: '[ ! -e order ]'
  after:
    needs: [main]
    steps:
${step('echo "ORDER=$(tr "\\n" " " < order)" >> $OUTPUTS')}`);
    expect(outputs['after']).toEqual({ ORDER: 'second first ' });
  });
  test('with early-cancel end as soon as another job fails', async () => {
    const { outcomes } = await jobs(
      `jobs:
  waits:
    steps:
      - run: sleep 30
        early-cancel: any-job-failed
  fails:
    steps:
${step('sleep 0.2; exit 1')}
  sees:
    if: \${{ always }}
    needs: [waits]
    steps:
${step('echo')}`,
      { limits: { ...shortLimits, stopMs: 1000 } },
    );
    expect(outcomes['waits']).toBe('cancelled');
  });
  test('see variables of workflow, job and step, the nearest one first, and share no shell', async () => {
    const { outputs } = await jobs(`env: {A: workflow, B: workflow, C: workflow}
jobs:
  main:
    env: {B: job, C: job}
    steps:
      - run: export A=changed
      - env: {C: step}
        run: echo "V=$A $B $C" >> $OUTPUTS`);
    expect(outputs['main']).toEqual({ V: 'workflow job step' });
  });
  test('that read what nobody wrote are blamed at the expression', async () => {
    const text = `jobs:\n  main:\n    steps:\n      - run: echo "\${{ needs.main.outputs.NOTHING }}"\n`;
    const { record } = await jobs(text);
    const { at } = record.failure ?? {};
    expect(text.slice(at?.start, at?.end)).toBe('${{ needs.main.outputs.NOTHING }}');
  });
  test('that fail are blamed at their line', async () => {
    const text = `jobs:\n  main:\n    steps:\n      - run: |\n          set -e\n          echo fine\n          ls no-such-file\n          echo never\n`;
    const { record } = await jobs(text);
    const { at } = record.failure ?? {};
    expect(text.slice(at?.start, at?.end)).toBe('ls no-such-file');
  });
});

describe('the world of a script', () => {
  test('has the inputs in three ways and nothing of ours', async () => {
    process.env['GITHUB_TOKEN'] = 'secret';
    process.env['INPUT_PATH'] = 'x';
    const { outputs } = await jobs(`jobs:
  main:
    steps:
${step('source inputs.sh\necho "A=${{ inputs.g.name }}|$g_name|$PW_INPUT_G_NAME" >> $OUTPUTS\necho "B=$(env | grep -cE "^(GITHUB_|INPUT_|ACTIONS_)")" >> $OUTPUTS')}
on:
  execute:
    inputs:
      g:
        type: group
        items:
          name: {type: string, default: "it's $HOME"}`);
    delete process.env['GITHUB_TOKEN'];
    delete process.env['INPUT_PATH'];
    expect(outputs['main']).toEqual({ A: expect.stringMatching(/\|it's \$HOME\|it's \$HOME$/), B: '0' });
  });
  test('has pw, ssh and scp, which refuse what is not here', async () => {
    const { outputs } = await jobs(`jobs:
  main:
    steps:
${step(`port=$(pw agent open-port)
[[ "$port" =~ ^[0-9]+$ ]] && echo "PORT=fine" >> $OUTPUTS
~/pw/pw kube auth 2> /dev/null || echo "KUBE=refused" >> $OUTPUTS
echo "SSH=$(ssh -o BatchMode=yes user@localhost 'echo over there; pwd')" >> $OUTPUTS
ssh elsewhere true 2> /dev/null || echo "ELSEWHERE=$?" >> $OUTPUTS
echo text > file
scp file localhost:./copied && echo "SCP=$(cat ~/copied)" >> $OUTPUTS`)}`);
    expect(outputs['main']).toMatchObject({
      PORT: 'fine',
      KUBE: 'refused',
      SSH: 'over there',
      ELSEWHERE: '255',
      SCP: 'text',
    });
  });
  test('has what sparse_checkout names and nothing else', async () => {
    const { outputs } = await jobs(
      `jobs:
  main:
    steps:
      - uses: parallelworks/checkout
        with:
          repo: https://github.com/o/r
          branch: main
          path: code
          sparse_checkout: [tools]
${step('echo "FILES=$(cd code && find . -type f | sort | tr "\\n" " ")" >> $OUTPUTS')}`,
      {},
      { 'tools/a.sh': '#!/bin/bash\n', 'other/b.sh': '' },
    );
    expect(outputs['main']).toEqual({ FILES: './tools/a.sh ' });
  });
});

describe('whatever happens', () => {
  const left = (): readonly string[] =>
    readdirSync(tmpdir()).filter((name) => name.startsWith('pw-workflow-check-run-'));
  const service = `sessions:
  session: {}
jobs:
  main:
    steps:
${step('trap "" TERM\nsetsid sleep 300 &\nenv -i setsid sleep 300 &\nsleep 300')}`;
  test('an interrupted run leaves no process and no directory', async () => {
    const before = left();
    const control = new AbortController();
    let directory = '';
    const { record } = await runForReal(
      { 'workflows/x/workflow.yaml': service },
      { limits: { ...shortLimits, stopMs: 500 } },
      {
        signal: control.signal,
        watch: (event) => {
          if (event.type === 'run-started') directory = event.jobDirectory;
          if (event.type === 'step') setTimeout(() => control.abort(), 200);
        },
      },
    );
    expect(record).toMatchObject({ outcome: 'skipped', skipped: 'interrupted' });
    expect(directory).not.toBe('');
    expect(existsSync(directory)).toBe(false);
    expect(
      record.leftovers.filter((one) => one.kind === 'process').map((one) => pidAlive(one)),
    ).not.toContain(true);
    expect(left().filter((name) => !before.includes(name) && directory.includes(name))).toEqual([]);
  });
  test('a program that is missing skips the run by name', async () => {
    const { record } = await jobs('jobs:\n  main:\n    steps:\n      - run: echo', {
      requires: ['no-such-program'],
    });
    expect(record).toMatchObject({
      outcome: 'skipped',
      skipped: 'needs no-such-program, which is not installed',
    });
  });
});

function pidAlive(leftover: object): boolean {
  const { pid } = leftover as { pid: number };
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
