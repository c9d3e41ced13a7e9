import { existsSync } from 'node:fs';
import { commandOf, environmentOf, listeningSockets, processTable } from '../../src/host/processes/proc.ts';
import { sessionExample } from '../../src/rules/examples/session-example.ts';
import type { RunMode } from '../../src/trace/run-record.ts';
import { runForReal, severalAtATime } from '../support/real-run.ts';

// Scripts that do what they can to leave something behind, each cut off at another moment. Fifty in CI
// (PW_CHECK_FULL=1), fewer with a scheduler, in every mode as many as PW_CHECK_ADVERSARIAL says in a long test, else a few.
const full = process.env['PW_CHECK_FULL'] === '1';
const asked = (inCi: number): number => Number(process.env['PW_CHECK_ADVERSARIAL'] ?? (full ? inCi : 4));
const modes = [
  { mode: 'controller', count: asked(50) },
  { mode: 'slurm', count: asked(18) },
  { mode: 'pbs', count: asked(18) },
] as const;
const together = 4;

/** A number that only this test's processes sleep for. */
const long = 70_000 + (process.pid % 9000);

const tricks: readonly string[] = [
  `setsid sleep ${long} &`,
  `(setsid bash -c 'sleep ${long} & exit' &)`,
  `(env -i setsid sleep ${long} &)`,
  `trap '' TERM INT HUP; sleep ${long} &`,
  `for _ in $(seq 15); do setsid nohup sleep ${long} > /dev/null 2>&1 & done`,
  `bash -c 'trap "" TERM; while :; do sleep ${long}; done' &`,
  `kill -- -$$ 2> /dev/null; kill -STOP $$ & sleep ${long}`,
  'mkdir -p "$TMPDIR/deep/er"; chmod 000 "$TMPDIR/deep/er"; rm -rf "$PW_PARENT_JOB_DIR"',
  'kill -9 $PPID',
  `exec setsid sleep ${long}`,
];

/** What can be done to a batch job, and by it. */
const batchTricks: readonly string[] = [
  `printf '#!/bin/bash\\nsetsid sleep ${long}\\n' > own.sh; sbatch own.sh || qsub own.sh`,
  'scancel "$SLURM_JOB_ID"; qdel "$PBS_JOBID"; trap "" TERM',
  `(setsid bash -c 'scancel "$SLURM_JOB_ID"; qdel "$PBS_JOBID"; exec sleep ${long}' &)`,
  `srun setsid sleep ${long} & scontrol requeue "$SLURM_JOB_ID"`,
  'rm -f run.*.out; mkdir run.out; kill -STOP $$',
  `unset SLURM_JOB_ID PBS_JOBID PW_CHECK_RUN; setsid sleep ${long} & exit 0`,
  'exec > /dev/null 2>&1; exit 271',
  'yes job.ended | head -c 20M; rm -rf "$PW_PARENT_JOB_DIR"',
];

const script = (trick: string): string => `#!/bin/bash
port=$(pw agent open-port)
hostname > HOSTNAME
echo "$port" > SESSION_PORT
touch job.started
python3 -m http.server "$port" &
${trick}
wait
`;

/** The job runner of the example hands the script to the scheduler. */
function repository(mode: RunMode, trick: string): Readonly<Record<string, string>> {
  const texts = sessionExample({ files: { 'workflows/hello/start.sh': script(trick) } });
  const path = 'workflows/hello/workflow.yaml';
  const inject = /( +)inject_markers: false/;
  expect(texts[path]).toMatch(inject);
  return mode === 'controller'
    ? texts
    : { ...texts, [path]: texts[path]?.replace(inject, '$1inject_markers: false\n$1scheduler: true') ?? '' };
}

test.each(modes)(
  '$count scripts that try to stay in mode $mode leave nothing',
  async ({ mode, count }) => {
    const directories: string[] = [];
    const ports = new Set<number>();
    const own = mode === 'controller' ? tricks : [...batchTricks, ...tricks];
    await severalAtATime(
      Array.from({ length: count }, (_, index) => index),
      together,
      async (index) => {
        const control = new AbortController();
        let timer: NodeJS.Timeout | undefined;
        await runForReal(
          repository(mode, own[index % own.length] ?? ''),
          {
            mode,
            limits: { startMs: 4000, stableMs: 300, waitMs: 500, stopMs: 300 },
            scheduler: { queueDelayMs: (index % 3) * 100 },
          },
          {
            signal: control.signal,
            watch: (event) => {
              if (event.type === 'run-started') {
                directories.push(event.jobDirectory);
                timer = setTimeout(() => control.abort(), 300 + (index % 7) * 400);
              }
              if (event.type === 'listening') ports.add(event.port);
            },
          },
        );
        clearTimeout(timer);
      },
    );
    expect(directories).toHaveLength(count);
    expect(directories.filter((directory) => existsSync(directory.replace(/\/home\/.*$/, '')))).toEqual([]);
    expect(processTable().filter((row) => commandOf(row).includes(`sleep ${long}`))).toEqual([]);
    expect(listeningSockets().filter((socket) => ports.has(socket.port))).toEqual([]);
    const runs = new Set(
      directories.map((directory) => directory.replace(/^.*pw-workflow-check-run-([^/]+).*$/, '$1')),
    );
    const left = processTable().filter((row) => runs.has(environmentOf(row.pid, 'PW_CHECK_RUN') ?? ''));
    expect(left.map(commandOf)).toEqual([]);
  },
  // On a machine that does much else a run takes several times as long as its limits.
  Math.max(600_000, Number(process.env['PW_CHECK_ADVERSARIAL'] ?? 0) * 6000),
);
