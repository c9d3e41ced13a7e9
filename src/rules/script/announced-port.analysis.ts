import type { Coordination, WriteEvent } from '../../analysis/contract/coordination.ts';
import {
  holds,
  onlyService,
  portsNamed,
  portWrites,
  type ServiceEvent,
  servicesOf,
} from '../../analysis/contract/services.ts';
import { shownValue, type Unknown, type Value } from '../../analysis/shell/interpreter/state/value.ts';
import { knownServer, settingOf } from '../../analysis/shell/programs/known-servers.ts';
import { forwardsPort } from '../../analysis/shell/programs/programs.ts';

/** A service whose port is certainly not the one that is announced. */
export interface AnnouncedPortFault {
  readonly service: ServiceEvent;
  readonly write: WriteEvent;
  readonly message: string;
}

/** Compares the port in SESSION_PORT with the ports that the services of the script get. */
export function announcedPortFault(contract: Coordination): AnnouncedPortFault | undefined {
  if (contract.behaviour.opaque) return undefined;
  const { events } = contract.behaviour;
  const services = events.filter((event): event is ServiceEvent => event.kind === 'service');
  const service = onlyService(contract) ?? frontOf(contract, services);
  const writes = portWrites(contract);
  if (service === undefined || writes.length === 0) return undefined;
  const named = portsNamed(service);
  if (named.length === 0) return defaultPortFault(contract, service, writes);
  const contents = writes.map((one) => one.content);
  if (contents.some((content) => content === undefined)) return undefined;
  for (const one of services) {
    for (const port of portsNamed(one)) {
      if (contents.some((content) => content !== undefined && holds(content, port))) return undefined;
    }
  }
  // What is announced must itself be known to be a port, or it may be the same one by another way. A service that has
  // the same port on every path is wrong on each that announces another.
  const certain = writes.filter((one) => isCertainPort(one.content ?? []));
  const always = services.every((one) => portsNamed(one).every((port) => typeof port === 'string'));
  const [write] = certain;
  if (write === undefined || (certain.length < writes.length && !always)) return undefined;
  return { service, write, message: messageOf(named[0], write.content ?? []) };
}

/** A service that is not told its port, and listens on the one that it has by default. */
function defaultPortFault(
  contract: Coordination,
  service: ServiceEvent,
  writes: readonly WriteEvent[],
): AnnouncedPortFault | undefined {
  const server = knownServer(service.words);
  const { text } = contract.script.shell;
  if (server === undefined || onlyService(contract) !== service) return undefined;
  if (settingOf(server, server.fact.port, service.environment, text) !== 'unsaid') return undefined;
  const usual = String(server.fact.port.default);
  const certain = writes.filter(
    ({ content = [] }) => isCertainPort(content) && shownValue(content).trim() !== usual,
  );
  const [write] = certain;
  if (write === undefined || certain.length < writes.length || text.includes(usual)) return undefined;
  const announced = messageOf(usual, write.content ?? []).replace(/^.*, but /, '');
  const message = `"${server.name}" is not told its port and listens on ${usual}, but ${announced}`;
  return { service, write, message };
}

/** The nginx in front of other services, where each of them is certain and the port of each is known. */
function frontOf(contract: Coordination, services: readonly ServiceEvent[]): ServiceEvent | undefined {
  const places = servicesOf(contract);
  const front = places.filter((one) => one.configuration !== undefined);
  const isKnown = services.every((one) => one.likelihood === 'certain' && portsNamed(one).length > 0);
  const forwarded = contract.behaviour.events.some(
    (event) => event.kind === 'command' && forwardsPort(event.words),
  );
  return front.length === 1 && isKnown && !forwarded ? front[0] : undefined;
}

function messageOf(gets: string | Unknown | undefined, content: Value): string {
  const announced = content.find((piece) => typeof piece !== 'string');
  const allocator = announced?.origin.kind === 'port' ? announced.origin.allocator : undefined;
  if (typeof gets === 'string') {
    const says =
      allocator === undefined ? shownValue(content, '').trim() : `the one that \`${allocator}\` chose`;
    return `the service gets port ${gets}, but "SESSION_PORT" announces ${says}`;
  }
  if (allocator !== undefined && gets?.origin.kind === 'port')
    return `the service gets a port of its own from \`${gets.origin.allocator}\`, but "SESSION_PORT" announces another one`;
  return `the service gets another port than ${allocator === undefined ? shownValue(content, '').trim() : 'the one'} that "SESSION_PORT" announces`;
}

/** Whether a text is a port and nothing else: digits, or one that was asked for. */
function isCertainPort(content: Value): boolean {
  return content.every((piece) =>
    typeof piece === 'string' ? /^\d*\s*$/.test(piece) : piece.origin.kind === 'port',
  );
}
