import { basename, dirname } from 'node:path';
import { filePath } from '../../source/span.ts';
import { kindOfPath } from './path-kind.ts';
import { nodeRepositoryFiles } from './repository-files.ts';

/** What stands at absolute paths of this machine, outside of any repository. */
export const machinePaths = {
  kindOf: kindOfPath,
  /** The text of a file; `undefined` when it is missing or cannot be read as text. */
  textOf(path: string): string | undefined {
    if (kindOfPath(path) !== 'file') return undefined;
    const content = nodeRepositoryFiles(dirname(path)).read(filePath(basename(path)));
    return content.kind === 'text' ? content.text : undefined;
  },
} as const;
