import type { Clock } from '../ports/clock.ts';
import type { Network } from '../ports/network.ts';
import type { World } from './world.ts';

/** Where a service can be reached, or why it cannot. */
export type WaitAnswer =
  | { readonly kind: 'ready'; readonly hostname: string; readonly port: number }
  | { readonly kind: 'gave-up'; readonly message: string };

/** Milliseconds between two looks, and for one request. */
const pace = { lookMs: 200, requestMs: 5000 } as const;

/** How long a service is waited for when nothing else is asked, in milliseconds: ten minutes. */
export const usualWaitMs = 600_000;

/**
 * Waits for the service of a job directory by its coordination files, as `utils/wait_service.sh` does: until
 * `job.started` is there, `HOSTNAME` and `SESSION_PORT` can be read, and the service answers below 500.
 */
export async function waitForService(
  directory: string,
  timeoutMs: number,
  world: { readonly readNamed: World['readNamed']; readonly network: Network; readonly clock: Clock },
  signal: AbortSignal,
): Promise<WaitAnswer> {
  const until = world.clock.now() + timeoutMs;
  const read = (name: string): string | undefined => {
    const content = world.readNamed(`${directory}/${name}`);
    return content.kind === 'text' ? content.text.trim() : undefined;
  };
  let lacks = '';
  while (!signal.aborted) {
    const port = Number(/^\d{1,5}$/.exec(read('SESSION_PORT') ?? '')?.[0]);
    const hostname = read('HOSTNAME') ?? '';
    if (read('job.started') === undefined) lacks = 'job.started is not there';
    else if (!/^[A-Za-z0-9._:-]+$/.test(hostname)) lacks = 'HOSTNAME holds no host name';
    else if (!(port >= 1 && port <= 65_535)) lacks = 'SESSION_PORT holds no port';
    else {
      const request = { host: hostname, port, path: '/', tls: false, timeoutMs: pace.requestMs };
      const answer = await world.network.probe(request);
      if (answer.kind === 'answer' && answer.status < 500) return { kind: 'ready', hostname, port };
      lacks =
        answer.kind === 'answer'
          ? `the service answers with ${answer.status}`
          : `the service does not answer at ${hostname}:${port}: ${answer.message}`;
    }
    if (read('job.ended') !== undefined) return { kind: 'gave-up', message: `the job has ended: ${lacks}` };
    if (world.clock.now() >= until) return { kind: 'gave-up', message: `the time is up: ${lacks}` };
    await world.clock.sleep(pace.lookMs, signal);
  }
  return { kind: 'gave-up', message: 'the waiting was interrupted' };
}
