import type { Coordination, WriteEvent } from './coordination.ts';
import { holds, onlyService, portsNamed, portWrites, type ServiceEvent } from './services.ts';
import { shownValue, type Value } from './value.ts';

/** A service whose port is certainly not the one that is announced. */
export interface AnnouncedPortFault {
  readonly service: ServiceEvent;
  readonly write: WriteEvent;
  readonly message: string;
}

/** Compares the port in SESSION_PORT with the ports that the only service of the script gets. */
export function announcedPortFault(contract: Coordination): AnnouncedPortFault | undefined {
  if (contract.behaviour.opaque) return undefined;
  const service = onlyService(contract);
  const writes = portWrites(contract);
  if (service === undefined || writes.length === 0) return undefined;
  const named = portsNamed(service);
  if (named.length === 0) return undefined;
  const contents = writes.map((one) => one.content);
  if (contents.some((content) => content === undefined)) return undefined;
  const services = contract.behaviour.events.filter(
    (event): event is ServiceEvent => event.kind === 'service' && event.at.start === service.at.start,
  );
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
  const [first] = named;
  const gets = typeof first === 'string' ? `port ${first}` : 'another port';
  const says = shownValue(write.content ?? [], '').trim();
  return {
    service,
    write,
    message: `the service gets ${gets}, but "SESSION_PORT" announces ${says === '' ? 'a port that it does not get' : says}`,
  };
}

/** Whether a text is a port and nothing else: digits, or one that was asked for. */
function isCertainPort(content: Value): boolean {
  return content.every((piece) =>
    typeof piece === 'string' ? /^\d*\s*$/.test(piece) : piece.origin.kind === 'port',
  );
}
