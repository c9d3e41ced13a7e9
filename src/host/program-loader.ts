import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

/** Loads bundled files of this program. */
export interface ProgramLoader {
  /** Loads a file like `require`; those that it requires beside it are loaded in the same way. */
  load(path: string): unknown;
  /** Keeps what has been compiled up to now for the next process. */
  keep(): void;
}

/** A bundled file of CommonJS as V8 sees it: with what Node gives it. */
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

/** The first line of a bundled file that is worth keeping: the digest of the rest, which is plain ASCII. */
const seal = /^\/\/ ([0-9a-f]{64})\n/;
/** A run may need functions that none before it needed; what is kept is looked through again after this time. */
const renewedAfterMs = 10 * 60 * 1000;
/** What is kept is written again when it has grown to so many times of it. */
const worthwhileGrowth = 1.02;

/**
 * Loads the files of a bundle with what V8 compiled of them in processes before: for a linter, compiling is half of the
 * time. Files without a seal are left to Node.
 */
export function programLoader(cache: CodeCache): ProgramLoader {
  const modules = new Map<string, { exports: unknown }>();
  const loaded: Loaded[] = [];

  function load(path: string): unknown {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const native = createRequire(path);
    const source = readFileSync(path, 'latin1');
    const digest = seal.exec(source.slice(0, 80))?.[1];
    if (digest === undefined) return native(path);
    const module: { exports: unknown } = { exports: {} };
    modules.set(path, module);
    const require = (name: string): unknown =>
      name.startsWith('./') ? load(join(dirname(path), name)) : native(name);
    compiled(path, source, digest)(module.exports, require, module, path, dirname(path));
    return module.exports;
  }

  function compiled(path: string, source: string, digest: string): Body {
    const kept = cache.read(digest);
    const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
      filename: path,
      ...(kept && { cachedData: kept.data }),
    });
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
