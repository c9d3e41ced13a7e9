import { spawn } from 'node:child_process';
import type { ToolOutcome, ToolRunner } from '../../ports/tool-runner.ts';
import { withScratchFiles } from '../files/scratch-files.ts';

/** Runs programs of this machine, found on the PATH; each in a process group of its own, ended as a whole. */
export function nodeToolRunner(): ToolRunner {
  return {
    async run(order) {
      if (order.files === undefined) return runTool(order);
      return withScratchFiles(order.files, (cwd) => runTool({ ...order, cwd }));
    },
  };
}

async function runTool(order: Parameters<ToolRunner['run']>[0]): Promise<ToolOutcome> {
  return new Promise((done) => {
    const limited = order.maxMemoryBytes === undefined ? undefined : Math.ceil(order.maxMemoryBytes / 1024);
    const [command, words] =
      limited === undefined
        ? [order.command, [...order.arguments]]
        : // The shell that sets the limit is replaced by the program; 127 and the message tell that it is missing.
          ['/bin/sh', ['-c', `ulimit -v ${limited}; exec "$0" "$@"`, order.command, ...order.arguments]];
    const child = spawn(command, words, {
      ...(order.cwd !== undefined && { cwd: order.cwd }),
      ...(order.environment !== undefined && { env: { ...process.env, ...order.environment } }),
      stdio: [order.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let bytes = 0;
    let failed: ToolOutcome['failed'];
    const end = (why: NonNullable<ToolOutcome['failed']>): void => {
      failed ??= why;
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has ended by itself
      }
    };
    const timer = setTimeout(() => end('timeout'), order.timeoutMs);
    const take = (parts: Buffer[]) => (part: Buffer) => {
      if (bytes >= order.maxOutputBytes) return;
      bytes += part.length;
      parts.push(part);
      if (bytes > order.maxOutputBytes) end('too-much-output');
    };
    child.stdout?.on('data', take(out));
    child.stderr?.on('data', take(err));
    child.stdin?.on('error', () => {}); // a program that does not read its input is no failure of ours
    child.stdin?.end(order.stdin);
    let settled = false;
    const settle = (status: number | undefined): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      const stderr = Buffer.concat(err).toString('utf8');
      if (limited !== undefined && status === 127 && /not found|No such file/.test(stderr))
        failed ??= 'missing';
      done({
        status: failed === undefined ? status : undefined,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr,
        ...(failed !== undefined && { failed }),
      });
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      failed ??= error.code === 'ENOENT' || error.code === 'EACCES' ? 'missing' : 'killed';
      settle(undefined);
    });
    child.on('close', (code, signal) => {
      if (signal !== null) failed ??= 'killed';
      settle(code ?? undefined);
    });
  });
}
