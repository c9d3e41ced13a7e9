import type { Script } from '../../model/script.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';
import { startScript } from './start-script.ts';

/** The workflow file that a script stands in or beside. */
export function ownerOf(script: Script, context: AnalysisContext): WorkflowFile | undefined {
  return context.ask(owners, context.workspace).get(script);
}

/** The workflow file of a script, also of one that a step of it writes: such a script has the path of the workflow. */
export function workflowFileOf(script: Script, context: AnalysisContext): WorkflowFile | undefined {
  return (
    ownerOf(script, context) ?? context.workspace.workflows.find(({ source }) => source.path === script.path)
  );
}

function owners(workspace: Workspace, context: AnalysisContext): ReadonlyMap<Script, WorkflowFile> {
  const files = new Map<Script, WorkflowFile>();
  for (const file of workspace.workflows) {
    for (const script of file.scripts) files.set(script, file);
    for (const script of file.workflow?.scripts ?? []) files.set(script, file);
    const start = context.ask(startScript, file)?.script;
    if (start !== undefined && !files.has(start)) files.set(start, file);
  }
  return files;
}
