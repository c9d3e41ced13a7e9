import type { ListeningSocket } from '../../ports/processes.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { SessionTarget } from '../engine/workflow-execution.ts';
import type { Coordination } from './coordination.ts';
import {
  asShellReads,
  hostFault,
  isLoopback,
  portIn,
  reaches,
  type ServiceProblem,
  type ServiceTarget,
  unseenFault,
} from './service-state.ts';

const howToWrite = {
  HOSTNAME: 'write it in start.sh: hostname > HOSTNAME',
  SESSION_PORT: 'write it in start.sh before the service starts: echo "$SESSION_PORT" > SESSION_PORT',
  'job.started': 'touch it in start.sh after HOSTNAME and SESSION_PORT: the wait step looks for it first',
} as const;

/**
 * The problem that a coordination file is not there.
 *
 * @param instead what stands in its place
 */
export function missingMarker(
  file: keyof typeof howToWrite,
  instead?: string | undefined,
): ServiceProblem & { readonly file: keyof typeof howToWrite } {
  return {
    cause: 'marker-missing',
    message:
      instead === undefined ? `${file} was never written` : `${file} is ${instead}, so nobody can read it`,
    help: howToWrite[file],
    file,
  };
}

function portFault(content: string): string {
  const text = content.trim().slice(0, 60);
  if (text === '') return 'is empty';
  const fault = /^\ufeff?\d+$/.test(text) ? unseenFault(content) : undefined;
  return fault === undefined ? `holds "${text}", which is not a port` : `${fault}, so it is not a port`;
}

/** Where the files, else the session, say that the service is; or what is wrong with them. */
export function targetNow(
  coordination: Coordination,
  session: SessionTarget | undefined,
): ServiceTarget | ServiceProblem {
  const hostText = coordination.content('HOSTNAME');
  const portText = coordination.content('SESSION_PORT');
  if (portText === undefined || hostText === undefined) {
    const port = session === undefined ? undefined : portIn(session.port);
    if (session !== undefined && port !== undefined) {
      return { host: session.host === '' ? 'localhost' : session.host, port, from: 'update-session' };
    }
    const file = portText === undefined ? 'SESSION_PORT' : 'HOSTNAME';
    return missingMarker(file, coordination.notAFile(file));
  }
  const port = portIn(portText);
  if (port === undefined) {
    return {
      cause: 'bad-port-file',
      message: `SESSION_PORT ${portFault(portText)}`,
      help: 'it must hold the number alone, such as 43117',
    };
  }
  const fault = hostFault(hostText);
  if (fault !== undefined) {
    return {
      cause: 'bad-hostname',
      message: `HOSTNAME ${fault}`,
      help: 'write the name of the node: hostname > HOSTNAME',
    };
  }
  return { host: asShellReads(hostText), port, from: 'files' };
}

/** Whether a command line has a host as one of its words, also with a port: `--listen node1:8080`. */
export const isNamed = (command: string | undefined, host: string): boolean =>
  command?.split(/[\s=,@]+/).some((word) => word.replace(/:\d+$/, '') === host) === true;

/**
 * Loopback only, where HOSTNAME names the machine to others.
 *
 * @param startedByName the service was started for the machine's name: where that leads to loopback, which is our difference
 * and not the author's fault, this is where it listens
 */
export function wrongAddress(
  where: ServiceTarget,
  addresses: readonly string[],
  sockets: readonly ListeningSocket[],
  world: RunWorld,
  startedByName: boolean,
): ServiceProblem | undefined {
  const help = 'let the service listen on 0.0.0.0';
  const shown = sockets.map((socket) => socket.address).join(', ');
  const onlyLoopback = sockets.every((socket) => isLoopback(socket.address));
  const namesItself =
    (isLoopback(where.host) && world.plan.mode === 'controller') ||
    (startedByName && addresses.every(isLoopback));
  if (onlyLoopback && !namesItself && where.host !== 'localhost') {
    return {
      cause: 'wrong-address',
      message: `the service listens on ${shown} only, which cannot be reached as ${where.host} from another host`,
      help,
    };
  }
  if (!sockets.some((socket) => addresses.some((address) => reaches(socket.address, address)))) {
    return {
      cause: 'wrong-address',
      message: `the service listens on ${shown}, but ${where.host} is ${addresses.join(', ')}`,
      help,
    };
  }
  return undefined;
}
