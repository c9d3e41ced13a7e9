import { scriptFile } from '../model/read-script.ts';
import { pathIn } from '../model/read-workflow.ts';
import type { Script } from '../model/script.ts';
import type { WorkflowFile, Workspace } from '../model/workflow.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import { type FilePath, filePath } from '../source/span.ts';

/** `source FILE` and `. FILE` where a command may begin; the file's name is literal but for leading variables. */
const sourcing = /(?:^|[;&|({]|\b(?:then|do|else)\s)[ \t]*(?:source|\.)[ \t]+["']?([^\s"'`;&|()<>]+)/gm;

/** How many files one workflow's scripts may lead to. */
const mostFiles = 50;

/** Every file of the repository that the scripts of a workflow source, and what those source, each once. */
export function sourcedScripts(
  workspace: Workspace,
): readonly { readonly script: Script; readonly file: WorkflowFile }[] {
  const found = new Map<FilePath, { readonly script: Script; readonly file: WorkflowFile }>();
  for (const file of workspace.workflows) {
    for (const script of sourcedBy(file, workspace.files, found)) found.set(script.path, { script, file });
  }
  return [...found.values()];
}

/**
 * The files of the repository that the scripts of a workflow source, and what those source.
 *
 * @param known files that are not looked at again
 */
export function sourcedBy(
  file: WorkflowFile,
  files: RepositoryFiles,
  known: { has(path: FilePath): boolean } = new Set(),
): readonly Script[] {
  const found = new Map<FilePath, Script>();
  const open: Script[] = [...file.scripts, ...(file.workflow?.scripts ?? [])];
  for (let done = 0; open.length > 0 && done < mostFiles; done++) {
    const script = open.pop();
    if (script === undefined) break;
    for (const path of pathsSourced(script, file, files)) {
      if (known.has(path) || found.has(path) || file.scripts.some((one) => one.path === path)) continue;
      const content = files.read(path);
      if (content.kind !== 'text') continue;
      const sourced = scriptFile({ path, text: content.text }, 'sourced');
      found.set(path, sourced);
      open.push(sourced);
    }
  }
  return [...found.values()];
}

function pathsSourced(script: Script, file: WorkflowFile, files: RepositoryFiles): readonly FilePath[] {
  const paths: FilePath[] = [];
  for (const [, name = ''] of script.text.text.matchAll(sourcing)) {
    const tail = name.replace(/^.*[})$][^/]*\//, '').replace(/^(\.\/)+/, '');
    if (tail === '' || /[$*?{}~]|^\/|(^|\/)\.\.(\/|$)/.test(tail)) continue;
    // A job's directory mirrors the repository; beside the script is where a plain name may also lead.
    const places = [filePath(tail), pathIn(file.directory, tail)];
    const path = places.find((place) => files.kindOf(place) === 'file');
    if (path !== undefined) paths.push(path);
  }
  return paths;
}
