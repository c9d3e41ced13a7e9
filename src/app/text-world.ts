import type { FileContent } from '../ports/repository-files.ts';
import type { RunPorts } from '../ports/run-ports.ts';
import { textFiles } from '../ports/text-files.ts';
import type { FilePath } from '../source/span.ts';
import type { World } from './world.ts';

const missing: FileContent = { kind: 'problem', problem: 'missing', message: 'there is no such file' };

/** The world of a repository that is only texts: no program can be started there, and nothing be written. */
export function textWorld(root: string, texts: ReadonlyMap<FilePath, string>): World {
  const refuse = (): never => {
    throw new Error('nothing can be started or written here');
  };
  return {
    root,
    files: textFiles(texts),
    readNamed: () => missing,
    write: refuse,
    writeNamed: refuse,
    tools: { run: async () => ({ status: undefined, stdout: '', stderr: '', failed: 'missing' }) },
    programs: 'none',
    clock: { now: () => 0, sleep: async () => {} },
    // The world is copied with other files while one types, so what refuses is not the property but what is in it.
    runPorts: new Proxy({} as RunPorts, { get: refuse }),
    keepIn: root,
    screenshotIn: root,
    keepsFailed: false,
    parallel: 1,
  };
}
