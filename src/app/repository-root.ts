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

/**
 * Finds the repository that the named paths belong to: a folder with `workflows/` in it is one; of anything else it
 * is the nearest folder above with `.git` or `workflows/`, else the current folder, else the folder of the file.
 *
 * @param named absolute and normalised, each with the word as it was written
 */
export function locatePaths(
  currentFolder: string,
  named: readonly { readonly written: string; readonly absolute: string }[],
  kindOf: (path: string) => PathKind,
): LocateAnswer {
  if (named.length === 0) {
    const root = rootAbove(currentFolder, kindOf) ?? currentFolder;
    return { kind: 'located', root, paths: root === currentFolder ? [] : [within(root, currentFolder)] };
  }
  let root: string | undefined;
  const paths: string[] = [];
  let folders: string[] | undefined = [];
  let selected: 'everything' | 'named' = 'named';
  for (const { written, absolute } of named) {
    const kind = kindOf(absolute);
    if (kind === 'missing') return { kind: 'refused', message: `no such file or folder: "${written}"` };
    const start = kind === 'directory' ? absolute : parentOf(absolute);
    const found = rootOf(absolute, start, kind, kindOf);
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
  return {
    kind: 'located',
    root: root ?? currentFolder,
    paths: selected === 'everything' ? [] : paths,
    ...(folders !== undefined && { folders: outermost(folders) }),
  };
}

/** The repository that a path belongs to, or `undefined` when no folder above it is one. */
function rootOf(
  path: string,
  start: string,
  kind: PathKind,
  kindOf: (path: string) => PathKind,
): string | undefined {
  if (kind === 'directory' && kindOf(join(path, 'workflows')) === 'directory') return path;
  return rootAbove(start, kindOf);
}

/** The folders of a list that lie in no other one of it. */
function outermost(folders: readonly string[]): readonly string[] {
  return [...new Set(folders)].filter(
    (folder) => !folders.some((other) => other !== folder && isWithin(other, folder)),
  );
}

/** The nearest folder, from `folder` upwards, that has `.git` or `workflows/`. */
function rootAbove(folder: string, kindOf: (path: string) => PathKind): string | undefined {
  for (let at = folder; ; at = parentOf(at)) {
    if (kindOf(join(at, 'workflows')) === 'directory' || kindOf(join(at, '.git')) !== 'missing') return at;
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
