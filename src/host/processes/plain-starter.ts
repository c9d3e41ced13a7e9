import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { ProcessEnd, ProcessOrder, RunningProcess } from '../../ports/processes.ts';

/** Starts a process in a session of its own without a supervisor: for machines that have no Perl. */
export function startPlainly(order: ProcessOrder): Promise<RunningProcess> {
  const output = openSync(order.output, 'a');
  const [program, ...words] = order.argv;
  const child = spawn(program, words, {
    cwd: order.cwd,
    env: { ...order.env },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  let over = false;
  const ended = new Promise<ProcessEnd>((done) => {
    const finish = (end: ProcessEnd): void => {
      over = true;
      done(end);
    };
    child.on('error', () => finish({ kind: 'exit', code: 127 }));
    child.on('exit', (code, signal) =>
      finish(signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal }),
    );
  });
  return Promise.resolve({
    pid: child.pid ?? 0,
    ended,
    signalGroup(signal) {
      if (over || child.pid === undefined) return;
      try {
        process.kill(-child.pid, signal);
      } catch {
        // it has ended in this moment
      }
    },
  });
}
