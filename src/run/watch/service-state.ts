import type { ProbeAnswer } from '../../ports/network.ts';
import type { SocketOwner } from '../../ports/processes.ts';
import type { Listener, RunCause } from '../../trace/run-record.ts';

/** Where the service says that it is. */
export interface ServiceTarget {
  readonly host: string;
  readonly port: number;
  readonly from: 'files' | 'update-session';
}

/** Why the service is not ready at this moment. */
export interface ServiceProblem {
  readonly cause: RunCause;
  readonly message: string;
  readonly help?: string | undefined;
  /** Set when it is known that waiting longer does not help. */
  readonly final?: true | undefined;
}

/** The port in a `SESSION_PORT` file, or `undefined` when it does not hold one. */
export function portIn(content: string): number | undefined {
  const text = content.trim();
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** Why a text is no host name, or `undefined` when it may be one. */
export function hostFault(content: string): string | undefined {
  const text = content.trim();
  if (text === '') return 'is empty';
  if (/\s/.test(text)) return 'holds more than one word';
  if (!/^[A-Za-z0-9._:[\]-]+$/.test(text)) return 'is not a host name';
  return undefined;
}

/** Whether an address can only be reached from its own machine. */
export const isLoopback = (address: string): boolean =>
  address.startsWith('127.') || address === '::1' || address === 'localhost';

/** Whether a socket at one address takes connections to another. */
export function reaches(listening: string, wanted: string): boolean {
  if (listening === wanted || listening === '::') return true;
  return listening === '0.0.0.0' && !wanted.includes(':');
}

/** The problem of an answer, or `undefined` when it counts as ready. */
export function answerProblem(
  answer: ProbeAnswer,
  accepted: readonly number[],
  url: string,
): ServiceProblem | undefined {
  if (answer.kind === 'answer') {
    const fine = accepted.length === 0 ? answer.status < 500 : accepted.includes(answer.status);
    if (fine) return undefined;
    return {
      cause: 'http-error',
      message: `${url} answers with status ${answer.status}`,
      help:
        answer.status >= 500
          ? 'a status of 500 or more means that the service, or what stands behind its proxy, is not up'
          : `the configuration expects another status: ${accepted[0]}${accepted.length > 1 ? ` to ${accepted.at(-1)}` : ''}`,
    };
  }
  switch (answer.reason) {
    case 'refused':
    case 'unreachable':
      return { cause: 'wrong-address', message: `${url} cannot be connected to: ${answer.message}` };
    case 'tls':
      return {
        cause: 'tls-mismatch',
        message: `${url} does not speak TLS, but the session has "useTLS: true"`,
      };
    case 'not-http':
    case 'closed':
    case 'timeout':
      return {
        cause: 'not-http',
        message: `${url} accepts connections but gives no HTTP answer (${answer.message})`,
      };
  }
}

/** A listening socket for the record. */
export const listenerOf = (
  socket: { readonly address: string; readonly port: number },
  owner: SocketOwner | undefined,
): Listener => ({
  address: socket.address,
  port: socket.port,
  pid: owner?.pid,
  command: owner?.command,
});

/** The problem that a port is held by a process of somebody else, who may be out of sight. */
export function foreignListener(port: number, owner: SocketOwner | undefined): ServiceProblem {
  const who = owner === undefined ? 'another process' : `"${owner.command}" (pid ${owner.pid})`;
  return {
    cause: 'foreign-listener',
    message: `port ${port} is held by ${who}, which does not belong to this job`,
    help: 'let the system choose a free port, for example with "pw agent open-port"',
  };
}
