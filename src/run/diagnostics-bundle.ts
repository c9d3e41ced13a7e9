import type { CoordinationEvent } from '../trace/run-record.ts';
import { joinPath } from './paths.ts';
import type { RunWorld } from './run-world.ts';

const maxTrace = 500_000;

/**
 * Writes what a person needs to understand a failed run into the job directory, as it is before anything is stopped:
 * the processes, the listening sockets, the markers with their times, the variables by name, the commands that failed.
 */
export function writeDiagnostics(world: RunWorld, events: readonly CoordinationEvent[]): void {
  const { files } = world.ports;
  const folder = joinPath(world.jobDirectory, 'diagnostics');
  const write = (name: string, lines: readonly string[]): void =>
    files.write(joinPath(folder, name), lines.map((line) => `${line}\n`).join(''));
  const processes = world.scope.members();
  write(
    'processes.txt',
    processes.map(({ pid, parent, step, command }) => `${pid}\t${parent}\t${step ?? '-'}\t${command}`),
  );
  write(
    'listeners.txt',
    world.scope.listeners().flatMap((socket) => {
      const owner = world.scope.ownerOf(socket);
      return owner?.inScope === true
        ? [`${socket.address}:${socket.port}\t${owner.pid}\t${owner.command}`]
        : [];
    }),
  );
  write(
    'markers.txt',
    events.map((event) => `${event.atMs} ms\t${event.file}\t${event.by}\t${JSON.stringify(event.content)}`),
  );
  // Names alone: a value may be a secret.
  write('environment.txt', Object.keys(world.env).sort());
  files.write(joinPath(folder, 'failed-commands.txt'), files.readEnd(world.trace, maxTrace) ?? '');
}
