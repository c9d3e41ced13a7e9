import { globs } from '../base/glob.ts';
import { suggest } from '../base/suggest.ts';
import { isYamlPath } from '../base/yaml-path.ts';
import type { FileContent, RepositoryFiles } from '../ports/repository-files.ts';
import { type FilePath, filePath } from '../source/span.ts';
import { type Discovery, discoverWorkflows } from './discover-workflows.ts';
import { distinctNames } from './distinct-names.ts';
import { pathIn } from './read-workflow.ts';

/** Which workflows of a repository are wanted. */
export interface Selection {
  /**
   * Globs of workflow files; without any, `workflow.yaml` in each folder of `workflows`, and where there is none of
   * these, every file whose content is a workflow.
   */
  readonly workflows?: readonly string[] | undefined;
  /** Globs of what is left out, also of what the other globs name; a path that is named itself is never left out. */
  readonly exclude?: readonly string[] | undefined;
  /** Folders, workflow files under any name and shell scripts, named one by one; none means the globs alone. */
  readonly paths?: readonly string[] | undefined;
  /** Chooses a part of the workflows by their paths and names; the others are not read. */
  readonly part?:
    | ((paths: readonly FilePath[], names: ReadonlyMap<FilePath, string>) => readonly FilePath[])
    | undefined;
}

/** The files of a selection, sorted, and what of it led nowhere, worded for the author of the request. */
export interface SelectedFiles {
  readonly workflows: readonly FilePath[];
  readonly scripts: readonly FilePath[];
  readonly problems: readonly string[];
  /** What was named and is neither a workflow nor a shell script, as it was written. */
  readonly passedOver: readonly string[];
  /** The search that found workflows by their content; absent when all stand where the selection says. */
  readonly discovery?: Discovery | undefined;
}

/** The files that are workflows unless the configuration says otherwise. */
export const usualWorkflows: readonly string[] = ['workflows/*/workflow.{yaml,yml}'];

/** Finds the files of a selection; none of them is read for good. */
export function selectFiles(files: RepositoryFiles, selection: Selection): SelectedFiles {
  const choice = choiceOf(files, selection);
  if (!selection.paths?.length) {
    const { paths, discovery } = workflowsUnder(filePath(''), choice);
    return { workflows: paths, scripts: [], problems: [], passedOver: [], discovery };
  }
  const workflows = new Set<FilePath>();
  const scripts = new Set<FilePath>();
  const problems: string[] = [];
  const passedOver: string[] = [];
  const discoveries: Discovery[] = [];
  for (const written of selection.paths) {
    const path = normalised(written);
    const kind = path === '' ? 'directory' : files.kindOf(path);
    if (kind === 'directory') {
      const { paths, discovery } = workflowsUnder(path, choice);
      if (paths.length === 0) problems.push(`no workflow found under "${written}"`);
      for (const one of paths) workflows.add(one);
      if (discovery !== undefined) discoveries.push(discovery);
    } else if (kind === 'missing') {
      const called = workflowsCalled(written, choice);
      for (const one of called.paths) workflows.add(one);
      if (called.problem !== undefined) problems.push(called.problem);
    } else if (isYamlPath(path)) {
      if (choice.usual.includes(path) || mayBeWorkflow(path, files)) workflows.add(path);
      else passedOver.push(written);
    } else if (kind === 'file') {
      if (mayBeShellScript(path, files)) scripts.add(path);
      else passedOver.push(written);
    } else problems.push(unreadablePath(written, files.read(path)));
  }
  return {
    workflows: [...workflows].sort(),
    scripts: [...scripts].sort(),
    problems,
    passedOver,
    discovery: joined(discoveries),
  };
}

/** The workflows with a name that was given in the place of a path, or what is wrong with it. */
function workflowsCalled(
  written: string,
  choice: Choice,
): { readonly paths: readonly FilePath[]; readonly problem?: string } {
  const problem = `no such file or folder: "${written}"`;
  if (!/^[\w-]+$/.test(written)) return { paths: [], problem };
  const names = distinctNames(workflowsUnder(filePath(''), choice).paths);
  const paths = [...names].flatMap(([path, name]) => (name === written ? [path] : []));
  if (paths.length > 0) return { paths };
  const near = suggest(written, [...names.values()]);
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  return { paths: [], problem: `${problem}, and no workflow has this name${meant}` };
}

/** Keys that stand at the top of a workflow; a document that has none of them is about something else. */
const topKeys = /^\uFEFF?(?:\{\s*)?['"]?(?:jobs|on|true|sessions|permissions|app)['"]?[ \t]*:/m;

/** Whether a YAML file that was named may be a workflow, well or badly written: one in a hidden folder is another system's. */
function mayBeWorkflow(path: FilePath, files: RepositoryFiles): boolean {
  if (path.split('/').some((part) => part.startsWith('.'))) return false;
  const content = files.read(path);
  return (
    content.kind !== 'text' ||
    content.text.trim() === '' ||
    isNamedWorkflow(path) ||
    topKeys.test(content.text)
  );
}

function isNamedWorkflow(path: string): boolean {
  return /(?:^|\/)workflow\.ya?ml$/i.test(path);
}

/** Whether a file that was named is a shell script: by its ending, or by what its first line says. */
function mayBeShellScript(path: FilePath, files: RepositoryFiles): boolean {
  if (/\.(?:sh|bash)$/i.test(path)) return true;
  const content = files.read(path);
  return content.kind === 'text' && /^\uFEFF?#!.*\b(?:ba|da|k)?sh\b/.test(content.text);
}

/** Says that a path that was named cannot be read. */
export function unreadablePath(path: string, content: FileContent): string {
  return `"${path}" cannot be read: ${content.kind === 'problem' ? content.message : 'it is not a regular file'}`;
}

interface Choice {
  readonly files: RepositoryFiles;
  /** What the globs select, sorted. */
  readonly usual: readonly FilePath[];
  /** Whether the author has said which files are workflows. */
  readonly configured: boolean;
  /** Whether a path is not excluded. */
  readonly isWanted: (path: FilePath) => boolean;
  /** Searches a folder by content; gives nothing when the author has said which files are workflows. */
  readonly discover: (folder: FilePath) => Discovery | undefined;
}

function choiceOf(files: RepositoryFiles, selection: Selection): Choice {
  const configured = selection.workflows?.length ? selection.workflows : undefined;
  const isNamed = globs(configured ?? usualWorkflows);
  const isExcluded = globs(selection.exclude ?? []);
  const isWanted = (path: FilePath): boolean => !isExcluded(path);
  const matching = [...files.paths, ...(files.irregular ?? []), ...foldersNamedAsFiles(files)]
    .filter((path) => isYamlPath(path) && isNamed(path))
    .sort();
  const discover = (folder: FilePath): Discovery | undefined => {
    if (configured !== undefined || matching.some((path) => isUnder(path, folder))) return undefined;
    const discovery = discoverWorkflows(folder, files, isWanted);
    return discovery.paths.length > 0 ? discovery : undefined;
  };
  return {
    files,
    usual: matching.filter(isWanted),
    configured: configured !== undefined,
    isWanted,
    discover,
  };
}

/** Folders whose names end as those of workflow files do, which somebody may have taken for one. */
function foldersNamedAsFiles(files: RepositoryFiles): readonly FilePath[] {
  const folders = new Set<FilePath>();
  for (const path of files.paths) {
    const match = /^.*\.ya?ml(?=\/)/i.exec(path);
    if (match !== null) folders.add(filePath(match[0]));
  }
  return [...folders];
}

interface Found {
  readonly paths: readonly FilePath[];
  readonly discovery?: Discovery | undefined;
}

/** The selected workflows under a folder; a folder that is a workflow's own needs no glob. */
function workflowsUnder(folder: FilePath, { files, usual, configured, isWanted, discover }: Choice): Found {
  const inside = usual.filter((path) => isUnder(path, folder));
  if (inside.length > 0) return { paths: inside };
  const below = configured ? [] : usualBelow(folder, files, isWanted);
  if (below.length > 0) return { paths: below };
  const named = folder === '' ? [] : namedWorkflows(folder, files);
  const discovery = discover(folder);
  const more = discovery?.paths.some((path) => !named.includes(path)) === true;
  return more ? { paths: [...named, ...(discovery?.paths ?? [])], discovery } : { paths: named };
}

/** The usual workflows as seen from a folder: the top of a part of the repository. */
function usualBelow(
  folder: FilePath,
  files: RepositoryFiles,
  isWanted: (path: FilePath) => boolean,
): readonly FilePath[] {
  if (folder === '') return [];
  const isUsual = globs(usualWorkflows.map((glob) => `${folder}/${glob}`));
  return files.paths.filter((path) => isUsual(path) && isWanted(path));
}

/** The file of a workflow's own folder, or else those of the folders below. */
function namedWorkflows(folder: FilePath, files: RepositoryFiles): readonly FilePath[] {
  const own = ['workflow.yaml', 'workflow.yml'].map((name) => pathIn(folder, name));
  const found = own.filter((path) => files.kindOf(path) === 'file');
  if (found.length > 0) return found;
  return files.paths.filter((path) => isUnder(path, folder) && /\/workflow\.ya?ml$/i.test(path));
}

function isUnder(path: FilePath, folder: FilePath): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function joined(discoveries: readonly Discovery[]): Discovery | undefined {
  if (discoveries.length === 0) return undefined;
  const paths = [...new Set(discoveries.flatMap((one) => one.paths))].sort();
  const cut = discoveries.some((one) => one.extent === 'up-to-a-limit');
  return { paths, extent: cut ? 'up-to-a-limit' : 'everything' };
}

function normalised(path: string): FilePath {
  const parts: string[] = [];
  for (const part of filePath(path).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return filePath(parts.join('/'));
}
