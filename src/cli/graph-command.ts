import { resolve } from 'node:path';
import { graphOf } from '../app/graph.ts';
import { last, readRequest } from '../app/request.ts';
import { kindOfPath } from '../host/files/path-kind.ts';
import { nodeWorld } from '../host/node-world.ts';
import { formatGraph } from '../report/graph-text.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `graph`; the workflow is named by a path or by its name. */
export async function graphCommand(line: CommandLine, streams: Streams): Promise<number> {
  const [named, second] = line.operands;
  if (second !== undefined) return refuse(streams, 'graph needs one workflow');
  const format = last(line.options.format) ?? 'mermaid';
  if (format !== 'mermaid' && format !== 'dot' && format !== 'json') {
    return refuse(streams, `--format does not take "${format}" here: expected one of mermaid, dot, json`);
  }
  const isPath = named === undefined || kindOfPath(resolve(named)) !== 'missing';
  const located = locateOperands(named !== undefined && isPath ? [named] : []);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const read = readRequest({ command: 'graph', paths: isPath ? located.paths : [], options: {} });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const answer = await graphOf(
    read.request,
    isPath ? undefined : named,
    nodeWorld(located.root, process.cwd(), { folders: located.folders }),
  );
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  streams.print(formatGraph(answer.graph, format));
  return 0;
}
