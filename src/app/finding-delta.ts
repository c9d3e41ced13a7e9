import { lintWorkspace } from '../lint/lint.ts';
import { openWorkspace } from '../model/workspace.ts';
import type { FindingDelta } from '../report/github/comment.ts';
import type { Report } from '../report/report.ts';
import { revisionFiles } from './changes/revision-files.ts';
import { lintOptions } from './lint-options.ts';
import { loadConfiguration } from './load-configuration.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/**
 * What came and went since a revision, among the findings of lint: those of runs are not compared. `undefined` when the
 * revision cannot be read.
 */
export async function findingDelta(
  report: Report,
  revision: string,
  request: CheckRequest,
  world: World,
): Promise<FindingDelta | undefined> {
  const base = await revisionFiles(revision, world);
  const loaded = loadConfiguration(request.configuration, world);
  if (base === undefined || loaded.kind === 'refused') return undefined;
  const { configuration } = loaded;
  const paths = report.workflows
    .map((one) => one.path)
    .filter((path) => base.files.kindOf(path as never) === 'file');
  if (paths.length === 0) return { fresh: report.diagnostics.length, fixed: 0 };
  const { workspace } = openWorkspace(base.files, { paths });
  const { diagnostics } = await lintWorkspace(
    workspace,
    lintOptions(request, configuration, new Set(), { ...world, files: base.files }),
  );
  const before = new Set(diagnostics.map((one) => one.fingerprint));
  const linted = report.diagnostics.filter((one) => !isOfRun(one.rule, report));
  const now = new Set(linted.map((one) => one.fingerprint));
  return {
    fresh: [...now].filter((one) => !before.has(one)).length,
    fixed: [...before].filter((one) => !now.has(one)).length,
  };
}

function isOfRun(rule: string, report: Report): boolean {
  return report.rules.find((meta) => meta.id === rule)?.group === 'run';
}
