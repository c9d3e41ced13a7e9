import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import type { ToolOutcome, ToolRunner } from '../../ports/tool-runner.ts';
import { type ScratchFiles, scratchFiles } from '../files/scratch-files.ts';
import { runToolSh } from './assets.generated.ts';

/**
 * Runs programs of this machine, found on the PATH; each in a process group of its own, ended as a whole, also when this
 * program is killed meanwhile.
 */
export function nodeToolRunner(): ToolRunner {
  return {
    async run(order) {
      if (order.files === undefined) return runTool(order);
      const scratch = scratchFiles(order.files);
      try {
        return await runTool(order, scratch);
      } finally {
        scratch.remove();
      }
    },
  };
}

async function runTool(
  order: Parameters<ToolRunner['run']>[0],
  scratch: ScratchFiles | undefined = undefined,
): Promise<ToolOutcome> {
  return new Promise((done, fail) => {
    const limited = order.maxMemoryBytes === undefined ? 'unlimited' : Math.ceil(order.maxMemoryBytes / 1024);
    const words = [runToolSh, scratch?.directory ?? '', String(limited), order.command, ...order.arguments];
    const child = spawn('/bin/sh', ['-c', ...words], {
      ...(order.cwd !== undefined && { cwd: order.cwd }),
      ...(order.environment !== undefined && { env: { ...process.env, ...order.environment } }),
      stdio: [order.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let bytes = 0;
    let failed: ToolOutcome['failed'];
    let settled = false;
    const end = (why: NonNullable<ToolOutcome['failed']>): void => {
      failed ??= why;
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has ended by itself
      }
    };
    // A busy process reads late: a program that has ended by then was in time, and what it left open is waited for.
    const judge = (): void => {
      if (settled) return;
      if (child.exitCode === null && child.signalCode === null) end('timeout');
      else timer = setTimeout(() => end('timeout'), order.timeoutMs);
    };
    let timer = setTimeout(() => setImmediate(judge), order.timeoutMs);
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
    const settle = (status: number | undefined): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      const stderr = Buffer.concat(err).toString('utf8');
      if (status === 127 && /not found|No such file/.test(stderr)) failed ??= 'missing';
      done({
        status: failed === undefined ? status : undefined,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr,
        ...(failed !== undefined && { failed }),
      });
    };
    child.on('error', () => {
      failed ??= 'killed';
      settle(undefined);
    });
    const alive = child.stdio[3] as Writable;
    alive.on('error', () => {}); // who reads from it was ended with the program
    child.on('exit', () => {
      scratch?.remove();
      alive.end('over\n');
    });
    child.on('close', (code, signal) => {
      if (signal !== null) failed ??= 'killed';
      settle(code ?? undefined);
    });
    try {
      scratch?.write();
      alive.write('written\n');
    } catch (error) {
      settled = true;
      clearTimeout(timer);
      alive.destroy();
      fail(error);
    }
  });
}
