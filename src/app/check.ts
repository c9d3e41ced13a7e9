import { plural } from '../base/plural.ts';
import { suggest } from '../base/suggest.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { sortedWithoutDoubles } from '../diagnostics/order.ts';
import type { FixedFile } from '../lint/apply-fixes.ts';
import type { Configuration } from '../lint/configuration/configuration.ts';
import { lintRuns, lintWorkspace } from '../lint/lint.ts';
import type { LintResult } from '../lint/lint-result.ts';
import type { Workspace } from '../model/workflow.ts';
import { selectedWorkflows } from '../model/workspace.ts';
import type { FailOn } from '../report/document/verdict.ts';
import type { Report } from '../report/report.ts';
import { tool } from '../report/report.ts';
import { rules } from '../rules/index.generated.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { RunRecord } from '../trace/run-record.ts';
import { keepBaseline, loadBaseline } from './baseline.ts';
import type { Change } from './changes/change.ts';
import { findChanges } from './changes/find-changes.ts';
import { checkedCommit } from './changes/git.ts';
import { findingsAt } from './findings-at.ts';
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
      /** The least severity that fails the check, as the request or else the configuration says. */
      readonly failOn: FailOn;
      /** What changed, when that was asked for and is known. */
      readonly changes?: readonly Change[] | undefined;
      /** What was repaired, or would be; absent when nobody asked for it. */
      readonly fixes?: readonly FixedFile[] | undefined;
    }
  | { readonly kind: 'refused'; readonly message: string };

const nothing: LintResult = { diagnostics: [], allowed: [], known: [], faults: [], remarks: [] };

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
  const loaded = loadBaseline(request, configuration, world);
  if (loaded.kind === 'refused') return loaded;
  const { baseline } = loaded;
  const before = await knownBefore(request, prepared, world);
  const fingerprints = [...(baseline?.findings ?? []), ...before.findings].map((one) => one.fingerprint);
  const options = {
    ...lintOptions(request, configuration, new Set(fingerprints), world),
    progress: watcher.lint,
  };
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
      ? { records: [], faults: [], broken: new Set<string>() }
      : await runWorkflows(planned.runs, { ...stage, linted, watcher, signal: interruption.signal });
  const judged = ran.records.length > 0 ? lintRuns(ran.records, workspace, options) : nothing;
  const runs = ran.records.map((run) => withoutKnownFailure(run, judged));
  const fresh = sortedWithoutDoubles([...linted.diagnostics, ...judged.diagnostics]);
  const known = [...linted.known, ...judged.known];
  const kept = baseline === undefined ? [] : keepBaseline(baseline, request, known, fresh, linted);
  const diagnostics = request.upkeep === 'renew' ? [] : fresh;
  const failOn = request.failOn ?? configuration.failOn ?? 'error';
  return {
    kind: 'report',
    failOn,
    changes: prepared.changes,
    fixes: repaired?.fixes,
    report: {
      tool,
      commit: await commit,
      shard: request.shard,
      leftOut: leftOutOf(request, known),
      rules: rules.map((rule) => rule.meta),
      files: filesOf(workspace, diagnostics, runs, world),
      workflows: workflowOutcomes(
        selectedWorkflows(workspace),
        workspace.files,
        diagnostics,
        runs,
        failOn,
        ran.broken,
      ),
      diagnostics,
      allowed: [...linted.allowed, ...judged.allowed],
      runs,
      faults: [...linted.faults, ...ran.faults, ...judged.faults],
      graphs: jobGraphs(selectedWorkflows(workspace)),
      remarks: [...prepared.remarks, ...before.remarks, ...kept, ...linted.remarks, ...judged.remarks],
    },
  };
}

/** The findings that a change did not bring, when those are not to be reported, and what is to be said about them. */
async function knownBefore(
  request: CheckRequest,
  { configuration, workspace }: { readonly configuration: Configuration; readonly workspace: Workspace },
  world: World,
): Promise<{ readonly findings: readonly Diagnostic[]; readonly remarks: readonly string[] }> {
  if (request.newSince === undefined) return { findings: [], remarks: [] };
  const found = await findChanges(request.newSince, world, world.remoteChanges);
  if (found.kind === 'unknown')
    return { findings: [], remarks: [`every finding counts as new: ${found.why}`] };
  const { workflows, loneScripts, focus } = workspace;
  const paths = [
    ...workflows.map((file) => file.source.path),
    ...loneScripts.map((script) => script.path),
    ...(focus?.scripts ?? []),
  ];
  const findings = await findingsAt(found.since, paths, request, configuration, world);
  if (findings === undefined) {
    return { findings: [], remarks: [`every finding counts as new: ${found.since} cannot be read`] };
  }
  const since = found.since.slice(0, 12);
  return {
    findings,
    remarks: [`only what is new since ${since} is reported: it has ${plural(findings.length, 'finding')}`],
  };
}

/** What a report does not tell that a check of everything would; `undefined` when it tells all. */
function leftOutOf(request: CheckRequest, known: readonly Diagnostic[]): readonly string[] | undefined {
  const { only, skip, stage, upkeep } = request;
  const leftOut = [
    ...(known.length > 0 || upkeep === 'renew' ? ['findings that are known already'] : []),
    ...(only.length > 0 || skip.length > 0 ? ['rules that were not asked'] : []),
    ...(stage === 'run' ? ['what linting finds'] : []),
  ];
  return leftOut.length === 0 ? undefined : leftOut;
}

/** A failure that the baseline knows fails nothing. */
function withoutKnownFailure(run: RunRecord, { known, diagnostics }: LintResult): RunRecord {
  if (run.outcome !== 'failed') return run;
  const ofIt = (one: Diagnostic): boolean => one.workflow === run.workflow && one.severity === 'error';
  if (!known.some(ofIt) || diagnostics.some(ofIt)) return run;
  return { ...run, outcome: 'skipped', skipped: 'it failed, and the baseline knows that' };
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
