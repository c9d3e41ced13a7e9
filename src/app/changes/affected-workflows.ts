import { configurationNames } from '../../lint/configuration/configuration.ts';
import { filesUsedBy } from '../../model/files-used.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';

/** A workflow that a change concerns, and the changed file by which it does. */
export interface AffectedWorkflow {
  readonly file: WorkflowFile;
  readonly by: string;
}

/** The workflows that a change concerns: those that use a changed file; all of them when the configuration changed. */
export function affectedWorkflows(
  workflows: readonly WorkflowFile[],
  changed: readonly string[],
  files: RepositoryFiles,
): readonly AffectedWorkflow[] {
  const configuration = changed.find((path) => (configurationNames as readonly string[]).includes(path));
  if (configuration !== undefined) return workflows.map((file) => ({ file, by: configuration }));
  const folders = workflows.map((file) => file.directory);
  const gone = changed.map(filePath).filter((path) => files.kindOf(path) === 'missing');
  return workflows.flatMap((file) => {
    const used = filesUsedBy(file, files, folders, gone);
    const by = changed.find((path) => used.has(path as FilePath));
    return by === undefined ? [] : [{ file, by }];
  });
}
