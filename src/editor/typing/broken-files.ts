import type { Workspace } from '../../model/workflow.ts';
import type { FilePath } from '../../source/span.ts';

/** The workflows whose YAML has a fault, so that nothing else can be found in them. */
export function brokenFiles(workspace: Workspace): ReadonlySet<FilePath> {
  const broken = workspace.workflows.filter(
    (file) => file.workflow === undefined && file.faults.length > 0 && file.source.text.trim() !== '',
  );
  return new Set(broken.map((file) => file.source.path));
}
