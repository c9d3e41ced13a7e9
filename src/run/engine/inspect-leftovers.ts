import type { ProcessInfo } from '../../ports/processes.ts';
import type { Leftover } from '../../trace/run-record.ts';
import { executeScript } from './execute-script.ts';
import type { ServiceScript } from './job-state.ts';
import { joinPath } from './paths.ts';
import { batchJobsFile } from './prepare-run.ts';
import type { RunWorld } from './run-world.ts';

/** What outlived the cancellation, after it had its time to end. */
export interface LeftoverInspection {
  readonly leftovers: readonly Leftover[];
  readonly processes: readonly ProcessInfo[];
  /** Whether the service's script itself still runs. */
  readonly script: boolean;
}

const settleMs = 1500;
const lookMs = 20;
const maxFiles = 50;
/** So many files in HOME are looked at. */
export const mostFiles = 5000;

/**
 * Waits a moment for processes that are about to end, and for the script itself as long as it may take to clean up;
 * then says what is left. Kills nothing but batch jobs, which would start later.
 *
 * @param emulated the batch jobs of the emulated scheduler that have not ended
 */
export async function inspectLeftovers(
  world: RunWorld,
  service: ServiceScript | undefined,
  emulated: readonly string[],
): Promise<LeftoverInspection> {
  const { clock } = world.ports;
  const from = clock.now();
  let processes = world.scope.members();
  let script = runsScript(processes, service);
  while (processes.length > 0) {
    // A real scheduler ends its jobs in its own time.
    const patient = script || (world.plan.mode !== 'controller' && !world.emulatesScheduler);
    const limit = patient ? world.plan.limits.stopMs : settleMs;
    if (clock.now() - from >= limit) break;
    await clock.sleep(lookMs);
    processes = world.scope.members();
    script = runsScript(processes, service);
  }
  const pids = new Set(processes.map((one) => one.pid));
  const ports =
    processes.length === 0
      ? []
      : world.scope.listeners().filter((socket) => pids.has(world.scope.ownerOf(socket)?.pid ?? -1));
  const batch = [...(await queuedJobs(world)), ...emulated];
  return {
    processes,
    script,
    leftovers: [
      ...batch.map((id) => ({ kind: 'batch-job' as const, id })),
      ...processes.map((one) => ({ kind: 'process' as const, pid: one.pid, command: one.command })),
      ...ports.map((socket) => ({ kind: 'port' as const, port: socket.port, address: socket.address })),
      ...filesOutside(world),
    ],
  };
}

/** The jobs of a real scheduler that are still in its queue after the cancellation; they are cancelled again. */
async function queuedJobs(world: RunWorld): Promise<readonly string[]> {
  const { files } = world.ports;
  const noted = files.read(batchJobsFile(world.directory), 100_000) ?? '';
  const jobs = [...noted.matchAll(/^(?:slurm|pbs) (\d+)$/gm)].map((match) => match[1] ?? '');
  if (jobs.length === 0) return [];
  const slurm = world.plan.mode === 'slurm';
  const test = slurm
    ? '[ -n "$(squeue --noheader --states=PD,R --jobs="$id" 2> /dev/null)" ]'
    : // A server that remembers jobs that have ended lists them all the same, in the state C or F.
      'state=$(qstat -f "$id" 2> /dev/null | sed -n "s/^ *job_state = *//p"); [ -n "$state" ] && [[ "$state" != [CEF] ]]';
  const text = `for id in ${jobs.join(' ')}; do\n  if ${test}; then echo "left $id"; ${slurm ? 'scancel' : 'qdel'} "$id"; fi\ndone\n`;
  const end = await executeScript(world, {
    filled: { text, spanOfLine: () => world.plan.at },
    shell: 'bash',
    cwd: world.directory,
    env: world.env,
    logs: joinPath(world.directory, 'queue'),
    name: 'look.sh',
    signal: new AbortController().signal,
    graceMs: settleMs,
  });
  const said = files.read(end.output, 100_000) ?? '';
  return [...said.matchAll(/^left (\d+)$/gm)].map((match) => match[1] ?? '');
}

/** The script runs as `run.sh`, a copy that the job runner made; a subshell of it has the same command line. */
const runsScript = (processes: readonly ProcessInfo[], service: ServiceScript | undefined): boolean =>
  service !== undefined &&
  processes.some(
    (one) =>
      /(?:^|[\s/])run\.sh(?:\s|$)/.test(one.command) && one.step?.startsWith(`${service.job}/`) === true,
  );

/** Files in HOME that are not in the job directory: what a service leaves behind in a user's account. */
function filesOutside(world: RunWorld): readonly Leftover[] {
  const { files } = world.ports;
  return files
    .listDeep(world.home, mostFiles)
    .filter(
      (path) =>
        !world.filesBefore.has(path) && !joinPath(world.home, path).startsWith(`${world.jobDirectory}/`),
    )
    .slice(0, maxFiles)
    .map((path) => ({ kind: 'file' as const, path: `~/${path}` }));
}
