import type { Script } from '../../model/script.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';

/** The workflow file that a script stands in or beside. */
export function ownerOf(script: Script, context: AnalysisContext): WorkflowFile | undefined {
  return context.ask(owners, context.workspace).get(script);
}

function owners(workspace: Workspace): ReadonlyMap<Script, WorkflowFile> {
  const files = new Map<Script, WorkflowFile>();
  for (const file of workspace.workflows) {
    for (const script of file.scripts) files.set(script, file);
    for (const script of file.workflow?.scripts ?? []) files.set(script, file);
  }
  return files;
}
