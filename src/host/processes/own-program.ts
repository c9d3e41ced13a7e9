import { spawn } from 'node:child_process';

/** How a run of this program beside itself ended. */
export interface OwnProgramEnd {
  /** The exit status; `undefined` when a signal ended it. */
  readonly status: number | undefined;
  /** What it printed on stdout, or where that is nothing what it said last. */
  readonly printed: string;
}

/**
 * Runs this program once more, beside itself. It is ended in order when the signal aborts, and when this process ends.
 *
 * @param said told each line that it says on stderr
 */
export async function ownProgram(
  words: readonly string[],
  said: (line: string) => void,
  signal: AbortSignal,
): Promise<OwnProgramEnd> {
  const [program = ''] = process.argv.slice(1);
  const child = spawn(process.execPath, [...process.execArgv, program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => void child.kill('SIGTERM');
  process.once('exit', end);
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  let printed = '';
  let last = '';
  let unfinished = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines.filter((one) => one.trim() !== '')) {
      last = line;
      said(line);
    }
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) =>
        resolve({ status: status ?? undefined, printed: printed.trim() || last || unfinished }),
      );
    });
  } finally {
    process.removeListener('exit', end);
    signal.removeEventListener('abort', end);
  }
}
