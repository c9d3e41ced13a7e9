import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { FilePath } from '../source/span.ts';
import type { WorkflowFile } from './workflow.ts';

/** Files of a repository that may be shared by workflows; one with more is searched for what its own files name alone. */
const mostShared = 3000;

/** Files that people read and no workflow runs; they count only where their whole path is written. */
const documents =
  /(?:^|\/)(?:README|LICENSE|CHANGELOG|CONTRIBUTING)[^/]*$|\.(?:md|rst|adoc|png|jpe?g|gif|svg|webp|pdf)$/i;

/**
 * The files of the repository that a workflow uses, and for each the file that leads to it: what lies in its own folder,
 * what these files name outside of their comments, and so on. A file is named by its path, by the path of its folder, or,
 * when it belongs to no workflow, by its own name; what a checkout brings is not used by that alone.
 *
 * @param folders the folders of all workflows of the repository
 * @param gone files that were there before and may be named still
 */
export function filesUsedBy(
  file: WorkflowFile,
  files: RepositoryFiles,
  folders: readonly string[],
  gone: readonly FilePath[] = [],
): ReadonlyMap<FilePath, FilePath> {
  const paths = [...files.paths, ...gone];
  const own = ownFiles(file, paths);
  const used = new Map<FilePath, FilePath>(own.map((path) => [path, file.source.path]));
  const belongs = (path: string): boolean => folders.some((folder) => isUnder(path, folder));
  const shared = paths.filter((path) => !belongs(path));
  const others = paths.filter((path) => belongs(path) && !used.has(path));
  const reachable = [...(shared.length <= mostShared ? shared : []), ...others];
  const open = [...used.keys()];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    const text = effectiveText(from, files);
    if (text === '') continue;
    for (const path of reachable) {
      if (used.has(path) || !names(text, path, belongs(path))) continue;
      used.set(path, from);
      open.push(path);
    }
  }
  return used;
}

/** A file called otherwise than `workflow.yaml` shares its folder with others of its kind, which then belongs to none. */
function ownFiles(file: WorkflowFile, paths: readonly FilePath[]): readonly FilePath[] {
  const beside = [file.source.path, ...file.scripts.map((script) => script.path)];
  const sharesFolder = !/(^|\/)workflow\.ya?ml$/i.test(file.source.path);
  if (file.directory === '' || sharesFolder) return beside;
  const inside = paths.filter((path) => isUnder(path, file.directory) && !documents.test(path));
  return [...new Set([...beside, ...inside])];
}

/** A text without its comments and without the lists of what a checkout brings. */
function effectiveText(path: FilePath, files: RepositoryFiles): string {
  if (documents.test(path)) return '';
  const content = files.read(path);
  if (content.kind !== 'text') return '';
  return content.text
    .replaceAll(/(?:^|[ \t])(?:#(?![!{])|\/\/)[ \t].*$/gm, '')
    .replaceAll(/^([ \t]*)sparse_checkout:.*\n(?:\1[ \t]*- .*\n?)*/gm, '');
}

/** Whether a text names a file. What belongs to a workflow is called `start.sh` everywhere: its own name says nothing. */
function names(text: string, path: string, belongsToWorkflow: boolean): boolean {
  if (mentions(text, path)) return true;
  if (documents.test(path)) return false;
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  // A module is imported without the ending of its file.
  const stem = /^(.{3,})\.(?:py|pl|jl|R)$/.exec(name)?.[1];
  if (!belongsToWorkflow && (mentions(text, name) || (stem !== undefined && mentions(text, stem))))
    return true;
  for (let length = parts.length - 1; length > 0; length--) {
    const folder = parts.slice(0, length).join('/');
    if (folder !== 'workflows' && !folder.startsWith('.github') && mentionsFolder(text, folder)) return true;
  }
  return false;
}

/** Whether a word stands in a text, not as a part of a longer one. */
function mentions(text: string, word: string): boolean {
  return occurs(text, word, (after) => !/[\w-]/.test(after));
}

/** Whether a folder is named as a whole or with a variable or pattern in it; a file of it by name says nothing of others. */
function mentionsFolder(text: string, folder: string): boolean {
  return occurs(text, folder, (after, next) => (after === '/' ? !/[\w.]/.test(next) : !/[\w.-]/.test(after)));
}

function occurs(text: string, word: string, ends: (after: string, next: string) => boolean): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const end = at + word.length;
    if (!/[\w.-]/.test(before) && ends(text[end] ?? ' ', text[end + 1] ?? ' ')) return true;
  }
  return false;
}

function isUnder(path: string, folder: string): boolean {
  return folder !== '' && path.startsWith(`${folder}/`);
}
