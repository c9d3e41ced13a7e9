import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examineMachine } from '../../../src/app/doctor.ts';
import { nodeSchedulers } from '../../../src/host/processes/schedulers.ts';
import { nodeToolRunner } from '../../../src/host/processes/tool-runner.ts';
import type { ToolRunner } from '../../../src/ports/tool-runner.ts';

/** A machine on which exactly these commands are installed, as shell scripts. */
async function onMachineWith<T>(
  commands: Readonly<Record<string, string>>,
  use: (schedulers: ReturnType<typeof nodeSchedulers>, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pwc-test-schedulers-'));
  try {
    mkdirSync(join(folder, 'bin'));
    for (const [name, text] of Object.entries(commands)) {
      writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    }
    const machine = {
      programPath: [join(folder, 'bin'), '/usr/bin', '/bin'],
      passedOn: { SITE: 'here' },
      find: (name: string) => (Object.hasOwn(commands, name) ? join(folder, 'bin', name) : undefined),
    };
    return await use(nodeSchedulers(machine, nodeToolRunner()), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const slurm = (sinfo: string) => ({ sbatch: ':', squeue: ':', scontrol: ':', scancel: ':', sinfo });
const pbs = (qstat: string) => ({ qsub: ':', qdel: ':', qstat });
const stateOf = (commands: Readonly<Record<string, string>>, scheduler: 'slurm' | 'pbs') =>
  onMachineWith(commands, (schedulers) => schedulers.state(scheduler));

describe('SLURM', () => {
  test.each([
    ['up idle', 'an idle node'],
    ['up down*\nup mixed', 'one node of two'],
    ['inact idle\nup allocated', 'a partition that is up'],
    ['up idle~', 'a node that is powered down to save energy'],
  ])('is used when sinfo says %j (%s)', async (said) => {
    expect(await stateOf(slurm(`echo "${said}"`), 'slurm')).toEqual({ kind: 'answers' });
  });
  test('is not believed when only its commands are there', async () => {
    const said = 'echo "sinfo: error: Unable to contact slurm controller (connect failure)" >&2; exit 1';
    expect(await stateOf(slurm(said), 'slurm')).toEqual({
      kind: 'silent',
      why: 'sinfo: error: Unable to contact slurm controller (connect failure)',
    });
  });
  test('is not used when none of its nodes takes jobs', async () => {
    expect(await stateOf(slurm('printf "up down*\\nup drained\\n"'), 'slurm')).toEqual({
      kind: 'silent',
      why: 'its nodes are down*, drained',
    });
    expect(await stateOf(slurm('echo "inact idle"'), 'slurm')).toEqual({
      kind: 'silent',
      why: 'no partition is up',
    });
  });
  test('that hangs is given up', async () => {
    const from = Date.now();
    expect(await stateOf(slurm('sleep 60'), 'slurm')).toEqual({
      kind: 'silent',
      why: 'no answer within 3 s',
    });
    expect(Date.now() - from).toBeLessThan(10_000);
  });
  test('without one of its commands is missing', async () => {
    const { scancel: _, ...others } = slurm('echo "up idle"');
    expect(await stateOf(others, 'slurm')).toEqual({ kind: 'missing', command: 'scancel' });
  });
  test('is asked once, with the environment that runs have', async () => {
    await onMachineWith(
      slurm('[ "$SITE" = here ] && [ -z "$HOME" ] && echo . >> "$(dirname "$0")/asked" && echo "up idle"'),
      async (schedulers, folder) => {
        expect(await Promise.all([schedulers.state('slurm'), schedulers.state('slurm')])).toEqual([
          { kind: 'answers' },
          { kind: 'answers' },
        ]);
        const { stdout } = await nodeToolRunner().run({
          command: 'cat',
          arguments: [join(folder, 'bin/asked')],
          timeoutMs: 5000,
          maxOutputBytes: 100,
        });
        expect(stdout).toBe('.\n');
      },
    );
  });
});

describe('PBS', () => {
  test('is used when its server answers', async () => {
    expect(await stateOf(pbs('[ "$1" = -B ] && echo "Server Max Tot"'), 'pbs')).toEqual({ kind: 'answers' });
  });
  test('is used when it knows no servers but lists its queue', async () => {
    expect(await stateOf(pbs('[ -z "$1" ] || exit 2'), 'pbs')).toEqual({ kind: 'answers' });
  });
  test('is used when its queue is empty, which imitations call an unknown job', async () => {
    expect(await stateOf(pbs('[ -z "$1" ] && exit 153; exit 2'), 'pbs')).toEqual({ kind: 'answers' });
  });
  test('is not believed when its server does not answer', async () => {
    expect(await stateOf(pbs('echo "qstat: cannot connect to server" >&2; exit 255'), 'pbs')).toEqual({
      kind: 'silent',
      why: 'qstat: cannot connect to server',
    });
  });
  test('that is SLURM in other clothes says so', async () => {
    const wrapper = { ...pbs('exit 0'), qsub: '# qsub - submits jobs to Slurm in familiar pbs format' };
    expect(await stateOf(wrapper, 'pbs')).toEqual({
      kind: 'answers',
      flavour: 'the commands are those of SLURM that look like PBS',
    });
  });
});

test('doctor tells a scheduler that answers from one that is only installed', async () => {
  const tools: ToolRunner = {
    run: async () => ({ status: undefined, stdout: '', stderr: '', failed: 'missing' }),
  };
  const rows = await onMachineWith({ ...slurm('exit 1'), ...pbs('exit 0') }, (schedulers) =>
    examineMachine({ tools, schedulers }),
  );
  expect(rows.filter(({ what }) => /SLURM|PBS/.test(what))).toEqual([
    {
      what: 'SLURM (sbatch)',
      state: 'silent',
      detail: 'installed, but it cannot be used (status 1); the mode slurm is emulated',
    },
    { what: 'PBS (qsub)', state: 'found', detail: 'it answers and takes jobs' },
  ]);
});
