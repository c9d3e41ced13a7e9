import { fileURLToPath, pathToFileURL } from 'node:url';
import { machinePaths } from './files/machine-paths.ts';
import { nodeWorld } from './node-world.ts';
import { ownProgram } from './processes/own-program.ts';

/** This machine, as a language server asks it. */
export const editorMachine = {
  pathOf(address: string): string | undefined {
    try {
      return fileURLToPath(address);
    } catch {
      return undefined;
    }
  },
  addressOf: (path: string): string => pathToFileURL(path).href,
  paths: machinePaths,
  worldOf: (root: string, listed: 'everything' | 'nothing') =>
    nodeWorld(root, root, listed === 'everything' ? {} : { folders: [] }),
  run: (path: string, said: (sentence: string) => void, signal: AbortSignal) =>
    ownProgram(['check', path, '--no-color'], said, signal),
} as const;
