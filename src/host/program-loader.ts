import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';
import { type ReusedMemory, reusedMemory } from './reused-memory.ts';

/** Loads bundled files of this program. */
export interface ProgramLoader {
  /** Loads a file like `require`; those that it requires beside it are loaded in the same way. */
  load(path: string): unknown;
  /** Keeps what has been compiled up to now for the next process. */
  keep(): void;
}

/** What a sealed file gives when it is run: a function around its text, which takes what Node gives to CommonJS. */
type Body = (
  exports: unknown,
  require: (name: string) => unknown,
  module: { exports: unknown },
  path: string,
  folder: string,
) => void;

/** A file that was compiled, and what was kept of it before. */
interface Loaded {
  readonly script: Script;
  readonly digest: string;
  readonly kept: { readonly bytes: number; readonly ageMs: number } | undefined;
}

/** The first line of a sealed file is this and the digest of the rest, in so many digits; all is plain ASCII. */
const seal = '// ';
const sealDigits = 64;
/** A run may need functions that none before it needed; what is kept is looked through again after this time. */
const renewedAfterMs = 10 * 60 * 1000;
/** More than the largest file of the bundle, and than what is compiled of it. */
const usualBytes = 2_000_000;
/** What is kept is written again when it has grown to so many times of it. */
const worthwhileGrowth = 1.02;

/**
 * Loads the files of a bundle with what V8 compiled of them in processes before: for a linter, compiling is half of the
 * time. Files without a seal are left to Node.
 *
 * @param leastLength of shorter texts the code is not kept: it is not worth the reading
 */
export function programLoader(cache: CodeCache, leastLength = 10_000): ProgramLoader {
  const memory = reusedMemory(usualBytes);
  const modules = new Map<string, { exports: unknown }>();
  const loaded: Loaded[] = [];

  function load(path: string): unknown {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const text = readText(path, memory);
    const digest = digestOf(text);
    if (digest === undefined) return requireFrom(path, path);
    const module: { exports: unknown } = { exports: {} };
    modules.set(path, module);
    const folder = dirname(path);
    const require = (name: string): unknown =>
      name.startsWith('./') ? load(join(folder, name)) : requireFrom(path, name);
    compiled(path, text, digest)(module.exports, require, module, path, folder);
    return module.exports;
  }

  function compiled(path: string, text: string, digest: string): Body {
    const isSmall = text.length < leastLength;
    const kept = isSmall ? undefined : cache.read(digest, memory);
    const script = new Script(text, { filename: path, ...(kept && { cachedData: kept.data }) });
    if (isSmall) return script.runInThisContext() as Body;
    const accepted = kept !== undefined && script.cachedDataRejected !== true;
    loaded.push({
      script,
      digest,
      kept: accepted ? { bytes: kept.data.length, ageMs: kept.ageMs } : undefined,
    });
    return script.runInThisContext() as Body;
  }

  return {
    load,
    keep() {
      for (const { script, digest, kept } of loaded) {
        if (kept !== undefined && kept.ageMs < renewedAfterMs) continue;
        const data = script.createCachedData();
        if (data.length > worthwhileGrowth * (kept?.bytes ?? 0)) cache.write(digest, data);
        else cache.confirm(digest);
      }
    },
  };
}

/** The text of a file that is plain ASCII, as all of a bundle is. */
function readText(path: string, memory: ReusedMemory): string {
  const file = openSync(path, 'r');
  try {
    const bytes = memory.take(fstatSync(file).size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    return bytes.toString('latin1', 0, length);
  } finally {
    closeSync(file);
  }
}

/** The digest in the first line of a sealed file. */
function digestOf(text: string): string | undefined {
  const end = seal.length + sealDigits;
  return text.startsWith(seal) && text[end] === '\n' ? text.slice(seal.length, end) : undefined;
}

/** What Node's own `require` gives. Its maker is not loaded for Node's own modules: they need none. */
function requireFrom(path: string, name: string): unknown {
  return process.getBuiltinModule(name) ?? process.getBuiltinModule('node:module').createRequire(path)(name);
}
