import { readDocument } from '../../report/document/read-document.ts';
import type { ReportDocument } from '../../report/document/report-document.ts';
import { type RenderSource, renderSource } from '../../report/render.ts';
import { checkedCommit } from '../changes/git.ts';
import { check } from '../check.ts';
import { compare } from '../compare/compare.ts';
import { renderSourceOf } from '../merge.ts';
import { ownRepository } from '../own-repository.ts';
import { prepareRequest } from '../prepare-request.ts';
import type { CheckRequest } from '../request.ts';
import { planRuns } from '../run-workflows.ts';
import type { SignalSource } from '../signal-source.ts';
import type { Watcher, World } from '../world.ts';
import { judgeGate } from './judge-gate.ts';
import { ownCheckoutFaults } from './own-checkouts.ts';
import { releaseReasons } from './release-reasons.ts';
import { namedVersion, releaseTags } from './release-tags.ts';
import { bumpBetween } from './version.ts';

/** What the gate is asked beside the request. */
export interface GateRequest {
  /** A JSON report to judge instead of checking; it must be of the checked out commit. */
  readonly report: string | undefined;
  /** The version to be released; absent: the tag of this commit. */
  readonly next: string | undefined;
  /** The release to compare with; absent: the newest one below. */
  readonly base: string | undefined;
  /** What stands before the version in the tags of releases, as `hpc-` in `hpc-v1.2.0`; empty for nothing. */
  readonly tagPrefix: string;
  /** Whether it is said that there is no release before this one. */
  readonly first: 'first' | 'not-first';
}

/** A report with the gate's verdict, or why the gate cannot be asked (exit status 2). */
export type GateAnswer =
  | { readonly kind: 'gate'; readonly source: RenderSource }
  | { readonly kind: 'refused'; readonly message: string };

const comparedWithNothing = 'there is no release before this one: the forms were compared with nothing';

/** Checks everything, strictly, and judges whether a release may be made. */
export async function gate(
  asked: GateRequest,
  request: CheckRequest,
  world: World,
  watcher: Watcher,
  interruption: SignalSource,
): Promise<GateAnswer> {
  if (asked.next !== undefined && namedVersion(asked.next, asked.tagPrefix) === undefined) {
    return { kind: 'refused', message: `"${asked.next}" is no version: expected one such as 1.2.3` };
  }
  if (request.baseline !== undefined) {
    return {
      kind: 'refused',
      message: 'the gate takes no baseline: what it hides would be released unseen',
    };
  }
  const strict: CheckRequest = {
    ...request,
    stage: 'check',
    failOn: 'warning',
    upkeep: 'unused',
    newSince: undefined,
    changed: undefined,
    shard: undefined,
    failed: undefined,
  };
  const prepared = await prepareRequest(strict, world);
  if (prepared.kind === 'refused') return prepared;
  const planned = planRuns({
    ...prepared,
    request: strict,
    world,
    repository: await ownRepository(world),
  });
  if (planned.kind === 'refused') return planned;
  const reported =
    asked.report === undefined
      ? await checkedReport(strict, world, watcher, interruption)
      : storedReport(asked.report, world);
  if (reported.kind === 'refused') return reported;
  const tags = await releaseTags(world, { prefix: asked.tagPrefix, next: asked.next });
  const before = asked.base ?? tags.before;
  const compared = before === undefined ? undefined : await compare(before, strict, world);
  const [commit, checkouts] = await Promise.all([
    checkedCommit(world),
    ownCheckoutFaults(prepared.workspace.workflows, world),
  ]);
  const [from, to] = [before, tags.here].map((tag) => namedVersion(tag, asked.tagPrefix));
  const bump = from && to ? bumpBetween(from, to) : undefined;
  const verdict = judgeGate(reported.source.document, {
    commit,
    workflows: prepared.workspace.workflows.map((file) => ({ name: file.name, path: file.source.path })),
    runs: planned.runs.map((run) => ({
      path: run.file.source.path,
      mode: run.kind === 'plan' ? run.plan.mode : run.record.mode,
      scenario: run.kind === 'plan' ? run.plan.scenario : run.record.scenario,
    })),
    comparison: compared?.kind === 'comparison' ? compared.comparison : undefined,
    bump,
    release: releaseReasons({ ...tags, base: asked.base, first: asked.first, prefix: asked.tagPrefix }),
    checkouts: [...checkouts, ...(compared?.kind === 'refused' ? [compared.message] : [])],
  });
  const document: ReportDocument = {
    ...reported.source.document,
    remarks: [...reported.source.document.remarks, ...(before === undefined ? [comparedWithNothing] : [])],
    gate: verdict,
  };
  return { kind: 'gate', source: { ...reported.source, document } };
}

type Reported =
  | { readonly kind: 'reported'; readonly source: RenderSource }
  | { readonly kind: 'refused'; readonly message: string };

async function checkedReport(
  request: CheckRequest,
  world: World,
  watcher: Watcher,
  interruption: SignalSource,
): Promise<Reported> {
  const answer = await check(request, world, watcher, interruption);
  return answer.kind === 'refused' ? answer : { kind: 'reported', source: renderSource(answer.report) };
}

function storedReport(file: string, world: World): Reported {
  const content = world.readNamed(file);
  if (content.kind === 'problem') {
    return { kind: 'refused', message: `"${file}" cannot be read: ${content.message}` };
  }
  const read = readDocument(content.text);
  if (read.kind === 'refused') return { kind: 'refused', message: `"${file}" is no report: ${read.message}` };
  return { kind: 'reported', source: renderSourceOf(read.document, world) };
}
