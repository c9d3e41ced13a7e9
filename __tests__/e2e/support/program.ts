import { spawn } from 'node:child_process';

/** How a program ended and what it said. */
export interface Ended {
  /** `undefined` when a signal ended it. */
  readonly status: number | undefined;
  readonly signal: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** What to start. */
export interface Order {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** A program that is still there after this many milliseconds is killed and ends with the signal SIGKILL. */
  readonly limitMs?: number;
  /** Called with all of standard output so far whenever there is more, for tests that interrupt the program. */
  readonly onOutput?: (soFar: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs a program to its end, with nothing on its standard input. */
export function runProgram(order: Order): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(order.command, [...order.args], {
      cwd: order.cwd,
      env: { ...order.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), order.limitMs ?? 120_000);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      order.onOutput?.(stdout, (signal) => child.kill(signal));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(limit);
      resolve({ status: status ?? undefined, signal: signal ?? undefined, stdout, stderr });
    });
  });
}
