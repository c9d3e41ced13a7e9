import { lintWorldOfTexts } from '../app/world-of-texts.ts';
import type { Machine } from '../lsp/machine.ts';
import { type FilePath, filePath } from '../source/span.ts';
import type { FilesParams } from './files-notification.ts';

/** A machine whose files a client tells about, because they cannot be read here. */
export interface ToldMachine extends Machine {
  /** Takes texts of files, over what was told before. */
  tell(told: FilesParams): void;
}

/** A machine of which nothing has been told yet. Its paths begin with the scheme and the authority of an address. */
export function toldMachine(): ToldMachine {
  const texts = new Map<string, string>();
  /** The folders of the client's workspace: version control is not seen from here, so each counts as a repository. */
  const workspaces = new Set<string>();

  function tell({ files }: FilesParams): void {
    for (const { uri, text } of files) {
      const path = pathOf(uri);
      if (path === undefined) continue;
      if (text === null) texts.delete(path);
      else texts.set(path, text);
    }
  }

  function filesBelow(root: string): ReadonlyMap<FilePath, string> {
    const above = `${root.replace(/\/$/, '')}/`;
    return new Map(
      [...texts]
        .filter(([path]) => path.startsWith(above))
        .map(([path, text]) => [filePath(path.slice(above.length)), text]),
    );
  }

  return {
    pathOf,
    addressOf,
    paths: {
      textOf: (path) => texts.get(path),
      kindOf(path) {
        if (workspaces.has(path)) return 'directory';
        if (texts.has(path)) return 'file';
        return [...texts.keys()].some((one) => one.startsWith(`${path}/`)) ? 'directory' : 'missing';
      },
    },
    worldOf: (root, listed) => lintWorldOfTexts(root, listed === 'everything' ? filesBelow(root) : new Map()),
    tell,
    begin({ workspaceFolders, initializationOptions }) {
      for (const { uri } of workspaceFolders ?? []) {
        const path = pathOf(uri)?.replace(/\/$/, '');
        if (path !== undefined) workspaces.add(`${path}/.git`);
      }
      if (initializationOptions?.files !== undefined) tell(initializationOptions);
    },
  };
}

/** `scheme://authority/path` as `/scheme/@authority/path`: a folder of its own even where the authority is empty. */
function pathOf(uri: string): string | undefined {
  const [, scheme, authority = '', path = ''] = /^([\w+.-]+):(?:\/\/([^/]*))?(\/[^?#]*)/.exec(uri) ?? [];
  if (scheme === undefined) return undefined;
  try {
    return `/${scheme}/@${authority}${decodeURIComponent(path)}`;
  } catch {
    return undefined;
  }
}

function addressOf(path: string): string {
  const [, scheme = '', authority = '', ...parts] = path.split('/');
  return `${scheme}://${authority.slice(1)}/${parts.map(encodeURIComponent).join('/')}`;
}
