import { escapePattern } from '../../base/escape-pattern.ts';
import { suggest } from '../../base/suggest.ts';

/** Characters of a folder's name from which on a slip is told from another name, as `v1` and `v2` are. */
const shortestSlip = 4;

/** Whether a script has this folder in a path, or by itself. */
export function namesFolder(text: string, folder: string): boolean {
  return new RegExp(`(?<![\\w.-])${escapePattern(folder)}(?![\\w-])`).test(text);
}

/** The file of the repository that is meant when the name of one folder of a path has a slip, and that name as it is written. */
export function inFolderOfNearName(
  path: string,
  known: readonly string[],
): { readonly path: string; readonly slip: string } | undefined {
  const names = path.split('/');
  for (const candidate of known) {
    const others = candidate.split('/');
    if (others.length !== names.length) continue;
    const different = names.flatMap((name, index) => (name === others[index] ? [] : [index]));
    const [index = -1] = different;
    if (different.length !== 1 || index === names.length - 1) continue;
    const slip = names[index] ?? '';
    if (slip.length >= shortestSlip && suggest(slip, [others[index] ?? '']) !== undefined)
      return { path: candidate, slip };
  }
  return undefined;
}

/** The folder of the repository that is meant when one name of a path to a folder has a slip, and that name as it is written. */
export function folderOfNearName(
  path: string,
  known: readonly string[],
): { readonly path: string; readonly slip: string } | undefined {
  const folders = known.map((file) => file.slice(0, file.lastIndexOf('/') + 1));
  const length = path.split('/').length;
  const above = folders.map((folder) => `${folder.split('/').slice(0, length).join('/')}/`);
  const found = inFolderOfNearName(`${path}/`, above);
  return found && { ...found, path: found.path.slice(0, -1) };
}
