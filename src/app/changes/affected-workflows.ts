import { configurationNames } from '../../lint/configuration/configuration.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';

/** Files read while looking for who depends on whom; a repository with more is looked at file by changed file only. */
const mostFiles = 3000;

/**
 * The workflows that a change concerns: those with a changed file in their folder, and those that name a changed file,
 * or its folder, in their own files or in files that these name. Naming counts wherever it stands, comments included:
 * checking one workflow too many costs less than one too few.
 */
export function affectedWorkflows(
  workflows: readonly WorkflowFile[],
  changed: readonly string[],
  files: RepositoryFiles,
): readonly WorkflowFile[] {
  if (changed.some((path) => (configurationNames as readonly string[]).includes(path))) return workflows;
  const folders = workflows.map((file) => file.directory);
  const shared = files.paths.filter((path) => !folders.some((folder) => isUnder(path, folder)));
  const links = shared.length <= mostFiles ? shared : [];
  return workflows.filter((file) => {
    const own = ownFiles(file, files);
    if (changed.some((path) => path === file.source.path || isOwn(path, file))) return true;
    const texts = own.map((path) => textOf(path, files));
    const names = namesBy((path) => folders.some((folder) => isUnder(path, folder)));
    return reaches(texts, changed, links, files, names);
  });
}

function isOwn(path: string, file: WorkflowFile): boolean {
  return file.directory !== '' && isUnder(path, file.directory) && !isSharedFolder(file);
}

/** A folder that holds several workflows under names of their own belongs to none of them. */
function isSharedFolder(file: WorkflowFile): boolean {
  return !/(^|\/)workflow\.ya?ml$/i.test(file.source.path);
}

function ownFiles(file: WorkflowFile, files: RepositoryFiles): readonly FilePath[] {
  if (file.directory === '' || isSharedFolder(file)) {
    return [file.source.path, ...file.scripts.map((script) => script.path)];
  }
  return files.paths.filter((path) => isUnder(path, file.directory)).slice(0, 200);
}

/** Whether texts name a changed file, also through files that they name. */
function reaches(
  texts: readonly string[],
  changed: readonly string[],
  links: readonly FilePath[],
  files: RepositoryFiles,
  names: (text: string, path: string) => boolean,
): boolean {
  const seen = new Set<string>();
  const open = [...texts];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    const here = text;
    if (changed.some((path) => names(here, path))) return true;
    for (const path of links) {
      if (seen.has(path) || !names(here, path)) continue;
      seen.add(path);
      open.push(textOf(path, files));
    }
  }
  return false;
}

/**
 * Whether a text names a file: by its whole path, by the whole path of one of its folders, or, when it is shared, by its
 * own name. What belongs to a workflow is called `start.sh` everywhere, so that its own name says nothing.
 */
function namesBy(belongsToWorkflow: (path: string) => boolean) {
  return (text: string, path: string): boolean => {
    const parts = path.split('/');
    const name = parts.at(-1) ?? '';
    if (mentions(text, path)) return true;
    if (name !== '' && !belongsToWorkflow(path) && mentions(text, name)) return true;
    for (let length = parts.length - 1; length > 0; length--) {
      const folder = parts.slice(0, length).join('/');
      if (folder !== 'workflows' && folder !== '.github' && mentions(text, folder)) return true;
    }
    return false;
  };
}

/** Whether a word stands in a text, not as a part of a longer one. */
function mentions(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!/[\w.-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  return false;
}

function textOf(path: FilePath, files: RepositoryFiles): string {
  const content = files.read(filePath(path));
  return content.kind === 'text' ? content.text : '';
}

function isUnder(path: string, folder: string): boolean {
  return folder !== '' && path.startsWith(`${folder}/`);
}
