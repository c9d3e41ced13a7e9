import type { Filled } from '../../plan/template.ts';
import type { ProcessEnd, ProcessInfo, RunningProcess } from '../../ports/processes.ts';
import { withDescendants } from '../watch/script-processes.ts';
import { joinPath } from './paths.ts';
import type { RunWorld } from './run-world.ts';

/** A script to run as the platform runs steps: written to a file, started by its shell. */
export interface ScriptOrder {
  readonly filled: Filled;
  readonly shell: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The folder for the script, its output and its exit code. */
  readonly logs: string;
  /** The file name of the script in it. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** From the signal until it is killed. */
  readonly graceMs: number;
}

/** How a script ended. */
export interface ScriptEnd {
  readonly status: number;
  /** Whether it was stopped by us. */
  readonly stopped: boolean;
  /** Whether it had to be killed because it did not stop. */
  readonly killed: boolean;
  readonly script: string;
  readonly output: string;
  readonly pid: number;
}

/** Runs a script until it ends or the signal stops it. */
export async function executeScript(world: RunWorld, order: ScriptOrder): Promise<ScriptEnd> {
  const { files } = world.ports;
  const script = joinPath(order.logs, order.name);
  const output = joinPath(order.logs, 'step.out');
  const unable = { status: 143, stopped: true, killed: false, script, output, pid: 0 };
  if (world.over.aborted) return unable;
  files.write(script, order.filled.text, 0o755);
  files.makeDirectory(order.cwd);
  if (order.signal.aborted) return unable;
  const [program, ...words] = order.shell.split(/\s+/).filter((word) => word !== '' && word !== '{0}');
  const running = await world.scope.start({
    argv: [program ?? 'bash', ...words, script],
    cwd: order.cwd,
    env: { ...order.env, PWD: order.cwd },
    output,
  });
  const stopping = stopOnAbort(world, running, order);
  const end = await running.ended;
  const { stopped, killed } = stopping.finish();
  const status = statusOf(end);
  if (!world.over.aborted) files.write(joinPath(order.logs, 'step.exit'), `${status}\n`);
  return { status, stopped, killed, script, output, pid: running.pid };
}

const signalNumbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
};

/** The status as a shell gives it: signals count from 128. */
export function statusOf(end: ProcessEnd): number {
  return end.kind === 'exit' ? end.code : 128 + (signalNumbers[end.signal] ?? 0);
}

/** Sends a signal to a process, its group and all that descends from it. */
export function signalTree(
  world: RunWorld,
  running: RunningProcess,
  signal: 'SIGTERM' | 'SIGKILL',
  more: (one: ProcessInfo) => boolean = () => false,
): void {
  const members = world.scope.members();
  const below = new Set(withDescendants(members, [running.pid]).map((one) => one.pid));
  const reached = members.filter((one) => below.has(one.pid) || one.group === running.pid || more(one));
  running.signalGroup(signal);
  for (const one of reached) {
    world.signalled.add(one.pid);
    if (one.group !== running.pid) world.scope.signal(one.pid, signal);
  }
}

function stopOnAbort(world: RunWorld, running: RunningProcess, order: ScriptOrder) {
  let stopped = false;
  let killed = false;
  const over = new AbortController();
  const stop = async (): Promise<void> => {
    stopped = true;
    // The platform ends the whole tree: what `timeout` or `setsid --wait` put into a group of its own as well.
    signalTree(world, running, 'SIGTERM');
    await world.ports.clock.sleep(order.graceMs, over.signal);
    if (over.signal.aborted) return;
    killed = true;
    running.signalGroup('SIGKILL');
  };
  const abort = (): void => void stop();
  order.signal.addEventListener('abort', abort, { once: true });
  if (order.signal.aborted) abort();
  return {
    finish() {
      order.signal.removeEventListener('abort', abort);
      over.abort();
      return { stopped, killed };
    },
  };
}
