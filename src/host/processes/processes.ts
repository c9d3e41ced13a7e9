import { join } from 'node:path';
import type { Processes, ProcessInfo, ProcessScope, SocketOwner } from '../../ports/processes.ts';
import { startPlainly } from './plain-starter.ts';
import {
  commandOf,
  descendantsOf,
  describeProcess,
  environmentOf,
  hasEnvironment,
  holderOf,
  listeningSockets,
  type ProcessRow,
  processRow,
  processTable,
  procText,
} from './proc.ts';
import { type Supervisor, startSupervisor } from './supervisor.ts';

/** How often sockets are looked at where no supervisor does it. */
const pollMs = 15;

/** Processes of this machine, held by a supervisor where there is Perl, else by the marker in their environment. */
export function nodeProcesses(): Processes {
  return {
    async open({ directory, marker }) {
      return processScope(await startSupervisor(directory), marker, directory);
    },
  };
}

function processScope(supervisor: Supervisor | undefined, marker: string, directory: string): ProcessScope {
  const pair = `PW_CHECK_RUN=${marker}`;
  const sessions = new Set<number>();
  const memberRows = (): readonly ProcessRow[] => {
    const rows = processTable();
    const held = new Set(
      supervisor === undefined ? [] : descendantsOf(supervisor.pid, rows).map((row) => row.pid),
    );
    const noted = notedProcesses(directory, rows);
    const own = (row: ProcessRow): boolean =>
      row.pid !== process.pid &&
      row.pid !== supervisor?.pid &&
      (sessions.has(row.group) || noted.has(row.group) || hasEnvironment(row.pid, pair));
    for (const pid of noted) for (const row of [...descendantsOf(pid, rows)]) held.add(row.pid);
    return rows.filter((row) => held.has(row.pid) || noted.has(row.pid) || own(row));
  };
  const kill = (pid: number, signal: NodeJS.Signals): void => {
    try {
      if (pid > 1) process.kill(pid, signal);
    } catch {
      // it has ended, or is not ours to signal
    }
  };
  return {
    async start(order) {
      if (supervisor !== undefined) return supervisor.start(order);
      const running = await startPlainly(order);
      if (running.pid > 0) sessions.add(running.pid);
      return running;
    },
    members: (): readonly ProcessInfo[] => memberRows().map(describeProcess),
    signal: kill,
    listeners: listeningSockets,
    ownerOf(socket): SocketOwner | undefined {
      const members = memberRows().map((row) => row.pid);
      const inside = holderOf(socket.inode, members);
      const pid =
        inside ??
        holderOf(
          socket.inode,
          processTable().map((row) => row.pid),
        );
      const row = pid === undefined ? undefined : processRow(pid);
      if (row === undefined) return undefined;
      const run = environmentOf(row.pid, 'PW_CHECK_RUN');
      return {
        pid: row.pid,
        command: commandOf(row),
        inScope: inside !== undefined || run === marker,
        otherRun: inside === undefined && run !== undefined && run !== marker,
        step: environmentOf(row.pid, 'PW_CHECK_STEP'),
      };
    },
    watchListeners: (changed) =>
      supervisor?.seesSockets ? supervisor.watch(changed) : pollListeners(changed),
    async close() {
      await supervisor?.close();
      for (let round = 0; round < 1000; round++) {
        const left = memberRows();
        if (left.length === 0) return;
        for (const row of left) kill(row.pid, 'SIGKILL');
        await new Promise((done) => setTimeout(done, 5));
      }
    },
  };
}

/** The pids of the processes that noted themselves and still live: a pid that was given to another since is none. */
function notedProcesses(directory: string, rows: readonly ProcessRow[]): ReadonlySet<number> {
  const started = new Map(rows.map((row) => [row.pid, row.startedAt]));
  const lines = procText(join(directory, 'processes'))?.split('\n') ?? [];
  return new Set(
    lines.flatMap((line) => {
      const [pid, ...fields] = line.split(' ');
      return started.get(Number(pid)) === Number(fields[19] ?? Number.NaN) ? [Number(pid)] : [];
    }),
  );
}

function pollListeners(changed: Parameters<ProcessScope['watchListeners']>[0]): () => void {
  let before = '';
  let looked = performance.now();
  const look = (): void => {
    const sockets = listeningSockets();
    const lagMs = performance.now() - looked;
    looked = performance.now();
    const now = JSON.stringify(sockets);
    if (now !== before) {
      before = now;
      changed(sockets, lagMs);
    }
  };
  const timer = setInterval(look, pollMs);
  return () => clearInterval(timer);
}
