import { admitPlatform } from '../app/admit-platform.ts';
import { gate } from '../app/gate/gate.ts';
import { given, last, readRequest } from '../app/request.ts';
import { admitRequest } from '../app/untrusted-event.ts';
import { nodeWorld } from '../host/node-world.ts';
import { listenForInterruption } from '../host/processes/interruption.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { printReport, readTargets } from './print-report.ts';
import { startProgress } from './start-progress.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `gate`: 0 when a release may be made, 1 when not. */
export async function gateCommand(line: CommandLine, streams: Streams): Promise<number> {
  const located = locateOperands(line.operands);
  if (located.kind === 'refused') return refuse(streams, located.message);
  if (located.paths.length > 0) return refuse(streams, 'the gate checks a whole repository: name its folder');
  const read = readRequest({ command: 'gate', paths: [], options: line.options });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const { GITHUB_ACTIONS, GITHUB_EVENT_NAME } = streams.environment;
  const event = GITHUB_ACTIONS === 'true' ? GITHUB_EVENT_NAME : undefined;
  const allowed = given(line.options['allow-untrusted-run']) ? 'allowed' : 'refused';
  const strict = admitRequest({ ...read.request, stage: 'run' }, event, allowed);
  const admitted = admitPlatform(strict, streams.platform);
  if (admitted.kind === 'refused') return refuse(streams, admitted.message);
  const answer = readTargets(line);
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  const progress = startProgress(line, streams);
  const interruption = listenForInterruption(progress.say);
  const asked = {
    report: last(line.options.report),
    next: last(line.options.next),
    base: last(line.options.base),
    tagPrefix: last(line.options['tag-prefix']) ?? '',
    first: given(line.options.first) ? ('first' as const) : ('not-first' as const),
  };
  const world = nodeWorld(located.root, process.cwd(), {
    folders: located.folders,
    results: given(line.options['no-cache']) ? 'forgotten' : 'kept',
  });
  const result = await gate(asked, read.request, world, progress, interruption).finally(() => {
    progress.end();
    interruption.dispose();
  });
  if (result.kind === 'refused') return refuse(streams, result.message);
  const status = printReport(result.source, answer.targets, 'warning', line, streams, located.root);
  return interruption.status() ?? status;
}
