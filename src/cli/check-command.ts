import { admitPlatform } from '../app/admit-platform.ts';
import { check } from '../app/check.ts';
import { plan, planText } from '../app/plan.ts';
import { type CheckRequest, given, last, readRequest } from '../app/request.ts';
import { admitRequest } from '../app/untrusted-event.ts';
import type { World } from '../app/world.ts';
import { nodeWorld } from '../host/node-world.ts';
import { listenForInterruption } from '../host/processes/interruption.ts';
import { jsonText } from '../report/document/json.ts';
import { renderSource } from '../report/render.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import type { RunEvent } from '../trace/run-event.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { printReport, readTargets } from './print-report.ts';
import { startProgress } from './start-progress.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `check`, `lint` or `run`. */
export async function checkCommand(line: CommandLine, streams: Streams): Promise<number> {
  const located = locateOperands(line.operands);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const read = readRequest({ command: line.command, paths: located.paths, options: line.options });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const { GITHUB_ACTIONS, GITHUB_EVENT_NAME } = streams.environment;
  const event = GITHUB_ACTIONS === 'true' ? GITHUB_EVENT_NAME : undefined;
  const untrusted = given(line.options['allow-untrusted-run']) ? 'allowed' : 'refused';
  const admitted = admitPlatform(admitRequest(read.request, event, untrusted), streams.platform);
  if (admitted.kind === 'refused') return refuse(streams, admitted.message);
  // A machine that checks for others leaves files as they are.
  const upkeep =
    admitted.request.upkeep === 'leave' && !streams.environment['CI'] ? 'shrink' : admitted.request.upkeep;
  const request: CheckRequest = { ...admitted.request, upkeep };
  const world = nodeWorld(located.root, process.cwd(), {
    folders: located.folders,
    results: given(line.options['no-cache']) ? 'forgotten' : 'kept',
  });
  if (request.start === 'plan') return printPlan(request, world, line, streams);
  const answer = readTargets(line);
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  const { targets } = answer;
  const progress = startProgress(line, streams);
  const interruption = listenForInterruption(progress.say);
  if (admitted.remark !== undefined) progress.say(admitted.remark);
  const watch = (event: RunEvent): void => {
    progress.watch(event);
    if (targets.format === 'ndjson') {
      streams.print(`${jsonText({ ...event, type: 'event', kind: event.type })}\n`);
    }
  };
  const watcher = { say: progress.say, watch, lint: progress.lint, begin: progress.begin };
  const result = await check(request, world, watcher, interruption).finally(() => {
    progress.end();
    interruption.dispose();
  });
  if (result.kind === 'refused') return refuse(streams, result.message);
  const patches = request.repairs === 'told' && targets.format === 'pretty';
  if (patches) {
    const text = (result.fixes ?? []).map((one) => unifiedDiff(one.path, one.before, one.after)).join('');
    // A terminal obeys what it reads; whoever applies the patch needs every character of it.
    streams.print(streams.terminal.stdout ? text.split('\n').map(visibleButTabs).join('\n') : text);
  } else if (result.fixes !== undefined && result.fixes.length > 0) {
    progress.say(`repaired ${result.fixes.map((one) => one.path).join(', ')}`);
  }
  const status = printReport(
    renderSource(result.report),
    targets,
    result.failOn,
    line,
    patches ? besidePatch(streams) : streams,
    located.root,
  );
  return interruption.status() ?? status;
}

/** The streams for a report beside a patch, which has stdout for itself. */
function besidePatch(streams: Streams): Streams {
  const { stderr } = streams.terminal;
  return { ...streams, print: streams.talk, terminal: { stdout: stderr, stderr } };
}

/** A patch must keep its tabs and line endings; what else a terminal obeys is shown all the same. */
function visibleButTabs(line: string): string {
  const ending = line.endsWith('\r') ? '\r' : '';
  const content = ending === '' ? line : line.slice(0, -1);
  return content.split('\t').map(visible).join('\t') + ending;
}

async function printPlan(
  request: CheckRequest,
  world: World,
  line: CommandLine,
  streams: Streams,
): Promise<number> {
  const planned = await plan(request, world);
  if (planned.kind === 'refused') return refuse(streams, planned.message);
  const json = last(line.options.format) === 'json';
  streams.print(json ? `${jsonText(planned.plans, 2)}\n` : planText(planned.plans));
  return 0;
}
