import { glob } from '../base/glob.ts';
import type { FileContent, RepositoryFiles } from '../ports/repository-files.ts';
import { type FilePath, filePath } from '../source/span.ts';
import { scriptFile } from './read-script.ts';
import { directoryOf, pathIn, readWorkflowFile, unreadableWorkflowFile } from './read-workflow.ts';
import type { Script } from './script.ts';
import type { WorkflowFile, Workspace } from './workflow.ts';

/** Which workflows of a repository are wanted. */
export interface Selection {
  /** Globs of workflow files; without any, `workflow.yaml` in each folder of `workflows`. */
  readonly workflows?: readonly string[] | undefined;
  /** Globs of what is left out, also of what the other globs name; a path that is named itself is never left out. */
  readonly exclude?: readonly string[] | undefined;
  /** Folders, workflow files under any name and shell scripts, named one by one; none means the globs alone. */
  readonly paths?: readonly string[] | undefined;
}

/** A workspace, and what of the selection led nowhere, worded for the author of the request. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly problems: readonly string[];
}

/** The files that are workflows unless the configuration says otherwise. */
export const usualWorkflows: readonly string[] = ['workflows/*/workflow.{yaml,yml}'];

/** Reads the selected workflows and scripts of a repository. */
export function openWorkspace(files: RepositoryFiles, selection: Selection = {}): OpenedWorkspace {
  const chosen = choose(files, selection);
  const workflows = chosen.workflows.map((path) => readWorkflowAt(path, files));
  const owned = new Set(workflows.flatMap((file) => file.scripts.map((script) => script.path)));
  const loneScripts: Script[] = [];
  const problems = [...chosen.problems];
  for (const path of chosen.scripts) {
    if (owned.has(path)) continue;
    const content = files.read(path);
    if (content.kind === 'text') loneScripts.push(scriptFile({ path, text: content.text }, 'lone'));
    else problems.push(unreadable(path, content));
  }
  return { workspace: { files, workflows, loneScripts }, problems };
}

function unreadable(path: string, content: FileContent): string {
  return `"${path}" cannot be read: ${content.kind === 'problem' ? content.message : 'it is not a regular file'}`;
}

/** Reads one workflow file; one that cannot be read is a workflow file with a fault. */
export function readWorkflowAt(path: FilePath, files: RepositoryFiles): WorkflowFile {
  const content = files.read(path);
  if (content.kind === 'text') return readWorkflowFile({ path, text: content.text }, files);
  return unreadableWorkflowFile(path, content.message);
}

interface Chosen {
  readonly workflows: readonly FilePath[];
  readonly scripts: readonly FilePath[];
  readonly problems: readonly string[];
}

function choose(files: RepositoryFiles, selection: Selection): Chosen {
  const globs = selection.workflows?.length ? selection.workflows : usualWorkflows;
  const wanted = globs.map(glob);
  const unwanted = (selection.exclude ?? []).map(glob);
  const usual = [...files.paths, ...(files.irregular ?? []), ...foldersNamedAsFiles(files)].filter(
    (path) =>
      /\.ya?ml$/i.test(path) &&
      wanted.some((matches) => matches(path)) &&
      !unwanted.some((matches) => matches(path)),
  );
  usual.sort();
  if (!selection.paths?.length) return { workflows: usual, scripts: [], problems: [] };
  const workflows = new Set<FilePath>();
  const scripts = new Set<FilePath>();
  const problems: string[] = [];
  for (const written of selection.paths) {
    const path = normalised(written);
    const kind = path === '' ? 'directory' : files.kindOf(path);
    if (kind === 'directory') {
      const inside = workflowsUnder(path, usual, files);
      if (inside.length === 0) problems.push(`no workflow found under "${written}"`);
      for (const one of inside) workflows.add(one);
    } else if (kind === 'missing') problems.push(`no such file or folder: "${written}"`);
    else if (/\.ya?ml$/i.test(path)) workflows.add(path);
    else if (kind === 'file') scripts.add(path);
    else problems.push(unreadable(written, files.read(path)));
  }
  return { workflows: [...workflows].sort(), scripts: [...scripts].sort(), problems };
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

/** The selected workflows under a folder; a folder that is a workflow's own needs no glob. */
function workflowsUnder(
  folder: FilePath,
  usual: readonly FilePath[],
  files: RepositoryFiles,
): readonly FilePath[] {
  if (folder === '') return usual;
  const inside = usual.filter((path) => path.startsWith(`${folder}/`));
  if (inside.length > 0) return inside;
  const own = ['workflow.yaml', 'workflow.yml'].map((name) => pathIn(folder, name));
  const found = own.filter((path) => files.kindOf(path) === 'file');
  if (found.length > 0) return found;
  return files.paths.filter(
    (path) =>
      path.startsWith(`${folder}/`) && /\/workflow\.ya?ml$/i.test(path) && directoryOf(path) !== folder,
  );
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
