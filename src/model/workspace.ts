import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { FilePath } from '../source/span.ts';
import type { Discovery } from './discover-workflows.ts';
import { distinctNames } from './distinct-names.ts';
import { scriptFile } from './read-script.ts';
import { readWorkflowFile, unreadableWorkflowFile } from './read-workflow.ts';
import type { Script } from './script.ts';
import { type Selection, selectFiles, unreadablePath } from './select-files.ts';
import type { WorkflowFile, Workspace } from './workflow.ts';

/** A workspace, and what of the selection led nowhere, worded for the author of the request. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly problems: readonly string[];
  /** The search that found workflows by their content; absent when all stand where the selection says. */
  readonly discovery?: Discovery | undefined;
}

/** Reads the selected workflows and scripts of a repository. */
export function openWorkspace(files: RepositoryFiles, selection: Selection = {}): OpenedWorkspace {
  const chosen = selectFiles(files, selection);
  const names = distinctNames(chosen.workflows);
  const workflows = chosen.workflows.map((path) => {
    const file = readWorkflowAt(path, files);
    return { ...file, name: names.get(path) ?? file.name };
  });
  const owned = new Set(workflows.flatMap((file) => file.scripts.map((script) => script.path)));
  const loneScripts: Script[] = [];
  const problems = [...chosen.problems];
  for (const path of chosen.scripts) {
    if (owned.has(path)) continue;
    const content = files.read(path);
    if (content.kind === 'text') loneScripts.push(scriptFile({ path, text: content.text }, 'lone'));
    else problems.push(unreadablePath(path, content));
  }
  return { workspace: { files, workflows, loneScripts }, problems, discovery: chosen.discovery };
}

/** Reads one workflow file; one that cannot be read is a workflow file with a fault. */
export function readWorkflowAt(path: FilePath, files: RepositoryFiles): WorkflowFile {
  const content = files.read(path);
  if (content.kind === 'text') return readWorkflowFile({ path, text: content.text }, files);
  return unreadableWorkflowFile(path, content.message);
}
