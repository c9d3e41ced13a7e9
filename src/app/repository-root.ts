import { configurationNames } from '../lint/configuration/configuration.ts';

/** What stands at an absolute path. */
export type PathKind = 'file' | 'directory' | 'missing' | 'other';

/** The repository of a request and what was named in it; no paths means everything that is selected there. */
export interface LocatedPaths {
  readonly root: string;
  /** Relative to the root, with forward slashes. */
  readonly paths: readonly string[];
  /**
   * The folders below which everything is looked at, relative to the root; absent: the root. They are fewer where no
   * repository was found: the current folder may then be a home directory with a million files.
   */
  readonly folders?: readonly string[] | undefined;
}

/** Where the paths of a request are, or why they cannot be checked together (exit status 2). */
export type LocateAnswer =
  | ({ readonly kind: 'located' } & LocatedPaths)
  | { readonly kind: 'refused'; readonly message: string };

/** What locating asks of the machine; paths are absolute. */
export interface MachinePaths {
  readonly kindOf: (path: string) => PathKind;
  /** The text of a file, `undefined` when there is none. */
  readonly textOf: (path: string) => string | undefined;
}

/**
 * Finds the repository that the named paths belong to: the nearest folder above with `.git`, or with a configuration
 * that says `root: true`; without any, the nearest with `workflows/`, else the current folder, else the folder of the
 * file. What is named only selects.
 *
 * @param named absolute and normalised, each with the word as it was written
 */
export function locatePaths(
  currentFolder: string,
  named: readonly { readonly written: string; readonly absolute: string }[],
  machine: MachinePaths,
): LocateAnswer {
  const { kindOf } = machine;
  if (named.length === 0) {
    const root = rootAbove(currentFolder, machine) ?? currentFolder;
    return { kind: 'located', root, paths: root === currentFolder ? [] : [within(root, currentFolder)] };
  }
  let root: string | undefined;
  const paths: string[] = [];
  const names: string[] = [];
  let folders: string[] | undefined = [];
  let selected: 'everything' | 'named' = 'named';
  for (const { written, absolute } of named) {
    const kind = kindOf(absolute);
    if (kind === 'missing' && mayBeName(written)) {
      names.push(written);
      continue;
    }
    if (kind === 'missing') return { kind: 'refused', message: `no such file or folder: "${written}"` };
    const start = kind === 'directory' ? absolute : parentOf(absolute);
    const found = rootAbove(start, machine);
    const own = found ?? (isWithin(currentFolder, start) ? currentFolder : start);
    if (found !== undefined || start === own) folders = undefined;
    else folders?.push(within(own, start));
    if (root !== undefined && own !== root) {
      return {
        kind: 'refused',
        message: `"${written}" belongs to ${own}, but the paths before it belong to ${root}: check one repository at a time`,
      };
    }
    root = own;
    if (absolute === own) selected = 'everything';
    else paths.push(within(own, absolute));
  }
  if (root === undefined) {
    return { kind: 'located', root: rootAbove(currentFolder, machine) ?? currentFolder, paths: names };
  }
  return {
    kind: 'located',
    root,
    paths: selected === 'everything' ? [] : [...paths, ...names],
    ...(folders !== undefined && { folders: outermost(folders) }),
  };
}

/** Whether a word may be the name of a workflow, which stands for its path. */
function mayBeName(word: string): boolean {
  return /^[\w-]+$/.test(word);
}

/** The folders of a list that lie in no other one of it. */
function outermost(folders: readonly string[]): readonly string[] {
  return [...new Set(folders)].filter(
    (folder) => !folders.some((other) => other !== folder && isWithin(other, folder)),
  );
}

/** The repository of a folder, or `undefined` when nothing from it upwards is one. */
export function rootAbove(folder: string, machine: MachinePaths): string | undefined {
  const { kindOf } = machine;
  const marked = nearest(folder, (at) => kindOf(join(at, '.git')) !== 'missing' || saysRoot(at, machine));
  return marked ?? nearest(folder, (at) => kindOf(join(at, 'workflows')) === 'directory');
}

/** Whether the configuration in a folder says that the folder is a repository of its own. */
function saysRoot(folder: string, { textOf }: MachinePaths): boolean {
  return configurationNames.some((name) =>
    /^root:[ \t]+true[ \t]*(?:#.*)?$/m.test(textOf(join(folder, name)) ?? ''),
  );
}

/** The first folder, from `folder` upwards, that is wanted. */
function nearest(folder: string, isWanted: (folder: string) => boolean): string | undefined {
  for (let at = folder; ; at = parentOf(at)) {
    if (isWanted(at)) return at;
    if (at === parentOf(at)) return undefined;
  }
}

function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut <= 0 ? '/' : path.slice(0, cut);
}

function join(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(join(folder, ''));
}

function within(folder: string, path: string): string {
  return path.slice(join(folder, '').length);
}
