// A workspace for tests in a browser: an extension whose files are those of `files.json` beside it, at `memory:/`.
import {
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';

/** Reads the files and offers them. */
export async function activate(context: ExtensionContext): Promise<void> {
  const told = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'files.json'));
  const files = new Map<string, string>(Object.entries(JSON.parse(new TextDecoder().decode(told))));
  context.subscriptions.push(
    workspace.registerFileSystemProvider('memory', inMemory(files), { isCaseSensitive: true }),
  );
}

/** Files by their absolute paths; those may be read and written, folders are where files are. */
function inMemory(files: Map<string, string>): FileSystemProvider {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const below = (folder: string): readonly string[] => {
    const start = `${folder.replace(/\/$/, '')}/`;
    return [...files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  };
  const refuse = (): never => {
    throw FileSystemError.NoPermissions('these files are read and written only');
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat(uri) {
      const text = files.get(uri.path);
      if (text === undefined && below(uri.path).length === 0) throw FileSystemError.FileNotFound(uri);
      const type = text === undefined ? FileType.Directory : FileType.File;
      return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
    },
    readDirectory: (uri) => [
      ...new Map(
        below(uri.path).map((path) => {
          const [name = '', ...rest] = path.split('/');
          return [name, rest.length === 0 ? FileType.File : FileType.Directory];
        }),
      ),
    ],
    readFile(uri) {
      const text = files.get(uri.path);
      if (text === undefined) throw FileSystemError.FileNotFound(uri);
      return new TextEncoder().encode(text);
    },
    writeFile(uri, content) {
      files.set(uri.path, new TextDecoder().decode(content));
      changed.fire([{ type: FileChangeType.Changed, uri }]);
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}
