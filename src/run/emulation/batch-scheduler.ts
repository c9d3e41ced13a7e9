import { clockSeconds } from '../../plan/duration.ts';
import type { ProcessInfo, RunningProcess } from '../../ports/processes.ts';
import { signalTree, statusOf } from '../engine/execute-script.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';

/** A batch job of the emulated scheduler. */
export interface BatchJob {
  readonly id: string;
  readonly state:
    | 'PENDING'
    | 'RUNNING'
    | 'COMPLETING'
    | 'COMPLETED'
    | 'FAILED'
    | 'CANCELLED'
    | 'TIMEOUT'
    | 'NODE_FAIL';
}

/** The emulated scheduler of a run: starts what its commands put into the spool, outside of the steps. */
export interface BatchScheduler {
  readonly jobs: () => readonly BatchJob[];
  /** Waits until the jobs that were cancelled have ended, at most as long as it takes to kill them. */
  settle(): Promise<void>;
  /** Ends the looking; jobs that still run are left to the inspection. */
  close(): void;
}

const lookMs = 50;

interface Entry {
  state: BatchJob['state'];
  readonly submittedMs: number;
  running: RunningProcess | undefined;
  cancelled: boolean;
}

/** Starts the scheduler over a spool folder. */
export function startScheduler(world: RunWorld, spool: string): BatchScheduler {
  const { files, clock } = world.ports;
  const entries = new Map<string, Entry>();
  const over = new AbortController();
  const { scheduler } = world.plan;
  const setState = (id: string, entry: Entry, state: BatchJob['state']): void => {
    entry.state = state;
    files.write(joinPath(spool, id, 'state'), state);
  };

  const begin = async (id: string, entry: Entry): Promise<void> => {
    setState(id, entry, 'RUNNING');
    const job = joinPath(spool, id);
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
    entry.running = running;
    const limit = limitSeconds(text('limit'), pbs);
    const timer = new AbortController();
    let timedOut = false;
    let nodeFailed = false;
    if (limit !== undefined) {
      void clock.sleep(limit * 1000, AbortSignal.any([timer.signal, over.signal])).then(() => {
        if (timer.signal.aborted || over.signal.aborted) return;
        timedOut = true;
        void terminate(id, entry, running);
      });
    }
    if (scheduler.nodeFailsAfterMs !== undefined) {
      void clock.sleep(scheduler.nodeFailsAfterMs, AbortSignal.any([timer.signal, over.signal])).then(() => {
        if (timer.signal.aborted || over.signal.aborted) return;
        nodeFailed = true;
        signalTree(world, running, 'SIGKILL', reach(world, id, running));
      });
    }
    const status = statusOf(await running.ended);
    timer.abort();
    await endRest(world, id, running, entry.cancelled || timedOut);
    files.write(joinPath(job, 'exit'), String(status));
    if (pbs) files.copyFile(output, out);
    const ended = nodeFailed
      ? 'NODE_FAIL'
      : timedOut
        ? 'TIMEOUT'
        : entry.cancelled
          ? 'CANCELLED'
          : status === 0
            ? 'COMPLETED'
            : 'FAILED';
    setState(id, entry, ended);
  };

  const terminate = async (id: string, entry: Entry, running: RunningProcess): Promise<void> => {
    signalTree(world, running, 'SIGTERM', reach(world, id, running));
    await clock.sleep(world.plan.limits.stopMs, over.signal);
    if (entry.state === 'RUNNING') signalTree(world, running, 'SIGKILL', reach(world, id, running));
  };

  const look = (): void => {
    for (const id of files.list(spool)) {
      let entry = entries.get(id);
      if (entry === undefined) {
        if (files.kindOf(joinPath(spool, id, 'ready')) === 'missing') continue;
        entry = { state: 'PENDING', submittedMs: world.elapsed(), running: undefined, cancelled: false };
        entries.set(id, entry);
      }
      if (!entry.cancelled && files.kindOf(joinPath(spool, id, 'cancel')) !== 'missing') {
        entry.cancelled = true;
        if (entry.state === 'PENDING') setState(id, entry, 'CANCELLED');
        else if (entry.running !== undefined && entry.state === 'RUNNING')
          void terminate(id, entry, entry.running);
      }
      const held = scheduler.holds || files.kindOf(joinPath(spool, id, 'held')) !== 'missing';
      const due = world.elapsed() - entry.submittedMs >= scheduler.queueDelayMs;
      if (entry.state === 'PENDING' && due && !held && !over.signal.aborted) void begin(id, entry);
    }
  };

  files.makeDirectory(spool);
  const unwatch = files.watch(spool, look);
  const keepLooking = async (): Promise<void> => {
    while (!over.signal.aborted) {
      look();
      await clock.sleep(lookMs, over.signal);
    }
  };
  void keepLooking();
  return {
    async settle() {
      look();
      const from = clock.now();
      const ending = (): boolean =>
        [...entries.values()].some((one) => one.cancelled && one.state === 'RUNNING');
      while (ending() && clock.now() - from < world.plan.limits.stopMs + 1000) await clock.sleep(10);
    },
    jobs: () => [...entries].map(([id, entry]) => ({ id, state: entry.state })),
    close() {
      over.abort();
      unwatch();
    },
  };
}

/** Which processes a scheduler ends with a job: SLURM all of its cgroup, PBS those of its session. */
const reach =
  (world: RunWorld, id: string, running: RunningProcess) =>
  (one: ProcessInfo): boolean =>
    world.plan.mode === 'pbs'
      ? one.session === running.pid
      : one.step?.endsWith(`/${batchMark(id)}`) === true;

/** Marks the processes of a batch job, whatever they did to get away from it. */
const batchMark = (id: string): string => `batch-${id}`;

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

/** What the scheduler passes on: SLURM everything unless told otherwise, PBS nothing unless told so. */
/** Names the nodes of a job: the first is this machine, the others are no more than names of it. */
function giveNodes({ ports: { files, machine }, note }: RunWorld, job: string, count: number): void {
  const { hostname } = machine;
  const others = Array.from({ length: count - 1 }, (_, index) => `${hostname}-${index + 2}`);
  files.write(joinPath(job, 'nodelist'), [hostname, ...others].join(','));
  if (count > 1) note({ what: 'nodes of a batch job', how: 'emulated', why: 'all of them are this machine' });
}

function batchEnvironment(world: RunWorld, id: string, job: string): Readonly<Record<string, string>> {
  const { files } = world.ports;
  const text = (name: string): string => files.read(joinPath(job, name), 1_000_000) ?? '';
  const submitted = environmentIn(text('env'));
  const name = text('name');
  const from = text('submitted-from');
  const login: Record<string, string> = {};
  for (const key of ['HOME', 'USER', 'LOGNAME', 'SHELL', 'PATH', 'LANG', 'TMPDIR', 'RUNNER_TRACKING_ID']) {
    const value = world.env[key];
    if (value !== undefined) login[key] = value;
  }
  const own = {
    BASH_ENV: world.env['BASH_ENV'] ?? '',
    PW_CHECK_TRACE: world.trace,
    PW_CHECK_RUN: world.marker,
    PW_CHECK_STEP: `${submitted['PW_CHECK_STEP'] ?? 'batch'}/${batchMark(id)}`,
  };
  const passed = passedOn(submitted, text('passes'));
  if (world.plan.mode === 'pbs') {
    return {
      ...login,
      ...passed,
      PBS_JOBID: `${id}.local`,
      PBS_JOBNAME: name,
      PBS_ENVIRONMENT: 'PBS_BATCH',
      PBS_QUEUE: 'workq',
      PBS_O_WORKDIR: from,
      PBS_O_HOME: world.home,
      PBS_O_LOGNAME: world.env['LOGNAME'] ?? '',
      PBS_O_PATH: world.env['PATH'] ?? '',
      PBS_O_SHELL: '/bin/bash',
      PBS_O_HOST: world.ports.machine.hostname,
      ...own,
    };
  }
  return {
    ...login,
    ...passed,
    SLURM_JOB_ID: id,
    SLURM_JOBID: id,
    SLURM_JOB_NAME: name,
    SLURM_SUBMIT_DIR: from,
    SLURM_SUBMIT_HOST: world.ports.machine.hostname,
    SLURM_JOB_NODELIST: text('nodelist'),
    SLURM_NODELIST: text('nodelist'),
    SLURMD_NODENAME: world.ports.machine.hostname,
    SLURM_JOB_NUM_NODES: text('nodes'),
    SLURM_NNODES: text('nodes'),
    SLURM_NTASKS: text('nodes'),
    SLURM_JOB_PARTITION: 'main',
    SLURM_CLUSTER_NAME: 'local',
    ...own,
  };
}

function passedOn(
  submitted: Readonly<Record<string, string>>,
  passes: string,
): Readonly<Record<string, string>> {
  const words = passes.split(',').map((word) => word.trim());
  if (words.includes('ALL')) return submitted;
  const named = words.filter((word) => word !== 'NONE' && word !== '');
  return Object.fromEntries(
    named.flatMap((word) => {
      const at = word.indexOf('=');
      if (at !== -1) return [[word.slice(0, at), word.slice(at + 1)]];
      const value = submitted[word];
      return value === undefined ? [] : [[word, value]];
    }),
  );
}

function environmentIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split('\0')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}
