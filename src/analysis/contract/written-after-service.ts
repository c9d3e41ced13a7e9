import type { Span } from '../../source/span.ts';
import { isServerCommand } from '../shell/programs/programs.ts';
import type { Coordination, WriteEvent } from './coordination.ts';

/** A coordination file that is written only after a service in the foreground, or one that was waited for. */
export interface LateWrite {
  readonly write: WriteEvent;
  /** The service that holds the script up. */
  readonly service: Span;
}

/** The first write of a coordination file when all its writes come after the service has ended. */
export function writtenAfterService(
  contract: Coordination,
  marker: 'port' | 'hostname' | 'started',
): LateWrite | undefined {
  if (contract.behaviour.opaque) return undefined;
  const key = contract.files[marker];
  const { events } = contract.behaviour;
  const first = events.findIndex(
    (event) => event.kind === 'write' && event.file === key && event.files.get(key) !== 'yes',
  );
  const write = events[first];
  if (write === undefined || write.kind !== 'write') return undefined;
  if (events.some((event) => event.files.get(key) === 'maybe')) return undefined;
  const stay = events
    .slice(0, first)
    .find(
      (event) =>
        event.kind === 'stay' &&
        !event.repeated &&
        !event.background &&
        (event.why === 'foreground' || event.why === 'wait') &&
        event.path === undefined &&
        holdsUp(contract, event.at, event.service?.at),
    );
  if (stay === undefined || stay.kind !== 'stay') return undefined;
  const early = events
    .slice(0, first)
    .some((event) => event.kind === 'write' && event.file === key && event.files.get(key) === 'no');
  if (early || write.background) return undefined;
  return { write, service: stay.why === 'wait' ? (stay.service?.at ?? stay.at) : stay.at };
}

/** Whether the stay is the service itself in the foreground, or waits for a certain one. */
function holdsUp(contract: Coordination, at: Span, started: Span | undefined): boolean {
  return contract.behaviour.events.some(
    (event) =>
      event.kind === 'service' &&
      event.likelihood === 'certain' &&
      // what only gets the port may as well write a configuration with it
      ((event.how === 'foreground' && event.at.start === at.start && isServerCommand(event.words)) ||
        (event.how === 'background' && started !== undefined && event.at.start === started.start)),
  );
}
