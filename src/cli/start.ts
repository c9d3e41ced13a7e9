import { join } from 'node:path';
import { cacheFolder, mayKeep } from '../host/cache-folder.ts';
import { type CodeCache, folderCodeCache } from '../host/code-cache.ts';
import { programLoader } from '../host/program-loader.ts';
import { reusedMemory } from '../host/reused-memory.ts';

/** Starts the bundled program; from sources, `main.ts` is the program itself. */
const nothing: CodeCache = { read: () => undefined, write: () => {}, confirm: () => {} };
const isKept = mayKeep() && !process.argv.includes('--no-cache');
// More than the largest file of the bundle, and than what is compiled of it.
const memory = reusedMemory(2_000_000);
const loader = programLoader(isKept ? folderCodeCache(join(cacheFolder(), 'code'), memory) : nothing, memory);
if (isKept) process.once('exit', () => loader.keep());
loader.load(join(import.meta.dirname, 'program.js'));
