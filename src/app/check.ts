import { suggest } from '../base/suggest.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { sortedWithoutDoubles } from '../diagnostics/order.ts';
import type { FixedFile } from '../lint/apply-fixes.ts';
import { lintRuns, lintWorkspace } from '../lint/lint.ts';
import type { LintResult } from '../lint/lint-result.ts';
import type { Workspace } from '../model/workflow.ts';
import { selectedWorkflows } from '../model/workspace.ts';
import type { Report } from '../report/report.ts';
import { tool } from '../report/report.ts';
import { rules } from '../rules/index.generated.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { RunRecord } from '../trace/run-record.ts';
import { loadBaseline } from './baseline.ts';
import type { Change } from './changes/change.ts';
import { checkedCommit } from './changes/git.ts';
import { jobGraphs } from './job-graphs.ts';
import { lintOptions } from './lint-options.ts';
import { ownRepository } from './own-repository.ts';
import { prepareRequest } from './prepare-request.ts';
import { repair } from './repair.ts';
import type { CheckRequest } from './request.ts';
import { planRuns, runWorkflows } from './run-workflows.ts';
import type { SignalSource } from './signal-source.ts';
import { workflowOutcomes } from './workflow-outcomes.ts';
import type { Watcher, World } from './world.ts';

/** A report, or why the request cannot be carried out (exit status 2). */
export type CheckAnswer =
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** What changed, when that was asked for and is known. */
      readonly changes?: readonly Change[] | undefined;
      /** What was repaired, or would be; absent when nobody asked for it. */
      readonly fixes?: readonly FixedFile[] | undefined;
    }
  | { readonly kind: 'refused'; readonly message: string };

const nothing: LintResult = { diagnostics: [], allowed: [], faults: [], remarks: [] };

/** The one door: lints, runs and judges what a request names, and gives everything that was found out. */
export async function check(
  request: CheckRequest,
  world: World,
  watcher: Watcher,
  interruption: SignalSource,
): Promise<CheckAnswer> {
  const unknown = unknownRule([...request.only, ...request.skip]);
  if (unknown !== undefined) return { kind: 'refused', message: unknown };
  const prepared = await prepareRequest(request, world, watcher.say);
  if (prepared.kind === 'refused') return prepared;
  const { configuration } = prepared;
  const baseline = loadBaseline(request.baseline, world);
  if (baseline.kind === 'refused') return baseline;
  const options = lintOptions(request, configuration, baseline.fingerprints, world);
  const repaired =
    request.fix === 'none' ? undefined : await repair(request, prepared.workspace, options, world);
  const workspace = repaired?.workspace ?? prepared.workspace;
  const repository = request.stage === 'lint' ? undefined : await ownRepository(world);
  const stage = { request, configuration, workspace, toRun: prepared.toRun, world, repository };
  const planned = request.stage === 'lint' ? { kind: 'runs' as const, runs: [] } : planRuns(stage);
  if (planned.kind === 'refused') return planned;
  const commit = checkedCommit(world);
  const linted =
    repaired?.result ?? (request.stage === 'run' ? nothing : await lintWorkspace(workspace, options));
  const ran =
    planned.runs.length === 0
      ? { records: [], faults: [] }
      : await runWorkflows(planned.runs, { ...stage, linted, watcher, signal: interruption.signal });
  const runs = ran.records;
  const judged = runs.length > 0 ? lintRuns(runs, workspace, options) : nothing;
  const diagnostics = sortedWithoutDoubles([...linted.diagnostics, ...judged.diagnostics]);
  return {
    kind: 'report',
    changes: prepared.changes,
    fixes: repaired?.fixes,
    report: {
      tool,
      commit: await commit,
      shard: request.shard,
      rules: rules.map((rule) => rule.meta),
      files: filesOf(workspace, diagnostics, runs, world),
      workflows: workflowOutcomes(selectedWorkflows(workspace), diagnostics, runs, request.failOn),
      diagnostics,
      allowed: [...linted.allowed, ...judged.allowed],
      runs,
      faults: [...linted.faults, ...ran.faults, ...judged.faults],
      graphs: jobGraphs(selectedWorkflows(workspace)),
      remarks: [...prepared.remarks, ...linted.remarks, ...judged.remarks],
    },
  };
}

function unknownRule(named: readonly string[]): string | undefined {
  const known = rules.map((rule) => rule.meta.id);
  const wrong = named.find((name) => !known.includes(name) && !/^(shellcheck\/)?SC\d{4}$/.test(name));
  if (wrong === undefined) return undefined;
  const near = suggest(wrong, known);
  return `there is no rule "${wrong}": ${helpWith(near, 'see "pw-workflow-check rules"')}`;
}

/** The texts that the report points into. */
function filesOf(
  workspace: Workspace,
  diagnostics: readonly Diagnostic[],
  runs: readonly RunRecord[],
  world: World,
): ReadonlyMap<string, SourceFile> {
  const files = new Map<string, SourceFile>();
  for (const { source } of workspace.workflows) files.set(source.path, source);
  const spans = [
    ...diagnostics.flatMap((one) => [one.at, ...(one.related ?? []).map((label) => label.span)]),
    ...runs.flatMap((run) => [run.failure, ...run.observations].flatMap((one) => one?.at ?? [])),
  ];
  for (const { file } of spans) {
    if (files.has(file)) continue;
    const content = world.files.read(file);
    if (content.kind === 'text') files.set(file, { path: file, text: content.text });
  }
  return files;
}
