import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { admitPlatform } from '../app/admit-platform.ts';
import { type Changes, isChangedLine } from '../app/changes/change.ts';
import { filesOtherThanAtHead } from '../app/changes/files-other-than-at-head.ts';
import { findChanges } from '../app/changes/find-changes.ts';
import { check } from '../app/check.ts';
import { findingDelta } from '../app/finding-delta.ts';
import { gate } from '../app/gate/gate.ts';
import { mergeReports, renderSourceOf } from '../app/merge.ts';
import { locatePaths } from '../app/repository-root.ts';
import { type CheckRequest, readRequest } from '../app/request.ts';
import type { SignalSource } from '../app/signal-source.ts';
import { admitRequest } from '../app/untrusted-event.ts';
import type { Watcher, World } from '../app/world.ts';
import { sentenceOf, traceLines, traceOf, wantsTraces } from '../diagnostics/fault-trace.ts';
import { absolutePath } from '../host/absolute-path.ts';
import { machinePaths } from '../host/files/machine-paths.ts';
import { folderInRepository, type GithubContext, readGithubContext } from '../host/github-context.ts';
import { nodeWorld } from '../host/node-world.ts';
import { listenForInterruption } from '../host/processes/interruption.ts';
import { type FailOn, type Verdict, verdictOf } from '../report/document/verdict.ts';
import { findingCount, runTitle, workflowCount } from '../report/document/words.ts';
import { fromTop } from '../report/from-top.ts';
import type { FindingDelta } from '../report/github/comment.ts';
import { logLine } from '../report/github/workflow-command.ts';
import { markdownText } from '../report/markdown/markdown-text.ts';
import { type RenderSource, renderSource } from '../report/render.ts';
import { tool } from '../report/report.ts';
import { eventWords } from '../report/terminal/event-words.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import { changeBaseOf } from './change-base.ts';
import { rememberCommandFiles } from './command-files.ts';
import { type GithubApi, githubApi } from './github-api.ts';
import { inputOf, optionsOf } from './inputs.ts';
import { publish } from './publish.ts';
import { remoteChanges } from './remote-changes.ts';
import { reportsIn } from './report-files.ts';
import { type ActionSettings, readSettings } from './settings.ts';
import type { Step } from './step.ts';
import { type UseName, useName } from './use-name.ts';

/** Carries out the action and gives the exit status: 0 clean, 1 problems, 2 wrong request, 3 our failure. */
export async function main(step: Step): Promise<number> {
  try {
    return await carryOut(step);
  } catch (error) {
    if (wantsTraces(step.environment)) {
      for (const row of traceLines(traceOf(error))) step.print(`${logLine(visible(row))}\n`);
    }
    sayLost(step, step.output('outcome', 'error'));
    step.fail(`pw-workflow-check itself failed: ${visible(sentenceOf(error))}`);
    return 3;
  }
}

async function carryOut(step: Step): Promise<number> {
  const { environment } = step;
  const context = readGithubContext(environment);
  const read = readSettings(environment);
  if (read.kind === 'refused') return refuse(step, read.message);
  const reports = read.settings.reports.flatMap((path) => reportsIn(path, context.workspace));
  const settings = { ...read.settings, reports };
  const written = inputOf('path', environment) || '.';
  const absolute = absolutePath(context.workspace, written);
  const located = locatePaths(absolutePath(context.workspace), [{ written, absolute }], machinePaths);
  if (located.kind === 'refused') return refuse(step, located.message);
  const command = settings.command === 'gate' || settings.command === 'merge' ? 'check' : settings.command;
  const answer = readRequest({ command, paths: located.paths, options: optionsOf(environment) });
  if (answer.kind === 'refused') return refuse(step, answer.message);
  const strict: CheckRequest =
    settings.command === 'gate'
      ? { ...answer.request, stage: 'run' }
      : settings.command === 'merge'
        ? { ...answer.request, stage: 'lint' }
        : answer.request;
  const admitted = admitPlatform(admitRequest(strict, context.event, 'refused'), step.platform);
  if (admitted.kind === 'refused') return refuse(step, admitted.message);
  const say = (sentence: string): void => step.print(`${logLine(visible(sentence))}\n`);
  const api = apiOf(step, context);
  const use = useName(settings.name, {
    workspace: context.workspace,
    path: absolute,
    command: settings.command,
    mode: inputOf('mode', environment),
    shard: inputOf('shard', environment),
  });
  const world = nodeWorld(located.root, context.workspace, {
    folders: located.folders,
    kept: keptRuns(environment, use),
  });
  const folder = folderInRepository(context.workspace, located.root);
  const remote = async () => api && within(await remoteChanges(context, api), folder);
  const changes = await findChanges(changeBaseOf(context), world, remote);
  const wanted: CheckRequest =
    settings.failOnNew === 'true'
      ? { ...admitted.request, newSince: { kind: 'known', changes } }
      : admitted.request;
  const request: CheckRequest = onlyChanged(settings, context)
    ? {
        ...wanted,
        changed: { kind: 'known', changes },
        unchanged: settings.changedOnly === 'auto' ? 'linted' : 'left-out',
      }
    : wanted;
  const interruption = listenForInterruption(say);
  const watcher: Watcher = {
    say,
    watch(event) {
      const words = eventWords(event);
      if (words !== undefined) say(`${event.workflow} (${runTitle(event)}): ${words}`);
    },
  };
  const restore = rememberCommandFiles(environment);
  let restored: readonly string[] = [];
  const found = await findOut(settings, request, world, watcher, interruption).finally(() => {
    interruption.dispose();
    restored = restore();
  });
  if (found.kind === 'refused') return refuse(step, found.message);
  const source = withRemarks(found.source, [admitted.remark, restoredWords(restored)]);
  const { failOn } = found;
  const verdict = verdictOf(source.document, failOn);
  const unwritten = await publish({
    source,
    shown: fromTop(source, folder),
    verdict,
    failOn,
    settings,
    context,
    step,
    id: randomUUID(),
    use,
    root: located.root,
    folder,
    api,
    inDiff: changes.kind === 'changes' ? isChangedLine(changes.changes) : undefined,
    otherAtHead: () => filesOtherThanAtHead(world, context.headSha),
    delta: async () => (changes.kind === 'changes' ? found.delta(changes.since) : undefined),
  });
  return interruption.status() ?? conclude(step, source, verdict, unwritten);
}

/** `auto` is for what waits to be merged; a branch or tag that was pushed is checked whole. */
function onlyChanged({ changedOnly }: ActionSettings, context: GithubContext): boolean {
  if (changedOnly !== 'auto') return changedOnly === 'true';
  return context.pullRequest !== undefined || context.mergeGroup !== undefined;
}

/** Changes as seen from a folder of the repository. */
function within(found: Changes | undefined, folder: string): Changes | undefined {
  if (found?.kind !== 'changes' || folder === '') return found;
  const changes = found.changes.flatMap((change) =>
    change.path.startsWith(`${folder}/`) ? [{ ...change, path: change.path.slice(folder.length + 1) }] : [],
  );
  return { ...found, changes };
}

type Found =
  | {
      readonly kind: 'found';
      readonly source: RenderSource;
      readonly failOn: FailOn;
      readonly delta: (since: string) => Promise<FindingDelta | undefined>;
    }
  | { readonly kind: 'refused'; readonly message: string };

async function findOut(
  settings: ActionSettings,
  request: CheckRequest,
  world: World,
  watcher: Watcher,
  interruption: SignalSource,
): Promise<Found> {
  if (settings.command === 'gate') {
    const { next, base, tagPrefix, first } = settings;
    const asked = { report: undefined, next, base, tagPrefix, first };
    const judged = await gate(asked, request, world, watcher, interruption);
    if (judged.kind === 'refused') return judged;
    return { kind: 'found', source: judged.source, failOn: 'warning', delta: async () => undefined };
  }
  if (settings.command === 'merge') {
    const merged = mergeReports(settings.reports, world);
    if (merged.kind === 'refused') return merged;
    const source = renderSourceOf(merged.document, world);
    return { kind: 'found', source, failOn: request.failOn ?? 'error', delta: async () => undefined };
  }
  const result = await check(request, world, watcher, interruption);
  if (result.kind === 'refused') return result;
  return {
    kind: 'found',
    source: renderSource(result.report),
    failOn: result.failOn,
    delta: (since) => findingDelta(result.report, since, request, world),
  };
}

function conclude(step: Step, source: RenderSource, verdict: Verdict, unwritten: readonly string[]): number {
  const { summary, gate: judged, faults } = source.document;
  if (verdict === 'faulty') {
    step.fail(visible(`pw-workflow-check itself failed: ${faults.map((one) => one.message).join('; ')}`));
    return 3;
  }
  if (unwritten.length > 0) {
    step.fail(visible(unwritten.join('; ')));
    return 2;
  }
  if (judged?.ready === false) {
    step.fail(visible(`not ready for a release: ${judged.reasons.join('; ')}`));
    return 1;
  }
  if (verdict === 'problems') {
    step.fail(`${workflowCount(source.document)}; ${findingCount(summary)}`);
    return 1;
  }
  return 0;
}

function withRemarks(source: RenderSource, remarks: readonly (string | undefined)[]): RenderSource {
  const more = remarks.flatMap((remark) => remark ?? []);
  return { ...source, document: { ...source.document, remarks: [...source.document.remarks, ...more] } };
}

function restoredWords(variables: readonly string[]): string | undefined {
  if (variables.length === 0) return undefined;
  return `a script changed ${variables.join(', ')} of this job's runner; that was taken back: look at what it was going to do`;
}

/** Job directories of failed runs are kept on the runner, for an artifact. */
function keptRuns({ RUNNER_TEMP }: Step['environment'], { slug }: UseName) {
  return RUNNER_TEMP
    ? { folder: join(RUNNER_TEMP, 'pw-workflow-check', slug), failed: true }
    : { failed: false };
}

function apiOf(step: Step, context: GithubContext): GithubApi | undefined {
  const token = inputOf('token', step.environment);
  if (token === '' || context.repository === '') return undefined;
  return githubApi({ token, apiUrl: context.apiUrl, clock: step.clock, fetch: step.fetch });
}

/** Fails the step where there is no report; its summary says why. */
function refuse(step: Step, message: string): number {
  const why = `the request is wrong: ${visible(message)}`;
  sayLost(step, step.output('outcome', 'error'));
  step.fail(why);
  if (inputOf('summary', step.environment) !== 'false') {
    sayLost(step, step.summarise(`## 💥 ${tool.name}\n\n> ${markdownText(why)}\n`));
  }
  return 2;
}

function sayLost(step: Step, why: string | undefined): void {
  if (why !== undefined) step.print(`${logLine(why)}\n`);
}
