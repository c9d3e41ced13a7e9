import { directoryOf, pathIn } from '../../model/read-workflow.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import type { FilePath } from '../../source/span.ts';

/** Which of ShellCheck's codes are not to be shown. */
export type DisabledCodes = (code: number) => boolean;

/** The names of ShellCheck's own configuration file, the first one first (manual of ShellCheck, "RC FILES"). */
const names = ['.shellcheckrc', 'shellcheckrc'] as const;

/**
 * What the repository's `.shellcheckrc` files disable. As in ShellCheck itself, the file nearest to the script counts,
 * in its own folder or one above. Of its lines only `disable=` is followed: the others decide on what is read or asked
 * for in addition, which is settled here.
 */
export function repositoryDisabledCodes(files: RepositoryFiles): (script: FilePath) => DisabledCodes {
  const byFolder = new Map<FilePath, DisabledCodes>();
  const inFolder = (folder: FilePath): DisabledCodes => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const text = textIn(files, folder);
    const disabled =
      text !== undefined ? disabledIn(text) : folder === '' ? () => false : inFolder(directoryOf(folder));
    byFolder.set(folder, disabled);
    return disabled;
  };
  return (script) => inFolder(directoryOf(script));
}

function textIn(files: RepositoryFiles, folder: FilePath): string | undefined {
  for (const name of names) {
    const content = files.read(pathIn(folder, name));
    if (content.kind === 'text') return content.text;
  }
  return undefined;
}

/** Reads `disable=SC2034,2154`, `disable=SC1000-SC1999` and `disable=all`. */
function disabledIn(text: string): DisabledCodes {
  const ranges: (readonly [number, number])[] = [];
  for (const line of text.split('\n')) {
    for (const [, value = ''] of line.replace(/#.*/, '').matchAll(/(?:^|\s)disable=(\S+)/g)) {
      for (const part of value.replace(/["']/g, '').split(',')) {
        if (part === 'all') return () => true;
        const [, first, last] = /^(?:SC)?(\d{1,5})(?:-(?:SC)?(\d{1,5}))?$/i.exec(part) ?? [];
        if (first !== undefined) ranges.push([Number(first), Number(last ?? first)]);
      }
    }
  }
  return (code) => ranges.some(([first, last]) => code >= first && code <= last);
}
