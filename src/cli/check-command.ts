import { check } from '../app/check.ts';
import { reportFormats } from '../app/option-table.ts';
import { plan } from '../app/plan.ts';
import { planText } from '../app/plan-summary.ts';
import { type CheckRequest, given, last, readRequest } from '../app/request.ts';
import { admitRequest } from '../app/untrusted-event.ts';
import type { World } from '../app/world.ts';
import { listenForInterruption } from '../host/interruption.ts';
import { nodeWorld } from '../host/node-world.ts';
import { writeWhole } from '../host/write-whole.ts';
import { jsonText } from '../report/document/json.ts';
import { exitStatusOf, type FailOn, verdictOf } from '../report/document/verdict.ts';
import { type RenderOptions, type RenderSource, render, renderSource } from '../report/render.ts';
import type { RunEvent } from '../trace/run-event.ts';
import type { CommandLine } from './arguments.ts';
import { guarded } from './guard.ts';
import { locateOperands } from './locate.ts';
import { type OutputFile, readOutputs } from './outputs.ts';
import { lineProgress, liveProgress, type Progress, silentProgress } from './progress.ts';
import { colourFor, refuse, type Streams } from './streams.ts';

/** Carries out `check`, `lint` or `run`. */
export async function checkCommand(line: CommandLine, streams: Streams): Promise<number> {
  const outputs = readOutputs(line.options.output ?? []);
  if (outputs.kind === 'refused') return refuse(streams, outputs.message);
  const located = locateOperands(line.operands);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const answer = readRequest({ command: line.command, paths: located.paths, options: line.options });
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  const word = last(line.options.format) ?? 'pretty';
  const { GITHUB_ACTIONS, GITHUB_EVENT_NAME } = streams.environment;
  const admitted = admitRequest(
    answer.request,
    GITHUB_ACTIONS === 'true' ? GITHUB_EVENT_NAME : undefined,
    given(line.options['allow-untrusted-run']) ? 'allowed' : 'refused',
  );
  if (admitted.kind === 'refused') return refuse(streams, admitted.message);
  const { request } = admitted;
  const world = nodeWorld(located.root, process.cwd());
  if (request.start === 'plan') return printPlan(request, world, word, streams);
  const format = reportFormats.find((name) => name === word);
  if (format === undefined) return refuse(streams, `--format ${word} belongs to another command`);
  const quiet = given(line.options.quiet);
  const { progress, stop } = startProgress(streams, quiet, given(line.options['no-color']));
  const interruption = listenForInterruption((sentence) => progress.say(sentence));
  const watch = (event: RunEvent): void => {
    progress.watch(event);
    if (format === 'ndjson') streams.print(`${jsonText({ ...event, type: 'event', event: event.type })}\n`);
  };
  if (admitted.remark !== undefined) progress.say(admitted.remark);
  const result = await check(
    answer.request,
    world,
    { say: progress.say, watch },
    interruption.signal,
  ).finally(() => {
    stop();
    interruption.dispose();
  });
  if (result.kind === 'refused') return refuse(streams, result.message);
  const source = renderSource(result.report);
  const options: RenderOptions = {
    colour: colourFor('stdout', streams, given(line.options['no-color'])),
    talk: quiet ? 'quiet' : 'normal',
    failOn: request.failOn,
  };
  streams.print(guarded(render(format, source, options), format, streams.environment));
  const written = writeOutputs(outputs.outputs, source, options, streams);
  return interruption.status() ?? written ?? exitStatus(source, request.failOn);
}

function printPlan(request: CheckRequest, world: World, format: string, streams: Streams): number {
  const planned = plan(request, world);
  if (planned.kind === 'refused') return refuse(streams, planned.message);
  streams.print(format === 'json' ? `${jsonText(planned.plans, 2)}\n` : planText(planned.plans));
  return 0;
}

function exitStatus(source: RenderSource, failOn: FailOn): number {
  return exitStatusOf(verdictOf(source.document, failOn));
}

/** Writes the files of `--output`; the exit status when one cannot be written. */
export function writeOutputs(
  outputs: readonly OutputFile[],
  source: RenderSource,
  options: RenderOptions,
  streams: Streams,
): number | undefined {
  let status: number | undefined;
  for (const { format, file } of outputs) {
    try {
      writeWhole(file, render(format, source, { ...options, colour: 'plain', talk: 'normal' }));
    } catch (error) {
      status = refuse(
        streams,
        `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return status;
}

function startProgress(
  streams: Streams,
  quiet: boolean,
  noColor: boolean,
): { readonly progress: Progress; readonly stop: () => void } {
  if (quiet) return { progress: silentProgress, stop: () => {} };
  const { TERM } = streams.environment;
  if (!streams.terminal.stderr || TERM === 'dumb') {
    return { progress: lineProgress(streams.talk), stop: () => {} };
  }
  const live = liveProgress({
    write: streams.talk,
    columns: streams.columns,
    now: () => performance.now(),
    colour: colourFor('stderr', streams, noColor),
  });
  const timer = setInterval(live.tick, 200);
  timer.unref();
  return {
    progress: live,
    stop: () => {
      clearInterval(timer);
      live.end();
    },
  };
}
