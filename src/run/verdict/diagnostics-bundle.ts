import type { CoordinationEvent } from '../../trace/run-record.ts';
import { joinPath, pathBelow } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { failuresTraced } from '../watch/trace-records.ts';

const mostCommands = 200;
const mostFiles = 2000;
const maxLog = 1_000_000;

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
  const records = failuresTraced(world).slice(-mostCommands);
  write(
    'failed-commands.txt',
    records.flatMap((record) => {
      const file = pathBelow(world.jobDirectory, record.file);
      // What the programs of the machine do inside themselves is their own affair.
      if (file === undefined || (record.kind === 'exit' && record.status === 0)) return [];
      return [`status ${record.status}\t${file}:${record.line}\t${record.command.replace(/\\(.)/g, '$1')}`];
    }),
  );
}

/** Adds what the scripts printed to the diagnostics of a run; gives their folder. */
export function gatherLogs(world: RunWorld): string {
  const { files } = world.ports;
  const folder = joinPath(world.jobDirectory, 'diagnostics');
  const logs = files
    .listDeep(world.jobDirectory, mostFiles)
    .filter((path) => !path.startsWith('diagnostics/') && /\.out$|(?:^|\/)step\.exit$/.test(path));
  for (const path of logs) {
    const text = files.readEnd(joinPath(world.jobDirectory, path), maxLog);
    if (text !== undefined) files.write(joinPath(folder, 'logs', path), text);
  }
  return folder;
}
