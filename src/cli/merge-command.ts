import { mergeReports, renderSourceOf } from '../app/merge.ts';
import { given, readRequest } from '../app/request.ts';
import { nodeWorld } from '../host/node-world.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { printReport, readTargets } from './print-report.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `merge`. */
export async function mergeCommand(line: CommandLine, streams: Streams): Promise<number> {
  const answer = readTargets(line);
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  const read = readRequest({ command: 'merge', paths: [], options: line.options });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const located = locateOperands([]);
  const root = located.kind === 'located' ? located.root : process.cwd();
  const world = nodeWorld(root, process.cwd());
  const merged = mergeReports(line.operands, world, given(line.options['allow-partial']) ? 'some' : 'all');
  if (merged.kind === 'refused') return refuse(streams, merged.message);
  return printReport(
    renderSourceOf(merged.document, world),
    answer.targets,
    read.request.failOn ?? 'error',
    line,
    streams,
    root,
  );
}
