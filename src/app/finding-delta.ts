import type { FindingDelta } from '../report/github/comment.ts';
import type { Report } from '../report/report.ts';
import { findingsAt } from './findings-at.ts';
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
  const loaded = loadConfiguration(request.configuration, world);
  if (loaded.kind === 'refused') return undefined;
  const paths = report.workflows.map((one) => one.path);
  const diagnostics = await findingsAt(revision, paths, request, loaded.configuration, world);
  if (diagnostics === undefined) return undefined;
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
