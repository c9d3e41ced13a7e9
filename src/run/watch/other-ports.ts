import type { ListeningSocket } from '../../ports/processes.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { ServiceProblem } from './service-state.ts';

const most = 3;
/** Finding the owner of a socket means to look through all processes. */
const mostAsked = 20;

/**
 * Where nothing listens on the announced port: what the job listens on instead.
 *
 * @param sockets those that were opened since the run started
 */
export function sayOtherPorts(
  world: RunWorld,
  problem: ServiceProblem,
  sockets: readonly ListeningSocket[],
): ServiceProblem {
  if (problem.cause !== 'not-listening') return problem;
  const others = sockets.slice(0, mostAsked).flatMap((socket) => {
    const owner = world.scope.ownerOf(socket);
    if (owner?.inScope !== true) return [];
    const program = owner.command.split(' ')[0] ?? owner.command;
    return [`${socket.address}:${socket.port} (${program.slice(program.lastIndexOf('/') + 1)})`];
  });
  if (others.length === 0) {
    const help = 'the service must listen on the port that it writes to SESSION_PORT; see what it prints';
    return { ...problem, help };
  }
  const shown = [...new Set(others)].slice(0, most).join(', ');
  return {
    ...problem,
    message: `${problem.message}; the job listens on ${shown}`,
    help: 'give the service the port that is written to SESSION_PORT',
  };
}
