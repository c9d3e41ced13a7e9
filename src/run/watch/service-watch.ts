import type { ListeningSocket, SocketOwner } from '../../ports/processes.ts';
import type { Listener, RunRecord } from '../../trace/run-record.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { SessionTarget } from '../engine/workflow-execution.ts';
import { type Coordination, watchCoordination } from './coordination.ts';
import { readyConditions } from './ready-conditions.ts';
import { probeService } from './service-probe.ts';
import { foreignListener, listenerOf, type ServiceProblem, type ServiceTarget } from './service-state.ts';
import { isNamed, missingMarker, targetNow, wrongAddress } from './service-target.ts';

/** How a watch ended. */
export type WatchEnd =
  | { readonly kind: 'ready'; readonly readyMs: number }
  | { readonly kind: 'hopeless'; readonly problem: ServiceProblem }
  | { readonly kind: 'unstable'; readonly problem: ServiceProblem };

/** Watches a service from its first marker until it is ready and has stayed so. */
export interface ServiceWatch {
  readonly ended: Promise<WatchEnd>;
  /** Resolves when it is ready for the first time, before it has stayed so. */
  readonly up: Promise<void>;
  readonly coordination: Coordination;
  /** Set by `update-session`; counts when the coordination files do not say where the service is. */
  sessionAt(target: SessionTarget): void;
  /** What is wrong at this moment. */
  problem(): ServiceProblem;
  /** The step that the service's process came from. */
  step(): string | undefined;
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
const idleMs = 60;

/** Starts to watch. The two sides of the check, files and sockets, wake it as soon as anything changes. */
export function watchService(world: RunWorld, injects: () => boolean): ServiceWatch {
  const { clock, network } = world.ports;
  const over = new AbortController();
  let wake: () => void = () => {};
  let sockets: readonly ListeningSocket[] = [];
  let baseline: ReadonlySet<number> | undefined;
  let session: SessionTarget | undefined;
  let current: ServiceProblem = missingMarker('SESSION_PORT');
  let currentSince = world.elapsed();
  let readySince: number | undefined;
  let rise: () => void = () => {};
  const up = new Promise<void>((done) => {
    rise = done;
  });
  let unreadyAt = 0;
  let asked = false;
  let seenMs: number | undefined;
  let lagMs: number | undefined;
  let detectMs: number | undefined;
  let probe: { readonly url: string; readonly status: number } | undefined;
  let listening: readonly Listener[] = [];
  let target: ServiceTarget | undefined;
  let owner: SocketOwner | undefined;
  const conditions = readyConditions(world);
  const owners = new Map<number, SocketOwner | undefined>();
  const names = new Map<string, readonly string[]>();
  const coordination = watchCoordination(world, injects, () => wake());
  const unwatch = world.scope.watchListeners((now, lag) => {
    sockets = now;
    lagMs = lag;
    baseline ??= new Set(now.map((socket) => socket.inode));
    wake();
  });

  const setProblem = (problem: ServiceProblem): void => {
    if (problem.cause !== current.cause || problem.message !== current.message)
      currentSince = world.elapsed();
    current = problem;
  };
  const ownerOf = (socket: ListeningSocket): SocketOwner | undefined => {
    if (!owners.has(socket.inode)) owners.set(socket.inode, world.scope.ownerOf(socket));
    return owners.get(socket.inode);
  };
  const addressesOf = async (host: string): Promise<readonly string[]> => {
    const known = names.get(host);
    if (known !== undefined) return known;
    const found = await network.resolve(host);
    if (found.length > 0) names.set(host, found);
    return found;
  };

  /** One look; `undefined` when the service is ready at this moment. */
  const look = async (): Promise<ServiceProblem | undefined> => {
    const where = targetNow(coordination, session);
    const place = 'cause' in where ? undefined : where;
    const problem = 'cause' in where ? where : await lookAt(where);
    const overdue = await conditions.overdue(place);
    if (overdue !== undefined) return overdue;
    if (problem !== undefined) return conditions.probed(problem);
    const staying = readySince !== undefined && world.elapsed() - readySince < world.plan.limits.stableMs;
    return staying || place === undefined ? undefined : await conditions.unmet(place);
  };

  /** One look at the service itself. */
  const lookAt = async (where: ServiceTarget): Promise<ServiceProblem | undefined> => {
    target = where;
    const addresses = await addressesOf(where.host);
    if (addresses.length === 0) {
      return {
        cause: 'bad-hostname',
        message: `HOSTNAME holds "${where.host}", which does not resolve`,
        help: 'write the name of the node: hostname > HOSTNAME',
      };
    }
    const own = sockets.filter((socket) => socket.port === where.port);
    if (own.length === 0) return { cause: 'not-listening', message: `nothing listens on port ${where.port}` };
    if (seenMs === undefined) {
      seenMs = world.elapsed();
      detectMs = lagMs === undefined ? undefined : Math.round(lagMs);
      world.emit({ type: 'listening', port: where.port, address: own[0]?.address ?? '' });
    }
    const held = own.map((socket) => ({ socket, owner: ownerOf(socket) }));
    listening = held.map((one) => listenerOf(one.socket, one.owner));
    owner = held.find((one) => one.owner?.inScope === true)?.owner;
    const foreign = held.find(
      (one) =>
        one.owner?.inScope === false || (one.owner === undefined && baseline?.has(one.socket.inode) === true),
    );
    if (owner === undefined && foreign !== undefined) {
      return foreignListener(where.port, foreign.owner);
    }
    const startedByName = held.some((one) => isNamed(one.owner?.command, where.host));
    const wrong = wrongAddress(where, addresses, own, world, startedByName);
    if (wrong !== undefined) return wrong;
    // While it must stay up, its socket is enough; it is asked again at the end.
    const staying = readySince !== undefined && world.elapsed() - readySince < world.plan.limits.stableMs;
    if (staying) return undefined;
    if (!asked) {
      asked = true;
      setProblem({ cause: 'not-http', message: `port ${where.port} is open, but nothing has answered` });
    }
    const asking = await probeService(world, where);
    probe = asking.probe ?? probe;
    return asking.problem;
  };

  const work = async (): Promise<WatchEnd> => {
    for (;;) {
      const woken = new Promise<void>((done) => {
        wake = done;
      });
      const began = world.elapsed();
      const problem = await look();
      if (problem !== undefined && readySince === undefined) unreadyAt = began;
      if (problem === undefined) {
        readySince ??= world.elapsed();
        rise();
        if (world.elapsed() - readySince >= world.plan.limits.stableMs)
          return { kind: 'ready', readyMs: readySince };
      } else {
        setProblem(problem);
        if (readySince !== undefined) return { kind: 'unstable', problem };
        if (problem.final === true) return { kind: 'hopeless', problem };
        const patience = patienceMs[problem.cause];
        if (patience !== undefined && world.elapsed() - currentSince >= patience)
          return { kind: 'hopeless', problem };
      }
      if (over.signal.aborted) return { kind: 'hopeless', problem: current };
      const pause =
        readySince === undefined
          ? idleMs
          : Math.max(5, Math.min(250, world.plan.limits.stableMs - (world.elapsed() - readySince)));
      const paused = new AbortController();
      await Promise.race([woken, clock.sleep(pause, AbortSignal.any([over.signal, paused.signal]))]);
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
    problem: () => current,
    step: () => owner?.step,
    service: () =>
      target && {
        hostname: target.host,
        port: target.port,
        openMs: seenMs === undefined ? undefined : Math.round(seenMs),
        listening,
        probe,
      },
    opened: () => sockets.filter((socket) => baseline?.has(socket.inode) !== true),
    detectMs: () => detectMs,
    readySince: () => readySince,
    unreadyAt: () => unreadyAt,
    close() {
      over.abort();
      unwatch();
      coordination.close();
      wake();
    },
  };
}
