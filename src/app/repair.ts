import { type FixedFile, fixWorkspace } from '../lint/apply-fixes.ts';
import type { LintOptions } from '../lint/lint.ts';
import type { LintResult } from '../lint/lint-result.ts';
import type { Workspace } from '../model/workflow.ts';
import { selectedWorkflows } from '../model/workspace.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** What repairing did: the files before and after, and what is still found. */
export interface Repaired {
  readonly fixes: readonly FixedFile[];
  /** After the repair; the same as before when nothing is to be changed. */
  readonly workspace: Workspace | undefined;
  readonly result: LintResult | undefined;
}

/** Repairs what the request asks for and writes the files; those that are only told change nothing. */
export async function repair(
  request: Pick<CheckRequest, 'fix' | 'repairs'>,
  workspace: Workspace,
  options: LintOptions,
  world: World,
): Promise<Repaired> {
  const paths = [
    ...selectedWorkflows(workspace).map((file) => file.source.path),
    ...workspace.loneScripts.map((script) => script.path),
    ...(workspace.focus?.scripts ?? []),
  ];
  if (paths.length === 0) return { fixes: [], workspace: undefined, result: undefined };
  const safety = request.fix === 'unsafe' ? 'unsafe' : 'safe';
  const outcome = await fixWorkspace(workspace.files, { paths }, safety, options);
  if (request.repairs === 'told') return { fixes: outcome.files, workspace: undefined, result: undefined };
  for (const { path, after } of outcome.files) world.write(path, after);
  return { fixes: outcome.files, workspace: outcome.workspace, result: outcome.result };
}
