import type { Diagnostic } from '../diagnostics/finding.ts';
import type { Configuration } from '../lint/configuration/configuration.ts';
import { lintWorkspace } from '../lint/lint.ts';
import { openWorkspace } from '../model/workspace.ts';
import type { FilePath } from '../source/span.ts';
import { revisionFiles } from './changes/revision-files.ts';
import { lintOptions } from './lint-options.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** What lint finds in a revision about these workflows and scripts; `undefined` when the revision cannot be read. */
export async function findingsAt(
  revision: string,
  paths: readonly string[],
  request: Pick<CheckRequest, 'only' | 'skip'>,
  configuration: Configuration,
  world: World,
): Promise<readonly Diagnostic[] | undefined> {
  const base = await revisionFiles(revision, world);
  if (base === undefined) return undefined;
  const files = { ...base.files, origin: world.files.origin };
  const there = paths.filter((path) => files.kindOf(path as FilePath) === 'file');
  if (there.length === 0) return [];
  const { workspace } = openWorkspace(files, { paths: there });
  const options = lintOptions(request, configuration, new Set(), { ...world, files });
  return (await lintWorkspace(workspace, options)).diagnostics;
}
