import type { Configuration } from '../lint/configuration.ts';
import type { LintResult } from '../lint/lint-result.ts';
import type { WorkflowFile, Workspace } from '../model/workflow.ts';
import type { RunMode, RunRecord } from '../trace/run-record.ts';
import type { Watcher } from './check.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** What running needs to know. */
export interface RunStage {
  readonly request: CheckRequest;
  readonly configuration: Configuration;
  readonly workspace: Workspace;
  readonly linted: LintResult;
  readonly world: World;
  readonly watcher: Watcher;
  readonly signal: AbortSignal;
}

/** One run to be made. */
export interface PlannedRun {
  readonly file: WorkflowFile;
  readonly mode: RunMode;
  readonly scenario: string;
}

/**
 * Runs every selected workflow in every wanted mode and scenario, some at once, and gives the records in the order of
 * the workflows. A workflow that lint found errors in is not started: what fails is known already.
 */
export async function runWorkflows(_stage: RunStage): Promise<readonly RunRecord[]> {
  return [];
}
