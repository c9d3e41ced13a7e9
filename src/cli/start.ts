import { join } from 'node:path';
import { cacheFolder, mayKeep } from '../host/cache-folder.ts';
import { type CodeCache, folderCodeCache } from '../host/code-cache.ts';
import { programLoader } from '../host/program-loader.ts';

/** Starts the bundled program; from sources, `main.ts` is the program itself. */
const nothing: CodeCache = { read: () => undefined, write: () => {}, confirm: () => {} };
const isKept = mayKeep() && !process.argv.includes('--no-cache');
const loader = programLoader(isKept ? folderCodeCache(join(cacheFolder(), 'code')) : nothing);
if (isKept) process.once('exit', () => loader.keep());
loader.load(join(import.meta.dirname, 'program.js'));
