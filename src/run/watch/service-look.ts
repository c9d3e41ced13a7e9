import type { ListeningSocket, SocketOwner } from '../../ports/processes.ts';
import type { Listener, RunRecord } from '../../trace/run-record.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { probeService } from './service-probe.ts';
import { foreignListener, listenerOf, type ServiceProblem, type ServiceTarget } from './service-state.ts';
import { isNamed, wrongAddress } from './service-target.ts';
import { isOfSite } from './site-hosts.ts';

/** What is to be seen of a service on this machine: its sockets, who holds them, what it answers. */
export interface ServiceLook {
  /** Takes the listening sockets of the machine as they are now; the first ones are those from before the run. */
  socketsAre(sockets: readonly ListeningSocket[], lagMs: number | undefined): void;
  /**
   * Looks at the service where it says that it is.
   *
   * @param mustStay it was ready a moment ago and only has to stay: then its socket is enough
   * @param asking called before it is asked for the first time
   */
  at(where: ServiceTarget, mustStay: boolean, asking: () => void): Promise<ServiceProblem | undefined>;
  /** Whether somebody listens on the announced port at this moment. */
  isOpen(): boolean;
  /** The process that holds the announced port, when it can be seen. */
  owner(): SocketOwner | undefined;
  service(): RunRecord['service'];
  /** The listening sockets that were opened since the run started. */
  opened(): readonly ListeningSocket[];
  /** From the listening of the port until it was noticed, at most; milliseconds. */
  detectMs(): number | undefined;
}

/** A first look at nothing. */
export function serviceLook(world: RunWorld): ServiceLook {
  const { network } = world.ports;
  let sockets: readonly ListeningSocket[] = [];
  let baseline: ReadonlySet<number> | undefined;
  let lagMs: number | undefined;
  let asked = false;
  let seenMs: number | undefined;
  let detectMs: number | undefined;
  let probe: { readonly url: string; readonly status: number } | undefined;
  let listening: readonly Listener[] = [];
  let target: ServiceTarget | undefined;
  let owner: SocketOwner | undefined;
  const owners = new Map<number, SocketOwner>();
  const names = new Map<string, readonly string[]>();
  const isNew = (socket: ListeningSocket): boolean => baseline?.has(socket.inode) !== true;
  const ownerOf = (socket: ListeningSocket): SocketOwner | undefined => {
    const known = owners.get(socket.inode);
    if (known !== undefined) return known;
    const found = world.scope.ownerOf(socket);
    // A daemon that is about to fork itself away is between two parents.
    if (found?.inScope === true) owners.set(socket.inode, found);
    return found;
  };
  const addressesOf = async (host: string): Promise<readonly string[]> => {
    const known = names.get(host);
    if (known !== undefined) return known;
    const found = await network.resolve(host);
    if (found.length > 0) names.set(host, found);
    return found;
  };
  const ownSockets = (where: ServiceTarget): readonly ListeningSocket[] =>
    sockets.filter((socket) => socket.port === where.port);
  /** The problem of sockets that belong to somebody else, who was there before or belongs to another run. */
  const foreignAmong = (
    where: ServiceTarget,
    held: readonly { readonly socket: ListeningSocket; readonly owner: SocketOwner | undefined }[],
  ): ServiceProblem | undefined => {
    if (held.some((one) => one.owner?.inScope === true)) return undefined;
    // What came up since the run started may be a container's port, which its daemon holds for the job.
    const foreign = held.find((one) => !isNew(one.socket) || one.owner?.otherRun === true);
    return foreign === undefined ? undefined : foreignListener(where.port, foreign.owner);
  };
  return {
    socketsAre(now, lag) {
      sockets = now;
      lagMs = lag;
      baseline ??= new Set(now.map((socket) => socket.inode));
    },
    async at(where, mustStay, asking) {
      target = where;
      const addresses = await addressesOf(where.host);
      if (addresses.length === 0) {
        return {
          cause: 'bad-hostname',
          message: `HOSTNAME holds "${where.host}", which does not resolve`,
          // The run is about to answer for it.
          ...(isOfSite(world, where.host) && { patienceMs: 20_000 }),
          help: 'write the name of the node: hostname > HOSTNAME; names that only the site knows are listed under "run.hosts" of the configuration',
        };
      }
      const own = ownSockets(where);
      if (own.length === 0)
        return { cause: 'not-listening', message: `nothing listens on port ${where.port}` };
      if (seenMs === undefined) {
        seenMs = world.elapsed();
        detectMs = lagMs === undefined ? undefined : Math.round(lagMs);
        world.emit({ type: 'listening', port: where.port, address: own[0]?.address ?? '' });
      }
      const held = own.map((socket) => ({ socket, owner: ownerOf(socket) }));
      for (const socket of own) if (isNew(socket)) world.openedPorts.add(socket.inode);
      listening = held.map((one) => listenerOf(one.socket, one.owner));
      owner = held.find((one) => one.owner?.inScope === true)?.owner;
      const foreign = foreignAmong(where, held);
      if (foreign !== undefined) return foreign;
      const startedByName = held.some((one) => isNamed(one.owner?.command, where.host));
      const wrong = wrongAddress(where, addresses, own, world, startedByName);
      if (wrong !== undefined) return wrong;
      if (mustStay) return undefined;
      if (!asked) asking();
      asked = true;
      const answer = await probeService(world, where);
      probe = answer.probe ?? probe;
      return answer.problem;
    },
    isOpen: () => target !== undefined && ownSockets(target).length > 0,
    owner: () => owner,
    service: () =>
      target && {
        hostname: target.host,
        port: target.port,
        openMs: seenMs === undefined ? undefined : Math.round(seenMs),
        listening,
        probe,
      },
    opened: () => sockets.filter(isNew),
    detectMs: () => detectMs,
  };
}
