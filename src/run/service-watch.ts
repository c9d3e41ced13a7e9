import type { ListeningSocket, SocketOwner } from '../ports/processes.ts';
import type { Listener, RunRecord } from '../trace/run-record.ts';
import { type Coordination, watchCoordination } from './coordination.ts';
import { conditionUnmet } from './ready-conditions.ts';
import type { RunWorld } from './run-world.ts';
import {
  answerProblem,
  foreignListener,
  hostFault,
  isLoopback,
  listenerOf,
  portIn,
  reaches,
  type ServiceProblem,
  type ServiceTarget,
} from './service-state.ts';
import type { SessionTarget } from './workflow-run.ts';

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
const probeTimeoutMs = 3000;
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
    if ('cause' in where) return where;
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
    const toldByName = held.some((one) => isNamed(one.owner?.command, where.host));
    const wrong = wrongAddress(where, addresses, own, world, toldByName);
    if (wrong !== undefined) return wrong;
    // While it must stay up, its socket is enough; it is asked again at the end.
    const staying = readySince !== undefined && world.elapsed() - readySince < world.plan.limits.stableMs;
    if (staying) return undefined;
    if (!asked) {
      asked = true;
      setProblem({ cause: 'not-http', message: `port ${where.port} is open, but nothing has answered` });
    }
    return (await probeNow(where)) ?? (await conditionUnmet(world));
  };

  const probeNow = async (where: ServiceTarget): Promise<ServiceProblem | undefined> => {
    const { ready } = world.plan;
    const url = `${ready.tls ? 'https' : 'http'}://${where.host}:${where.port}${ready.path}`;
    if (ready.probe === 'tcp') {
      if (await network.accepts(where.host, where.port, probeTimeoutMs)) return undefined;
      return {
        cause: 'wrong-address',
        message: `port ${where.port} of ${where.host} cannot be connected to`,
      };
    }
    const answer = await network.probe({
      ...where,
      path: ready.path,
      tls: ready.tls,
      timeoutMs: probeTimeoutMs,
      headers: ready.headers,
    });
    if (answer.kind === 'answer') probe = { url, status: answer.status };
    const problem = answerProblem(answer, ready.status, url);
    if (
      problem?.cause === 'not-http' &&
      !ready.tls &&
      (await network.speaksTls(where.host, where.port, 1000))
    ) {
      return {
        cause: 'tls-mismatch',
        message: `port ${where.port} speaks TLS, but the session does not say "useTLS: true"`,
        help: 'set "useTLS: true" on the session, or let the service speak plain HTTP',
      };
    }
    if (
      problem === undefined &&
      answer.kind === 'answer' &&
      ready.body !== undefined &&
      !answer.body.includes(ready.body)
    ) {
      return { cause: 'http-error', message: `the answer of ${url} does not contain "${ready.body}"` };
    }
    return problem;
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
      target === undefined ? undefined : { hostname: target.host, port: target.port, listening, probe },
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

function missingMarker(file: 'HOSTNAME' | 'SESSION_PORT'): ServiceProblem {
  return {
    cause: 'marker-missing',
    message: `${file} was never written`,
    help:
      file === 'HOSTNAME'
        ? 'write it in start.sh: hostname > HOSTNAME'
        : 'write it in start.sh before the service starts: echo "$SESSION_PORT" > SESSION_PORT',
  };
}

/** Where the files, else the session, say that the service is; or what is wrong with them. */
function targetNow(
  coordination: Coordination,
  session: SessionTarget | undefined,
): ServiceTarget | ServiceProblem {
  const hostText = coordination.content('HOSTNAME');
  const portText = coordination.content('SESSION_PORT');
  if (portText === undefined || hostText === undefined) {
    const port = session === undefined ? undefined : portIn(session.port);
    if (session !== undefined && port !== undefined) {
      return { host: session.host === '' ? 'localhost' : session.host, port, from: 'update-session' };
    }
    return missingMarker(portText === undefined ? 'SESSION_PORT' : 'HOSTNAME');
  }
  const port = portIn(portText);
  if (port === undefined) {
    const shown = portText.trim().slice(0, 60);
    return {
      cause: 'bad-port-file',
      message: shown === '' ? 'SESSION_PORT is empty' : `SESSION_PORT holds "${shown}", which is not a port`,
      help: 'it must hold the number alone, such as 43117',
    };
  }
  const fault = hostFault(hostText);
  if (fault !== undefined) {
    return {
      cause: 'bad-hostname',
      message: `HOSTNAME ${fault}`,
      help: 'write the name of the node: hostname > HOSTNAME',
    };
  }
  return { host: hostText.trim(), port, from: 'files' };
}

/** Whether a command line has a host as one of its words, also with a port: `--listen node1:8080`. */
const isNamed = (command: string | undefined, host: string): boolean =>
  command?.split(/[\s=,@]+/).some((word) => word.replace(/:\d+$/, '') === host) === true;

/**
 * Loopback only, where HOSTNAME names the machine to others.
 *
 * @param toldByName the service was started for the machine's name: where that leads to loopback, which is our difference
 * and not the author's fault, this is where it listens
 */
function wrongAddress(
  where: ServiceTarget,
  addresses: readonly string[],
  sockets: readonly ListeningSocket[],
  world: RunWorld,
  toldByName: boolean,
): ServiceProblem | undefined {
  const help = 'let the service listen on 0.0.0.0';
  const shown = sockets.map((socket) => socket.address).join(', ');
  const onlyLoopback = sockets.every((socket) => isLoopback(socket.address));
  const namesItself =
    (isLoopback(where.host) && world.plan.mode === 'controller') ||
    (toldByName && addresses.every(isLoopback));
  if (onlyLoopback && !namesItself && where.host !== 'localhost') {
    return {
      cause: 'wrong-address',
      message: `the service listens on ${shown} only, which cannot be reached as ${where.host} from another host`,
      help,
    };
  }
  if (!sockets.some((socket) => addresses.some((address) => reaches(socket.address, address)))) {
    return {
      cause: 'wrong-address',
      message: `the service listens on ${shown}, but ${where.host} is ${addresses.join(', ')}`,
      help,
    };
  }
  return undefined;
}
