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
  /** The coordination file that is missing, when that is what is wrong. */
  readonly file?: 'job.started' | 'HOSTNAME' | 'SESSION_PORT' | undefined;
  /** Set while the service has not been asked to an end: what is wrong, if anything, is about to be known. */
  readonly pending?: true | undefined;
  /** For how long it must last until it will not go away by itself, when that is not usual for its cause; milliseconds. */
  readonly patienceMs?: number | undefined;
  /** Set when it is known that waiting longer does not help. */
  readonly final?: true | undefined;
}

/** What `$(cat FILE)` gives: NUL bytes and the newlines at the end are dropped, and nothing else. */
export const asShellReads = (content: string): string => content.replaceAll('\0', '').replace(/\n+$/, '');

/** Characters that stand in a file without being seen, and where the platform's shell keeps them. */
const unseen: readonly (readonly [RegExp, string])[] = [
  [/^\ufeff/, 'begins with a byte order mark'],
  [/\r/, 'has a carriage return (CR)'],
  [/^\n/, 'begins with an empty line'],
  [/\n/, 'has more than one line'],
  [/^[ \t]/, 'begins with a blank'],
  [/[ \t]$/, 'ends with a blank'],
];

/** Which character that is not seen makes a coordination file useless, in words; `undefined` when there is none. */
export function unseenFault(content: string): string | undefined {
  const text = asShellReads(content);
  if (text.trim() === '') return undefined;
  return unseen.find(([pattern]) => pattern.test(text))?.[1];
}

/** The port in a `SESSION_PORT` file as the platform reads it, or `undefined` when it does not hold one. */
export function portIn(content: string): number | undefined {
  const text = asShellReads(content);
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** Why a text is no host name as the platform reads it, or `undefined` when it may be one. */
export function hostFault(content: string): string | undefined {
  const text = asShellReads(content);
  if (text.trim() === '') return 'is empty';
  const fault = unseenFault(content);
  if (fault !== undefined) return fault;
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

const slowAnswerMs = 25_000;

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
        // On a loaded machine a service that has just started is slow; other answers do not change.
        ...(answer.reason === 'timeout' && { patienceMs: slowAnswerMs }),
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
