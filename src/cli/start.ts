import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CodeCache, folderCodeCache } from '../host/code-cache.ts';
import { homeFolder } from '../host/home-folder.ts';
import { programLoader } from '../host/program-loader.ts';

/** Starts the bundled program; from sources, `main.ts` is the program itself. */
const { XDG_CACHE_HOME, PW_WORKFLOW_CHECK_CACHE } = process.env;
const nothing: CodeCache = { read: () => undefined, write: () => {}, confirm: () => {} };
const isKept = PW_WORKFLOW_CHECK_CACHE !== 'off' && !process.argv.includes('--no-cache');
const loader = programLoader(
  isKept
    ? folderCodeCache(join(XDG_CACHE_HOME || join(homeFolder(), '.cache'), 'pw-workflow-check', 'code'))
    : nothing,
);
if (isKept) process.once('exit', () => loader.keep());
loader.load(join(dirname(fileURLToPath(import.meta.url)), 'program.js'));
