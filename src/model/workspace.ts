import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { FilePath } from '../source/span.ts';
import type { Discovery } from './discover-workflows.ts';
import { distinctNames } from './distinct-names.ts';
import { filesUsedBy } from './files-used.ts';
import { scriptFile } from './read-script.ts';
import { readWorkflowFile, unreadableWorkflowFile } from './read-workflow.ts';
import type { Script } from './script.ts';
import { type Selection, selectFiles, unreadablePath } from './select-files.ts';
import type { WorkflowFile, Workspace } from './workflow.ts';

/** A workspace, and what of the selection led nowhere, worded for the author of the request. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly problems: readonly string[];
  /** What was named and is neither a workflow nor a shell script, as it was written. */
  readonly passedOver: readonly string[];
  /** The search that found workflows by their content; absent when all stand where the selection says. */
  readonly discovery?: Discovery | undefined;
}

/**
 * Reads the selected workflows and scripts of a repository. For the sake of a script that no selected workflow starts,
 * the workflows of the repository that use it are opened, too: what it must do depends on them.
 */
export function openWorkspace(files: RepositoryFiles, selection: Selection = {}): OpenedWorkspace {
  const chosen = selectFiles(files, selection);
  const all = distinctNames(chosen.workflows);
  const own = selection.part?.(chosen.workflows, all) ?? chosen.workflows;
  const named = openWorkflows(own, files, all);
  const alone = chosen.scripts.filter((path) => !ownedBy(named).has(path));
  const consulted = alone.length === 0 ? [] : workflowsUsing(alone, files, selection, named);
  const opened = [...own, ...consulted].sort();
  const workflows = consulted.length === 0 ? named : openWorkflows(opened, files, distinctNames(opened));
  const owned = ownedBy(workflows);
  const loneScripts: Script[] = [];
  const problems = [...chosen.problems];
  for (const path of alone) {
    const content = files.read(path);
    if (content.kind !== 'text') problems.push(unreadablePath(path, content));
    else if (!owned.has(path)) loneScripts.push(scriptFile({ path, text: content.text }, 'lone'));
  }
  const focus =
    consulted.length === 0 ? undefined : { consulted: new Set(consulted), scripts: new Set(alone) };
  const { passedOver, discovery } = chosen;
  return {
    workspace: {
      files,
      workflows,
      loneScripts,
      all,
      ...(focus !== undefined && { focus }),
    },
    problems,
    passedOver,
    discovery,
  };
}

function openWorkflows(
  paths: readonly FilePath[],
  files: RepositoryFiles,
  names = distinctNames(paths),
): readonly WorkflowFile[] {
  return paths.map((path) => {
    const file = readWorkflowAt(path, files);
    return { ...file, name: names.get(path) ?? file.name };
  });
}

function ownedBy(workflows: readonly WorkflowFile[]): ReadonlySet<FilePath> {
  return new Set(workflows.flatMap((file) => file.scripts.map((script) => script.path)));
}

/** The workflows of the whole repository that use one of these scripts, but for those that are open already. */
function workflowsUsing(
  scripts: readonly FilePath[],
  files: RepositoryFiles,
  selection: Selection,
  open: readonly WorkflowFile[],
): readonly FilePath[] {
  const everything = selectFiles(files, { ...selection, paths: [] }).workflows;
  const candidates = openWorkflows(everything, files);
  const folders = candidates.map((file) => file.directory);
  const known = new Set(open.map((file) => file.source.path));
  return candidates.flatMap((file) => {
    if (known.has(file.source.path)) return [];
    const used = filesUsedBy(file, files, folders);
    return scripts.some((path) => used.has(path)) ? [file.source.path] : [];
  });
}

/** The workflows that were asked for: all that are open but for those that were opened for the sake of a script. */
export function selectedWorkflows({ workflows, focus }: Workspace): readonly WorkflowFile[] {
  return focus === undefined ? workflows : workflows.filter((file) => !focus.consulted.has(file.source.path));
}

/** The paths of all workflows that were selected, those of other parts included, and of those that are open beside them. */
export function workflowPaths({ workflows, all }: Workspace): readonly FilePath[] {
  return [...new Set([...(all?.keys() ?? []), ...workflows.map((file) => file.source.path)])];
}

/** The names of all workflows that were selected, those of other parts included. */
export function workflowNames({ workflows, all }: Workspace): readonly string[] {
  return all === undefined ? workflows.map((file) => file.name) : [...all.values()];
}

/** Reads one workflow file; one that cannot be read is a workflow file with a fault. */
export function readWorkflowAt(path: FilePath, files: RepositoryFiles): WorkflowFile {
  const content = files.read(path);
  if (content.kind === 'text') return readWorkflowFile({ path, text: content.text }, files);
  return unreadableWorkflowFile(path, content.message);
}
