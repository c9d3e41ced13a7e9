import { plural } from '../base/plural.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { reachedBy } from '../lint/reached-scripts.ts';
import type { WorkflowFile } from '../model/workflow.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import { type FailOn, fails } from '../report/document/verdict.ts';
import type { WorkflowOutcome } from '../report/report.ts';
import type { RunRecord } from '../trace/run-record.ts';

/**
 * What became of each workflow: failed by a finding or a run, skipped when nothing of it could run, else passed.
 *
 * @param broken paths of workflows whose run broke by a failure of ours: nobody knows whether they would pass
 */
export function workflowOutcomes(
  workflows: readonly WorkflowFile[],
  files: RepositoryFiles,
  diagnostics: readonly Diagnostic[],
  runs: readonly RunRecord[],
  failOn: FailOn,
  broken: ReadonlySet<string> = new Set(),
): readonly WorkflowOutcome[] {
  const threshold = failOn === 'never' ? 'error' : failOn;
  const failing = diagnostics.filter((one) => fails(one.severity, threshold));
  return workflows.map((file) => {
    const { name } = file;
    const path = file.source.path;
    if (broken.has(path)) return { name, path, outcome: 'failed', reason: 'its run broke' };
    const own = runs.filter((run) => run.path === path);
    const bad = failing.filter(concernOf(file, files));
    if (bad.length > 0 || own.some((run) => run.outcome === 'failed')) {
      const reason =
        own.length > 0 && own.every((run) => run.outcome === 'skipped') ? notRun(bad) : undefined;
      return { name, path, outcome: 'failed', reason };
    }
    if (own.length > 0 && own.every((run) => run.outcome === 'skipped')) {
      return { name, path, outcome: 'skipped', reason: own[0]?.skipped };
    }
    return { name, path, outcome: 'passed' };
  });
}

/**
 * Tells whether a finding is one of a workflow: of its own files, or of a script that it sources or starts as others do, to
 * whichever of them the finding is told.
 */
export function concernOf(file: WorkflowFile, files: RepositoryFiles): (finding: Diagnostic) => boolean {
  let scripts: ReadonlySet<string> | undefined;
  return ({ workflow, at }) => {
    if (workflow === file.name) return true;
    if (workflow === undefined || /\.ya?ml$/.test(at.file)) return false;
    scripts ??= new Set([...file.scripts, ...reachedBy(file, files)].map(({ path }) => path));
    return scripts.has(at.file);
  };
}

/** Why a workflow with faults was not started. */
export function notRun(faults: readonly unknown[]): string {
  return `not started: ${plural(faults.length, 'fault')} must be repaired first`;
}
