import type { FileContent } from '../ports/repository-files.ts';
import { textFiles } from '../ports/text-files.ts';
import type { FilePath } from '../source/span.ts';
import type { LintWorld, World } from './world.ts';

const missing: FileContent = { kind: 'problem', problem: 'missing', message: 'there is no such file' };

const refuse = (): never => {
  throw new Error('nothing can be started or written here');
};

/** A repository that is only texts, for a lint: no program can be started there, and nothing be written. */
export function lintWorldOfTexts(root: string, texts: ReadonlyMap<FilePath, string>): LintWorld {
  return {
    root,
    files: textFiles(texts),
    readNamed: () => missing,
    write: refuse,
    writeNamed: refuse,
    tools: { run: async () => ({ status: undefined, stdout: '', stderr: '', failed: 'missing' }) },
    programs: 'none',
    parallel: 1,
  };
}

/** The same for a use case that could run something, and must not be asked to. */
export function worldOfTexts(root: string, texts: ReadonlyMap<FilePath, string>): World {
  return {
    ...lintWorldOfTexts(root, texts),
    clock: { now: () => 0, sleep: async () => {} },
    get runPorts() {
      return refuse();
    },
    keepIn: root,
    screenshotIn: root,
    keepsFailed: false,
  };
}
