import { scriptFile } from '../../model/read-script.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import { filePath } from '../../source/span.ts';
import type { AnalysisContext } from '../analysis.ts';
import { scriptBehaviour } from './behaviour.ts';
import { jobDirectory } from './job-path.ts';

/** A script of the repository that a workflow's scripts read, and the first workflow that does. */
export interface SourcedScript {
  readonly script: Script;
  readonly file: WorkflowFile;
}

/** The scripts that blocks and start scripts source from the repository, each once. */
export function sourcedScripts(workspace: Workspace, context: AnalysisContext): readonly SourcedScript[] {
  const found = new Map<string, SourcedScript>();
  for (const file of workspace.workflows) {
    const own = new Set<string>(file.scripts.map((script) => script.path));
    for (const script of [...file.scripts, ...(file.workflow?.scripts ?? [])]) {
      if (!/(^|[\s;&|({])(source|\.)\s/m.test(script.shell.text)) continue;
      for (const event of context.ask(scriptBehaviour, script).events) {
        if (event.kind !== 'source' || !event.found || event.file === undefined) continue;
        if (!event.file.startsWith(`${jobDirectory}/`)) continue;
        const path = filePath(event.file.slice(jobDirectory.length + 1));
        if (own.has(path) || found.has(path)) continue;
        const content = workspace.files.read(path);
        if (content.kind === 'text')
          found.set(path, { script: scriptFile({ path, text: content.text }, 'sourced'), file });
      }
    }
  }
  return [...found.values()];
}
