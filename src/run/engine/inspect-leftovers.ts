import type { ProcessInfo } from '../../ports/processes.ts';
import type { Leftover } from '../../trace/run-record.ts';
import { withDescendants } from '../watch/script-processes.ts';
import { executeScript } from './execute-script.ts';
import type { ServiceScript } from './job-state.ts';
import { joinPath, pathBelow } from './paths.ts';
import { batchJobsFile } from './prepare-run.ts';
import type { RunWorld } from './run-world.ts';

/** What outlived the cancellation, after it had its time to end. */
export interface LeftoverInspection {
  readonly leftovers: readonly Leftover[];
  readonly processes: readonly ProcessInfo[];
  /** Whether the service's script itself still runs. */
  readonly script: boolean;
  /** From the cancellation until no process was left; absent when one stayed. */
  readonly stopMs: number | undefined;
}

/** Where to look for what is left. */
export interface InspectionOrder {
  readonly service: ServiceScript | undefined;
  /** The port that was announced. */
  readonly port: number | undefined;
  /** When the run was cancelled, in milliseconds since it started. */
  readonly stopping: number;
  /** The batch jobs of the emulated scheduler that have not ended. */
  readonly emulated: readonly string[];
}

/** What nobody told to end has no reason to: it is given a moment, in case its parent's end is its own. */
const settleMs = 1500;
const lookMs = 20;
const maxFiles = 50;
/** So many files in HOME are looked at. */
export const mostFiles = 5000;

/**
 * Waits for processes that are about to end: those that were told to, and those of the announced port, as long as the
 * platform does; then says what is left. Kills nothing but batch jobs, which would start later.
 */
export async function inspectLeftovers(world: RunWorld, order: InspectionOrder): Promise<LeftoverInspection> {
  const { clock } = world.ports;
  const { service, port } = order;
  const from = world.elapsed();
  // A service whose script has ended before was told nothing.
  const serving = service?.ended === undefined ? servingProcesses(world, port) : new Set<number>();
  let processes = world.scope.members();
  while (processes.length > 0) {
    const told = processes.some((one) => world.signalled.has(one.pid) || serving.has(one.pid));
    // A real scheduler ends its jobs in its own time.
    const patient = told || (world.plan.mode !== 'controller' && !world.emulatesScheduler);
    const over = patient
      ? world.elapsed() - order.stopping >= world.plan.limits.stopMs
      : world.elapsed() - from >= settleMs;
    if (over) break;
    await clock.sleep(lookMs);
    processes = world.scope.members();
  }
  const stopMs = processes.length === 0 ? Math.round(world.elapsed() - order.stopping) : undefined;
  const batch = [...(await queuedJobs(world)), ...order.emulated];
  return {
    processes,
    script: runsScript(processes, service),
    stopMs,
    leftovers: [
      ...batch.map((id) => ({ kind: 'batch-job' as const, id })),
      ...processes.map((one) => ({ kind: 'process' as const, pid: one.pid, command: one.command })),
      ...openPorts(world, processes, port),
      ...mounts(world),
      ...filesOutside(world),
    ],
  };
}

/** The processes that hold the announced port, and those below them, at the moment of the cancellation. */
function servingProcesses(world: RunWorld, port: number | undefined): ReadonlySet<number> {
  const owners = world.scope
    .listeners()
    .filter((socket) => socket.port === port)
    .flatMap((socket) => world.scope.ownerOf(socket) ?? [])
    .filter((owner) => owner.inScope);
  return new Set(
    withDescendants(
      world.scope.members(),
      owners.map((owner) => owner.pid),
    ).map((one) => one.pid),
  );
}

/** Ports that stay open: those of the run's processes, and the announced one when the job opened it at a daemon. */
function openPorts(
  world: RunWorld,
  processes: readonly ProcessInfo[],
  announced: number | undefined,
): readonly Leftover[] {
  const pids = new Set(processes.map((one) => one.pid));
  if (processes.length === 0 && announced === undefined) return [];
  return world.scope.listeners().flatMap((socket) => {
    const owner =
      processes.length === 0 && socket.port !== announced ? undefined : world.scope.ownerOf(socket);
    const own = pids.has(owner?.pid ?? -1);
    const daemon =
      socket.port === announced && world.openedPorts.has(socket.inode) && owner?.otherRun !== true;
    return own || daemon ? [{ kind: 'port' as const, port: socket.port, address: socket.address }] : [];
  });
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

/** What the job mounted below its HOME and did not unmount; a user who removes the job directory empties it. */
function mounts(world: RunWorld): readonly Leftover[] {
  const points = world.ports.files.mountsBelow(world.directory);
  return points.map((point) => ({ kind: 'mount', path: underHome(world, point) }));
}

function underHome(world: RunWorld, path: string): string {
  const below = pathBelow(world.home, path);
  return below === undefined ? path : `~/${below}`;
}

/** Files that are not in the job directory: what a service leaves behind in a user's account and on the machine. */
function filesOutside(world: RunWorld): readonly Leftover[] {
  const { files } = world.ports;
  const elsewhere = [...world.absentBefore].filter((path) => files.kindOf(path) !== 'missing');
  const inHome = files
    .listDeep(world.home, mostFiles)
    .filter(
      (path) =>
        !world.filesBefore.has(path) && !joinPath(world.home, path).startsWith(`${world.jobDirectory}/`),
    )
    .map((path) => `~/${path}`);
  return [...elsewhere, ...inHome].slice(0, maxFiles).map((path) => ({ kind: 'file' as const, path }));
}
