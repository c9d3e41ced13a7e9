import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ListeningSocket, ProcessEnd, ProcessOrder, RunningProcess } from '../../ports/processes.ts';
import { schedulerEnvironment } from '../machine.ts';
import { supervisorPl } from './assets.generated.ts';
import { addressOf } from './proc.ts';
import { signalName } from './signal-name.ts';

/** A running supervisor: starts processes that cannot get away from it. */
export interface Supervisor {
  readonly pid: number;
  /** Whether it can see listening sockets; if not, they have to be read from /proc/net. */
  readonly seesSockets: boolean;
  start(order: ProcessOrder): Promise<RunningProcess>;
  watch(changed: (sockets: readonly ListeningSocket[], lagMs: number | undefined) => void): () => void;
  /** Kills all that is left; resolves when it is gone. */
  close(): Promise<void>;
}

interface Started {
  readonly accept: (pid: number) => void;
  readonly end: (end: ProcessEnd) => void;
}

/** A script may stop its supervisor; how often that is woken, and after how long it is not waited for, in milliseconds. */
const waking = { everyMs: 1000, patienceMs: 15_000 } as const;

const hex = (text: string): string => `x${Buffer.from(text, 'utf8').toString('hex')}`;

/**
 * Starts a supervisor, or gives `undefined` where there is no Perl or the system does not allow it.
 *
 * @param directory removed when this program dies before `close`
 */
export function startSupervisor(directory: string): Promise<Supervisor | undefined> {
  const child = spawn('perl', ['-e', supervisorPl, directory], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
    env: { ...schedulerEnvironment(), PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
  });
  const waker = setInterval(() => child.kill('SIGCONT'), waking.everyMs).unref();
  child.on('exit', () => clearInterval(waker));
  return new Promise((settle) => {
    let ready = false;
    const state = supervisorState(child);
    child.on('error', () => {
      clearInterval(waker);
      settle(undefined);
    });
    child.on('exit', () => {
      if (!ready) settle(undefined);
      state.lost();
    });
    child.stdin?.on('error', () => {}); // it has died; `lost` ends everything that waits for it
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) => {
      const [verb, ...words] = line.split(' ');
      if (verb === 'ready') {
        ready = true;
        settle(state.supervisor(words[0] === '1'));
      } else state.take(verb ?? '', words);
    });
  });
}

function supervisorState(child: ChildProcess) {
  const running = new Map<string, Started>();
  const watchers = new Set<(sockets: readonly ListeningSocket[], lagMs: number | undefined) => void>();
  let serial = 0;
  let lost = false;
  const send = (line: string): void => {
    child.stdin?.write(`${line}\n`);
  };
  const start = (order: ProcessOrder): Promise<RunningProcess> =>
    new Promise((started) => {
      const id = String(++serial);
      let finish: (end: ProcessEnd) => void = () => {};
      const ended = new Promise<ProcessEnd>((done) => {
        finish = done;
      });
      running.set(id, { accept: (pid) => started(runningProcess(pid, ended)), end: finish });
      const environment = Object.entries(order.env).map(([name, value]) => hex(`${name}=${value}`));
      const words = [hex(order.cwd), hex(order.output), String(order.argv.length), ...order.argv.map(hex)];
      send(['start', id, ...words, ...environment].join(' '));
      if (lost) {
        started(runningProcess(0, ended));
        finish({ kind: 'signal', signal: 'SIGKILL' });
      }
    });
  const take = (verb: string, words: readonly string[]): void => {
    if (verb === 'started') running.get(words[0] ?? '')?.accept(Number(words[1]));
    else if (verb === 'ended') {
      running.get(words[0] ?? '')?.end(endOf(Number(words[1]), Number(words[2])));
      running.delete(words[0] ?? '');
    } else if (verb === 'sockets') {
      const [before, ...sockets] = words;
      const lagMs = before === '0' ? undefined : Math.max(0, Date.now() - Number(before));
      const now = sockets.filter((word) => word !== '').map(socketOf);
      for (const watcher of watchers) watcher(now, lagMs);
    }
  };
  return {
    take,
    lost() {
      lost = true;
      for (const { accept, end } of running.values()) {
        accept(0);
        end({ kind: 'signal', signal: 'SIGKILL' });
      }
      running.clear();
    },
    supervisor: (seesSockets: boolean): Supervisor => ({
      pid: child.pid ?? 0,
      seesSockets,
      start,
      watch(changed) {
        watchers.add(changed);
        send('watch');
        return () => {
          watchers.delete(changed);
          if (watchers.size === 0) send('unwatch');
        };
      },
      close: () =>
        new Promise((closed) => {
          if (lost) closed();
          else {
            const timer = setTimeout(() => child.kill('SIGKILL'), waking.patienceMs);
            child.on('exit', () => {
              clearTimeout(timer);
              closed();
            });
            send('keep');
            child.stdin?.end();
          }
        }),
    }),
  };
}

function runningProcess(pid: number, ended: Promise<ProcessEnd>): RunningProcess {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    pid,
    ended,
    signalGroup(signal) {
      if (over || pid <= 1) return;
      try {
        process.kill(-pid, signal);
      } catch {
        // it has ended in this moment
      }
    },
  };
}

const endOf = (code: number, signal: number): ProcessEnd =>
  signal === 0 ? { kind: 'exit', code } : { kind: 'signal', signal: signalName(signal) };

function socketOf(word: string): ListeningSocket {
  const [, address, port, inode] = word.split(':');
  return { address: addressOf(Buffer.from(address ?? '', 'hex')), port: Number(port), inode: Number(inode) };
}
