import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultCache } from '../../ports/result-cache.ts';
import { writeWhole } from './write-whole.ts';

/** How much may be kept. */
export interface CacheBounds {
  readonly files: number;
  readonly bytes: number;
}

const usualBounds: CacheBounds = { files: 4_000, bytes: 32 * 1024 * 1024 };
/** A file that was read is marked as used when its last mark is older than this, in milliseconds. */
const markEveryMs = 60 * 60 * 1000;
/** What lies half-written longer than this belongs to a program that was killed, in milliseconds. */
const abandonedAfterMs = 60 * 60 * 1000;
const resultName = /^[0-9a-f]{64}$/;

/**
 * Keeps results as files of a folder, one for each content, under its digest. A file begins with the digest of its
 * content and of the rest, so that one which was cut short or changed is not believed; it is written under another
 * name and renamed, so that several programs may use the folder at once. What was used longest ago goes first when
 * there is too much.
 */
export function folderResultCache(folder: string, bounds: CacheBounds = usualBounds): ResultCache {
  let written = 0;
  return {
    read(content) {
      const path = join(folder, digestOf(content));
      try {
        const kept = readFileSync(path, 'utf8');
        const [seal, result] = [kept.slice(0, 64), kept.slice(65)];
        if (seal !== digestOf(`${content}\n${result}`)) {
          rmSync(path, { force: true });
          return undefined;
        }
        const { mtimeMs } = statSync(path);
        const now = Date.now();
        if (now - mtimeMs > markEveryMs) utimesSync(path, now / 1000, now / 1000);
        return result;
      } catch {
        return undefined;
      }
    },
    write(content, result) {
      try {
        const seal = digestOf(`${content}\n${result}`);
        writeWhole(join(folder, digestOf(content)), `${seal}\n${result}`);
        // Looking through the folder costs more than a write, so that it is done for the first and some later ones.
        if (written++ % 200 === 0) prune(folder, bounds);
      } catch {
        // a full disk or a folder that may not be written to: the next run asks again
      }
    },
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Removes what was used longest ago until the rest is well within the bounds, and what killed programs left. */
function prune(folder: string, bounds: CacheBounds): void {
  const kept: { readonly path: string; readonly bytes: number; readonly used: number }[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() !== true) continue;
    if (resultName.test(name)) kept.push({ path, bytes: stats.size, used: stats.mtimeMs });
    else if (/^\.[0-9a-f]{64}\.\d+\.tmp$/.test(name) && Date.now() - stats.mtimeMs > abandonedAfterMs)
      rmSync(path, { force: true });
  }
  let bytes = kept.reduce((sum, file) => sum + file.bytes, 0);
  if (kept.length <= bounds.files && bytes <= bounds.bytes) return;
  kept.sort((left, right) => left.used - right.used);
  let files = kept.length;
  for (const file of kept) {
    if (files <= 0.8 * bounds.files && bytes <= 0.8 * bounds.bytes) break;
    rmSync(file.path, { force: true });
    files--;
    bytes -= file.bytes;
  }
}
