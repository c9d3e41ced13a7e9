import { join, resolve } from 'node:path';
import { check } from '../app/check.ts';
import { locatePaths } from '../app/repository-root.ts';
import { readRequest } from '../app/request.ts';
import { admitRequest } from '../app/untrusted-event.ts';
import { listenForInterruption } from '../host/interruption.ts';
import { nodeWorld } from '../host/node-world.ts';
import { kindOfPath } from '../host/path-kind.ts';
import { verdictOf } from '../report/document/verdict.ts';
import { findingCount, runTitle, workflowCount } from '../report/document/words.ts';
import { renderSource } from '../report/render.ts';
import { eventWords } from '../report/terminal/event-words.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import { readGithubContext } from './github-context.ts';
import { inputOf, optionsOf } from './inputs.ts';
import { publish } from './publish.ts';
import { readSettings } from './settings.ts';
import type { Step } from './step.ts';

/** Carries out the action and gives the exit status: 0 clean, 1 problems, 2 wrong request, 3 our failure. */
export async function main(step: Step): Promise<number> {
  try {
    return await carryOut(step);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    step.output('outcome', 'error');
    step.fail(`pw-workflow-check itself failed: ${message}`);
    return 3;
  }
}

async function carryOut(step: Step): Promise<number> {
  const { environment } = step;
  const context = readGithubContext(environment);
  const read = readSettings(environment);
  if (read.kind === 'refused') return refuse(step, read.message);
  const { settings } = read;
  const written = inputOf('path', environment) || '.';
  const located = locatePaths(
    context.workspace,
    [{ written, absolute: resolve(context.workspace, written) }],
    kindOfPath,
  );
  if (located.kind === 'refused') return refuse(step, located.message);
  const command = settings.command === 'gate' ? 'check' : settings.command;
  const answer = readRequest({ command, paths: located.paths, options: optionsOf(environment) });
  if (answer.kind === 'refused') return refuse(step, answer.message);
  const admitted = admitRequest(answer.request, context.event, 'refused');
  if (admitted.kind === 'refused') return refuse(step, admitted.message);
  const say = (sentence: string): void => step.print(`${visible(sentence)}\n`);
  const interruption = listenForInterruption(say);
  const world = nodeWorld(located.root, context.workspace, keptRuns(environment));
  const result = await check(
    admitted.request,
    world,
    {
      say,
      watch(event) {
        const words = eventWords(event);
        if (words !== undefined) say(`${event.workflow} (${runTitle(event)}): ${words}`);
      },
    },
    interruption.signal,
  ).finally(interruption.dispose);
  if (result.kind === 'refused') return refuse(step, result.message);
  const remarks = admitted.remark === undefined ? [] : [admitted.remark];
  const source = renderSource({ ...result.report, remarks: [...result.report.remarks, ...remarks] });
  const verdict = verdictOf(source.document, admitted.request.failOn);
  await publish({
    source,
    verdict,
    failOn: admitted.request.failOn,
    settings,
    context,
    step,
    root: located.root,
  });
  const { summary } = source.document;
  switch (verdict) {
    case 'clean':
      return interruption.status() ?? 0;
    case 'problems':
      step.fail(`${workflowCount(summary)}; ${findingCount(summary)}`);
      return 1;
    case 'faulty':
      step.fail(
        `pw-workflow-check itself failed: ${source.document.faults.map((one) => one.message).join('; ')}`,
      );
      return 3;
  }
}

/** Job directories of failed runs are kept on the runner, for an artifact. */
function keptRuns({ RUNNER_TEMP }: Step['environment']) {
  return RUNNER_TEMP
    ? { folder: join(RUNNER_TEMP, 'pw-workflow-check', 'runs'), failed: true }
    : { failed: false };
}

function refuse(step: Step, message: string): number {
  step.output('outcome', 'error');
  step.fail(`the request is wrong: ${message}`);
  return 2;
}
