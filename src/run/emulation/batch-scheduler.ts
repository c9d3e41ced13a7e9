import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { type BatchEnd, type RunningBatchJob, startBatchJob } from './batch-job.ts';

/** A batch job of the emulated scheduler. */
export interface BatchJob {
  readonly id: string;
  readonly state: 'PENDING' | 'RUNNING' | BatchEnd;
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
  /** Absent: it waits, is just being started, or has ended. */
  running: RunningBatchJob | undefined;
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
    entry.running = await startBatchJob(world, id, joinPath(spool, id), over.signal);
    if (entry.cancelled) entry.running.cancel();
    setState(id, entry, await entry.running.ended);
    entry.running = undefined;
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
        else entry.running?.cancel();
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
