import { clockSeconds } from '../../plan/duration.ts';
import type { ProcessInfo, RunningProcess } from '../../ports/processes.ts';
import { signalTree, statusOf } from '../engine/execute-script.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { batchEnvironment, batchMark } from './batch-environment.ts';

/** What became of a batch job, in SLURM's words. */
export type BatchEnd = 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'TIMEOUT' | 'NODE_FAIL';

/** A batch job that runs. */
export interface RunningBatchJob {
  /** Tells it to end; it is killed when it has not after its time. */
  cancel(): void;
  /** When it has ended, and all that the scheduler ends with it. */
  readonly ended: Promise<BatchEnd>;
}

/**
 * Starts a batch job as a node does: its script in its folder and environment, its output where it was asked for.
 *
 * @param job the folder of the job in the spool
 * @param over aborted when nobody looks at jobs any more: their limits do not count from then on
 */
export async function startBatchJob(
  world: RunWorld,
  id: string,
  job: string,
  over: AbortSignal,
): Promise<RunningBatchJob> {
  const { files } = world.ports;
  const text = (name: string): string => files.read(joinPath(job, name), 1_000_000) ?? '';
  const cwd = text('cwd');
  const pbs = world.plan.mode === 'pbs';
  const out = joinPath(cwd, text('out'));
  // PBS keeps the output on the node and delivers it when the job has ended.
  const output = pbs ? joinPath(job, 'output') : out;
  if (!pbs) giveNodes(world, job, Number(text('nodes')));
  const script = joinPath(job, pbs ? `${id}.local.SC` : 'slurm_script');
  files.copyFile(joinPath(job, 'script'), script);
  files.makeDirectory(output.slice(0, output.lastIndexOf('/')));
  const running = await world.scope.start({
    argv: [script],
    cwd,
    env: batchEnvironment(world, id, job),
    output,
  });
  const limits = watchLimits(world, id, running, limitSeconds(text('limit'), pbs), over);
  const finish = async (): Promise<BatchEnd> => {
    const status = statusOf(await running.ended);
    limits.stop();
    await endRest(world, id, running, limits.reason() === 'CANCELLED' || limits.reason() === 'TIMEOUT');
    files.write(joinPath(job, 'exit'), String(status));
    if (pbs) files.copyFile(output, out);
    return limits.reason() ?? (status === 0 ? 'COMPLETED' : 'FAILED');
  };
  return { cancel: () => limits.cancel(), ended: finish() };
}

/** Ends a job before its script does: at its time limit, when its node fails, and when it is cancelled. */
function watchLimits(
  world: RunWorld,
  id: string,
  running: RunningProcess,
  limit: number | undefined,
  over: AbortSignal,
) {
  const { clock } = world.ports;
  const { nodeFailsAfterMs } = world.plan.scheduler;
  const done = new AbortController();
  let reason: 'CANCELLED' | 'TIMEOUT' | 'NODE_FAIL' | undefined;
  const kill = (): void => signalTree(world, running, 'SIGKILL', reach(world, id, running));
  const terminate = async (why: 'CANCELLED' | 'TIMEOUT'): Promise<void> => {
    reason ??= why;
    signalTree(world, running, 'SIGTERM', reach(world, id, running));
    await clock.sleep(world.plan.limits.stopMs, over);
    if (!done.signal.aborted) kill();
  };
  const after = async (ms: number, act: () => void): Promise<void> => {
    await clock.sleep(ms, AbortSignal.any([done.signal, over]));
    if (!done.signal.aborted && !over.aborted) act();
  };
  if (limit !== undefined) void after(limit * 1000, () => void terminate('TIMEOUT'));
  if (nodeFailsAfterMs !== undefined)
    void after(nodeFailsAfterMs, () => {
      reason = 'NODE_FAIL';
      kill();
    });
  return {
    cancel: () => void terminate('CANCELLED'),
    reason: () => reason,
    stop: () => done.abort(),
  };
}

/** Which processes a scheduler ends with a job: SLURM all of its cgroup, PBS those of its session. */
const reach =
  (world: RunWorld, id: string, running: RunningProcess) =>
  (one: ProcessInfo): boolean =>
    world.plan.mode === 'pbs'
      ? one.session === running.pid
      : one.step?.endsWith(`/${batchMark(id)}`) === true;

/**
 * Ends what a job has left when its script has ended, as the scheduler does.
 *
 * @param told whether they have been told to end already, and get the rest of their time
 */
async function endRest(world: RunWorld, id: string, running: RunningProcess, told: boolean): Promise<void> {
  const { clock } = world.ports;
  const left = (): boolean => world.scope.members().some(reach(world, id, running));
  const from = clock.now();
  if (!told && left()) signalTree(world, running, 'SIGTERM', reach(world, id, running));
  while (left() && clock.now() - from < world.plan.limits.stopMs && !world.over.aborted)
    await clock.sleep(20);
  if (left()) signalTree(world, running, 'SIGKILL', reach(world, id, running));
}

/** Seconds of a time limit: a bare number counts minutes for SLURM and seconds for PBS, two numbers are MM:SS. */
function limitSeconds(written: string, pbs: boolean): number | undefined {
  if (/^\d+$/.test(written)) return Number(written) * (pbs ? 1 : 60);
  return clockSeconds(/^\d+:\d+$/.test(written) ? `0:${written}` : written);
}

/** Names the nodes of a job: the first is this machine, the others are no more than names of it. */
function giveNodes({ ports: { files, machine }, note }: RunWorld, job: string, count: number): void {
  const { hostname } = machine;
  const others = Array.from({ length: count - 1 }, (_, index) => `${hostname}-${index + 2}`);
  files.write(joinPath(job, 'nodelist'), [hostname, ...others].join(','));
  if (count > 1) note({ what: 'nodes of a batch job', how: 'emulated', why: 'all of them are this machine' });
}
