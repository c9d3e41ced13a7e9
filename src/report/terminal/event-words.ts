import type { RunEvent } from '../../trace/run-event.ts';
import { duration } from '../document/words.ts';

/** What an event means to a person, or `undefined` when it is too small to be told. */
export function eventWords(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'run-started':
      return 'started';
    case 'ready':
      return `ready in ${duration(event.readyMs)}`;
    case 'job':
      return event.state === 'failed' ? `job ${event.job} failed` : undefined;
    case 'listening':
      return `listening on ${event.address}:${event.port}`;
    case 'phase':
      return event.phase === 'stop' && event.state === 'started' ? 'stopping' : undefined;
    case 'run-ended':
      return event.record.outcome;
    case 'coordination':
    case 'step':
    case 'output':
    case 'leftover':
      return undefined;
  }
}
