import type { Clock } from '../../ports/clock.ts';
import type { Network } from '../../ports/network.ts';
import type { RunFiles } from '../../ports/run-files.ts';
import { joinPath } from '../engine/paths.ts';
import { answerProblem, asShellReads, hostFault, portIn } from './service-state.ts';

/** What to wait for. */
export interface WaitOrder {
  /** The folder with the coordination files, absolute. */
  readonly jobDirectory: string;
  readonly path: string;
  readonly tls: boolean;
  /** Accepted answers; empty: every status below 500. */
  readonly status: readonly number[];
  /** From the start to ready, in milliseconds. */
  readonly timeoutMs: number;
  /** Called with what is missing whenever that changes. */
  readonly report?: (sentence: string) => void;
}

/** How the waiting ended; `lines` are what belongs into `$OUTPUTS`. */
export type WaitOutcome =
  | {
      readonly kind: 'ready';
      readonly hostname: string;
      readonly port: number;
      readonly ms: number;
      readonly lines: string;
    }
  | {
      readonly kind: 'failed';
      readonly cause: 'job-ended' | 'timeout' | 'interrupted';
      readonly message: string;
    };

const coordination = ['job.started', 'job.ended', 'HOSTNAME', 'SESSION_PORT'];
/** Shared file systems tell nothing about changes that other hosts make. */
const idleMs = 200;
const probeTimeoutMs = 5000;
const firstProbeMs = 20;
const longestProbeMs = 500;

/**
 * Waits until a service is ready, as `utils/wait_service.sh` of the guide does: for job.started, then for HOSTNAME and
 * SESSION_PORT, then for an answer. Unlike a loop of sleeps it notices a file at once, and it reads the files again
 * when they change. Works from any host that sees the folder and reaches the service.
 */
export async function waitForService(
  order: WaitOrder,
  ports: { readonly files: RunFiles; readonly network: Network; readonly clock: Clock },
  signal: AbortSignal,
): Promise<WaitOutcome> {
  const { files, clock } = ports;
  const from = clock.now();
  let wake: () => void = () => {};
  const unwatch = files.watch(order.jobDirectory, (name) => {
    if (coordination.includes(name)) wake();
  });
  let pause = firstProbeMs;
  let reported = '';
  try {
    for (;;) {
      const woken = new Promise<void>((done) => {
        wake = done;
      });
      const state = await look(order, ports);
      if (state.kind === 'ready') {
        const { hostname, port } = state;
        const lines = `HOSTNAME=${hostname}\nSESSION_PORT=${port}\n`;
        return { kind: 'ready', hostname, port, ms: Math.round(clock.now() - from), lines };
      }
      if (state.kind === 'over') return { kind: 'failed', cause: 'job-ended', message: state.message };
      if (state.message !== reported) order.report?.(state.message);
      reported = state.message;
      if (signal.aborted)
        return { kind: 'failed', cause: 'interrupted', message: `interrupted: ${state.message}` };
      const left = order.timeoutMs - (clock.now() - from);
      if (left <= 0) {
        const seconds = Math.round(order.timeoutMs / 1000);
        return { kind: 'failed', cause: 'timeout', message: `${state.message} within ${seconds} s` };
      }
      const next = state.kind === 'asked' ? pause : idleMs;
      pause = state.kind === 'asked' ? Math.min(longestProbeMs, pause * 1.5) : firstProbeMs;
      const paused = new AbortController();
      const sleeping = clock.sleep(Math.min(left, next), AbortSignal.any([signal, paused.signal]));
      await Promise.race([woken, sleeping]);
      paused.abort();
    }
  } finally {
    unwatch();
  }
}

type Look =
  | { readonly kind: 'ready'; readonly hostname: string; readonly port: number }
  /** The service was asked and is not ready. */
  | { readonly kind: 'asked'; readonly message: string }
  | { readonly kind: 'waiting'; readonly message: string }
  | { readonly kind: 'over'; readonly message: string };

async function look(
  order: WaitOrder,
  ports: { readonly files: RunFiles; readonly network: Network },
): Promise<Look> {
  const content = (file: string): string | undefined =>
    ports.files.read(joinPath(order.jobDirectory, file), 4096);
  const ended = content('job.ended') !== undefined;
  const over = (message: string): Look => ({
    kind: ended ? 'over' : 'waiting',
    message: ended ? `the job has ended: ${message}` : message,
  });
  if (content('job.started') === undefined) return over('job.started was not written');
  const host = content('HOSTNAME');
  const portText = content('SESSION_PORT');
  if (host === undefined || hostFault(host) !== undefined)
    return over(host === undefined ? 'HOSTNAME was not written' : `HOSTNAME ${hostFault(host)}`);
  const port = portText === undefined ? undefined : portIn(portText);
  if (port === undefined)
    return over(
      portText === undefined ? 'SESSION_PORT was not written' : 'SESSION_PORT does not hold a port',
    );
  const hostname = asShellReads(host);
  const url = `${order.tls ? 'https' : 'http'}://${hostname}:${port}${order.path}`;
  const answer = await ports.network.probe({
    host: hostname,
    port,
    path: order.path,
    tls: order.tls,
    timeoutMs: probeTimeoutMs,
  });
  const problem = answerProblem(answer, order.status, url);
  if (problem === undefined) return { kind: 'ready', hostname, port };
  return ended
    ? { kind: 'over', message: `the job has ended: ${problem.message}` }
    : { kind: 'asked', message: problem.message };
}
