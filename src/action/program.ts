import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { admitPlatform } from '../app/admit-platform.ts';
import { type Changes, isChangedLine } from '../app/changes/change.ts';
import { findChanges } from '../app/changes/find-changes.ts';
import { locatePaths } from '../app/repository-root.ts';
import { type CheckRequest, readRequest } from '../app/request.ts';
import { admitRequest } from '../app/untrusted-event.ts';
import { sentenceOf, traceLines, traceOf, wantsTraces } from '../diagnostics/fault-trace.ts';
import { absolutePath } from '../host/absolute-path.ts';
import { machinePaths } from '../host/files/machine-paths.ts';
import { folderInRepository, type GithubContext, readGithubContext } from '../host/github-context.ts';
import { nodeWorld } from '../host/node-world.ts';
import { listenForInterruption } from '../host/processes/interruption.ts';
import { type Verdict, verdictOf } from '../report/document/verdict.ts';
import { findingCount, workflowCount } from '../report/document/words.ts';
import { fromTop } from '../report/from-top.ts';
import { logLine } from '../report/github/workflow-command.ts';
import { markdownText } from '../report/markdown/markdown-text.ts';
import type { RenderSource } from '../report/render.ts';
import { tool } from '../report/report.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import { changeBaseOf } from './change-base.ts';
import { rememberCommandFiles } from './command-files.ts';
import { type FindOut, type Order, sourceFound } from './find-out.ts';
import { type GithubApi, githubApi } from './github-api.ts';
import { inputOf, optionsOf } from './inputs.ts';
import { publish } from './publish.ts';
import { remoteChanges } from './remote-changes.ts';
import { reportsIn } from './report-files.ts';
import { type ActionSettings, readSettings } from './settings.ts';
import type { Step } from './step.ts';
import { type UseName, useName } from './use-name.ts';

/**
 * Carries out the action and gives the exit status: 0 clean, 1 problems, 2 wrong request, 3 our failure.
 *
 * @param findOut finds out what is to be published; what it starts may be a stranger's code
 */
export async function main(step: Step, findOut: FindOut): Promise<number> {
  try {
    return await carryOut(step, findOut);
  } catch (error) {
    if (wantsTraces(step.environment)) {
      for (const row of traceLines(traceOf(error))) step.print(`${logLine(visible(row))}\n`);
    }
    sayLost(step, step.output('outcome', 'error'));
    step.fail(`pw-workflow-check itself failed: ${visible(sentenceOf(error))}`);
    return 3;
  }
}

async function carryOut(step: Step, findOut: FindOut): Promise<number> {
  const { environment } = step;
  const { GITHUB_HEAD_REF, GITHUB_REF_NAME } = environment;
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
  const admitted = admitPlatform(
    admitRequest(inStage(settings, answer.request), context.event, 'refused'),
    step.platform,
  );
  if (admitted.kind === 'refused') return refuse(step, admitted.message);
  const say = (sentence: string): void => step.print(`${logLine(visible(sentence))}\n`);
  const api = await apiOf(step, context);
  const use = useName(settings.name, {
    workspace: context.workspace,
    path: absolute,
    command: settings.command,
    mode: inputOf('mode', environment),
    shard: inputOf('shard', environment),
  });
  const options = { folders: located.folders, kept: keptRuns(environment, use) };
  const world = nodeWorld(located.root, context.workspace, options);
  const folder = folderInRepository(context.workspace, located.root);
  const remote = async () => api && within(await remoteChanges(context, api), folder);
  const changes = await findChanges(changeBaseOf(context), world, remote);
  const request = sinceChanges(settings, context, admitted.request, changes);
  const interruption = listenForInterruption(say);
  const restore = rememberCommandFiles(environment);
  let restored: readonly string[] = [];
  const { next, base, tagPrefix, first } = settings;
  const order: Order = {
    command: settings.command,
    request,
    gate: { next, base, tagPrefix, first },
    reports: settings.reports,
    root: located.root,
    currentFolder: context.workspace,
    world: options,
    since: wantsDelta(settings, api, context) && changes.kind === 'changes' ? changes.since : undefined,
    headSha: settings.suggestions === 'true' && api !== undefined ? context.headSha : undefined,
    environment: settings.files.html === '' ? undefined : { GITHUB_HEAD_REF, GITHUB_REF_NAME },
  };
  const found = await findOut(order, say, interruption).finally(() => {
    interruption.dispose();
    restored = restore();
  });
  if (found.kind === 'refused') return refuse(step, found.message);
  if (found.kind === 'interrupted') return interruption.status() ?? 3;
  const source = withRemarks(sourceFound(found), [admitted.remark, restoredWords(restored)]);
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
    folder,
    api,
    inDiff: changes.kind === 'changes' ? isChangedLine(changes.changes) : undefined,
    otherAtHead: found.otherAtHead,
    delta: found.delta,
    provenance: found.provenance,
  });
  return interruption.status() ?? conclude(step, source, verdict, unwritten);
}

/** A gate always runs, and what is merged has run elsewhere. */
function inStage({ command }: ActionSettings, request: CheckRequest): CheckRequest {
  if (command === 'gate') return { ...request, stage: 'run' };
  return command === 'merge' ? { ...request, stage: 'lint' } : request;
}

/** What is asked for of the files that changed, and of what is new in them. */
function sinceChanges(
  settings: ActionSettings,
  context: GithubContext,
  request: CheckRequest,
  changes: Changes,
): CheckRequest {
  return {
    ...request,
    ...(settings.failOnNew === 'true' && { newSince: { kind: 'known', changes } }),
    ...(onlyChanged(settings, context) && {
      changed: { kind: 'known', changes },
      unchanged: settings.changedOnly === 'auto' ? 'linted' : 'left-out',
    }),
  };
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

/** Only a comment on a pull request compares with the base. */
function wantsDelta(
  { comment }: ActionSettings,
  api: GithubApi | undefined,
  context: GithubContext,
): boolean {
  return comment !== 'off' && api !== undefined && context.pullRequest !== undefined;
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

async function apiOf(step: Step, context: GithubContext): Promise<GithubApi | undefined> {
  const token = inputOf('token', step.environment);
  if (token === '' || context.repository === '') return undefined;
  // Before anything runs: a file that is loaded later may have been changed by a script.
  const { getOctokit } = await import('@actions/github');
  return githubApi({ getOctokit, token, apiUrl: context.apiUrl, clock: step.clock, fetch: step.fetch });
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
