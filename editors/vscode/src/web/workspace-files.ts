import { type Disposable, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { FilesParams } from '../../../../src/browser/files-notification.ts';

/** How many files and folders of a workspace are looked at; what a workflow uses is mostly near. */
const mostEntries = 5_000;
/** The longest text that is told, in bytes. */
const mostBytes = 500_000;

/** Folders of other programs. */
const isForeign = (name: string): boolean => name === '.git' || name === 'node_modules';
/** Whether a file may be a workflow, a script, or a configuration of the check. */
const isText = (name: string): boolean => /\.(?:ya?ml|sh|bash|json)$|^\.shellcheckrc$|^[^.]+$/.test(name);

/** The files of the folders of a workspace. Where the text does not matter it is empty: the file is there. */
export async function workspaceFiles(): Promise<FilesParams['files']> {
  const files: FilesParams['files'][number][] = [];
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  let seen = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const [name, type] of await entriesOf(folder)) {
      seen++;
      if (seen > mostEntries) return files;
      const uri = Uri.joinPath(folder, name);
      if ((type & FileType.Directory) !== 0) {
        if (!isForeign(name)) folders.push(uri);
      } else {
        files.push({ uri: uri.toString(), text: (await textOf(uri)) ?? '' });
      }
    }
  }
  return files;
}

/** Tells of each file that changes, appears or goes. */
export function changedFiles(tell: (files: FilesParams['files']) => void): Disposable {
  const watchers = (workspace.workspaceFolders ?? []).flatMap((folder) => {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**/*'));
    const changed = async (uri: Uri): Promise<void> => {
      if (uri.path.split('/').some(isForeign)) return;
      tell([{ uri: uri.toString(), text: (await textOf(uri)) ?? '' }]);
    };
    watcher.onDidCreate((uri) => void changed(uri));
    watcher.onDidChange((uri) => void changed(uri));
    watcher.onDidDelete((uri) => tell([{ uri: uri.toString(), text: null }]));
    return watcher;
  });
  return { dispose: () => watchers.forEach((watcher) => void watcher.dispose()) };
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** The text of a file that may matter; `undefined` where it cannot be read. */
async function textOf(uri: Uri): Promise<string | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (!isText(name)) return undefined;
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > mostBytes) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
