import type { Clock } from '../ports/clock.ts';
import type { Network } from '../ports/network.ts';
import type { RunFiles } from '../ports/run-files.ts';
import { type WaitOutcome, waitForService } from '../run/watch/wait-for-service.ts';

/** How long a service is waited for when nothing else is asked, in milliseconds: ten minutes. */
export const usualWaitMs = 600_000;

/**
 * Waits for the service of a job directory by its coordination files, as `utils/wait_service.sh` does, and hands on
 * what it is waiting for whenever that changes.
 *
 * @param directory absolute
 */
export function waitInDirectory(
  directory: string,
  timeoutMs: number,
  ports: { readonly files: RunFiles; readonly network: Network; readonly clock: Clock },
  report: (sentence: string) => void,
  signal: AbortSignal,
): Promise<WaitOutcome> {
  const order = { jobDirectory: directory, path: '/', tls: false, status: [], timeoutMs, report };
  return waitForService(order, ports, signal);
}
