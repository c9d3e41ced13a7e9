import type { ListeningSocket } from '../../ports/processes.ts';
import type { RunRecord } from '../../trace/run-record.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { SessionTarget } from '../engine/workflow-execution.ts';
import { type Coordination, watchCoordination } from './coordination.ts';
import { type MarkerElsewhere, watchMarkersElsewhere } from './markers-elsewhere.ts';
import { readyConditions } from './ready-conditions.ts';
import { type ServiceLook, serviceLook } from './service-look.ts';
import type { ServiceProblem } from './service-state.ts';
import { missingMarker, targetNow } from './service-target.ts';

/** How a watch ended. */
export type WatchEnd =
  | { readonly kind: 'ready'; readonly readyMs: number }
  | { readonly kind: 'hopeless'; readonly problem: ServiceProblem }
  | { readonly kind: 'unstable'; readonly problem: ServiceProblem };

/** Watches a service from its first marker until it is ready and has stayed so, and then whether it is still there. */
export interface ServiceWatch {
  readonly ended: Promise<WatchEnd>;
  /** Resolves when it is ready for the first time, before it has stayed so. */
  readonly up: Promise<void>;
  readonly coordination: Coordination;
  /** Set by `update-session`; counts when the coordination files do not say where the service is. */
  sessionAt(target: SessionTarget): void;
  /** What is wrong at this moment. */
  problem(): ServiceProblem;
  /**
   * A coordination file that was written elsewhere and stays there.
   *
   * @param final whether the script writes nothing more, so that nothing is waited for
   */
  elsewhere(final: boolean): MarkerElsewhere | undefined;
  /** Since when nobody has listened on the announced port any more, after the service was ready. */
  goneSince(): number | undefined;
  /** The process that holds the announced port, when it is one of the job. */
  owner(): ReturnType<ServiceLook['owner']>;
  service(): RunRecord['service'];
  /** The listening sockets of the machine that were opened since the run started. */
  opened(): readonly ListeningSocket[];
  /** From the listening of the port until it was noticed, at most; milliseconds. */
  detectMs(): number | undefined;
  readySince(): number | undefined;
  /** When the last look began that found it not ready. */
  unreadyAt(): number;
  close(): void;
}

/** For how long a problem must last until it will not go away by itself, in milliseconds. */
const patienceMs: Readonly<Partial<Record<ServiceProblem['cause'], number>>> = {
  'bad-port-file': 1500,
  'bad-hostname': 1500,
  'foreign-listener': 1000,
  'wrong-address': 3000,
  'tls-mismatch': 2000,
  'not-http': 8000,
  'http-error': 20_000,
};
/** For how long a service that was ready may fail to answer: one that is busy answers again. */
const troubleMs = 2000;
const idleMs = 60;

/** Starts to watch. The two sides of the check, files and sockets, wake it as soon as anything changes. */
export function watchService(world: RunWorld, injects: () => boolean): ServiceWatch {
  const over = new AbortController();
  let wake: () => void = () => {};
  let session: SessionTarget | undefined;
  let rise: () => void = () => {};
  const up = new Promise<void>((done) => {
    rise = done;
  });
  const state = watchState(world);
  const look = serviceLook(world);
  const conditions = readyConditions(world);
  const coordination = watchCoordination(world, injects, () => wake());
  const elsewhere = watchMarkersElsewhere(world, coordination);
  const unwatch = world.scope.watchListeners((now, lag) => {
    look.socketsAre(now, lag);
    state.portIs(look.isOpen());
    wake();
  });

  /** One look; `undefined` when the service is ready at this moment. */
  const lookNow = async (): Promise<ServiceProblem | undefined> => {
    const where = targetNow(coordination, session);
    const place = 'cause' in where ? undefined : where;
    const mustStay = state.mustStay();
    const asking = (port: number) => () =>
      state.setProblem({
        cause: 'not-http',
        message: `port ${port} is open, but nothing has answered`,
        pending: true,
      });
    const problem = 'cause' in where ? where : await look.at(where, mustStay, asking(where.port));
    const overdue = await conditions.overdue(place);
    if (overdue !== undefined) return overdue;
    if (problem !== undefined) return conditions.probed(problem);
    return mustStay || place === undefined ? undefined : await conditions.unmet(place);
  };

  const work = async (): Promise<WatchEnd> => {
    for (;;) {
      const woken = new Promise<void>((done) => {
        wake = done;
      });
      const began = world.elapsed();
      const problem = await lookNow();
      if (problem === undefined) rise();
      const end = state.after(problem, began);
      if (end !== undefined) return end;
      if (over.signal.aborted) return { kind: 'hopeless', problem: state.problem() };
      const paused = new AbortController();
      const pause = world.ports.clock.sleep(state.pauseMs(), AbortSignal.any([over.signal, paused.signal]));
      await Promise.race([woken, pause]);
      paused.abort();
    }
  };

  return {
    ended: work(),
    up,
    coordination,
    sessionAt(at) {
      session = at;
      wake();
    },
    problem: state.problem,
    elsewhere: (final) => (session === undefined ? elsewhere.settled(final) : undefined),
    goneSince: state.goneSince,
    owner: look.owner,
    service: look.service,
    opened: look.opened,
    detectMs: look.detectMs,
    readySince: state.readySince,
    unreadyAt: state.unreadyAt,
    close() {
      over.abort();
      unwatch();
      coordination.close();
      elsewhere.close();
      wake();
    },
  };
}

/** What a watch remembers between its looks, and when it knows enough. */
function watchState(world: RunWorld) {
  const { stableMs } = world.plan.limits;
  let current: ServiceProblem = missingMarker('SESSION_PORT');
  let currentSince = world.elapsed();
  let readySince: number | undefined;
  let goneSince: number | undefined;
  let unreadyAt = 0;
  let troubleSince: number | undefined;
  const setProblem = (problem: ServiceProblem): void => {
    if (problem.cause !== current.cause || problem.message !== current.message)
      currentSince = world.elapsed();
    current = problem;
  };
  return {
    setProblem,
    problem: () => current,
    readySince: () => readySince,
    unreadyAt: () => unreadyAt,
    goneSince: () => goneSince,
    mustStay: () => readySince !== undefined && world.elapsed() - readySince < stableMs,
    portIs(open: boolean): void {
      if (open) goneSince = undefined;
      else if (readySince !== undefined) goneSince ??= world.elapsed();
    },
    /** Takes what a look found; gives the end of the watch when that is known. */
    after(problem: ServiceProblem | undefined, began: number): WatchEnd | undefined {
      if (problem === undefined) {
        troubleSince = undefined;
        readySince ??= world.elapsed();
        return world.elapsed() - readySince >= stableMs ? { kind: 'ready', readyMs: readySince } : undefined;
      }
      if (readySince === undefined) unreadyAt = began;
      setProblem(problem);
      if (readySince !== undefined) {
        troubleSince ??= world.elapsed();
        const isGone = problem.cause === 'not-listening';
        return isGone || world.elapsed() - troubleSince >= troubleMs
          ? { kind: 'unstable', problem }
          : undefined;
      }
      const patience = problem.final === true ? 0 : (problem.patienceMs ?? patienceMs[problem.cause]);
      const lasted = patience !== undefined && world.elapsed() - currentSince >= patience;
      return lasted ? { kind: 'hopeless', problem } : undefined;
    },
    pauseMs: (): number =>
      readySince === undefined
        ? idleMs
        : Math.max(5, Math.min(250, stableMs - (world.elapsed() - readySince))),
  };
}
