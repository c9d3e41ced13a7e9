import { compare, comparisonText } from '../app/compare/compare.ts';
import { last, readRequest } from '../app/request.ts';
import { nodeWorld } from '../host/node-world.ts';
import { jsonText } from '../report/document/json.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `compare`: 0 when nobody who calls the workflows is broken, 1 when the next version is a major one. */
export async function compareCommand(line: CommandLine, streams: Streams): Promise<number> {
  const [base, ...paths] = line.operands;
  if (base === undefined)
    return refuse(streams, 'compare needs the revision to compare with, as in compare v1.2.0');
  const format = last(line.options.format) ?? 'pretty';
  if (format !== 'pretty' && format !== 'json') {
    return refuse(streams, `--format does not take "${format}" here: expected pretty or json`);
  }
  const located = locateOperands(paths);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const read = readRequest({ command: 'compare', paths: located.paths, options: line.options });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const answer = await compare(
    base,
    read.request,
    nodeWorld(located.root, process.cwd(), { folders: located.folders }),
  );
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  const { comparison } = answer;
  const text = comparisonText(comparison).split('\n').map(visible).join('\n');
  streams.print(format === 'json' ? `${jsonText(comparison, 2)}\n` : text);
  return comparison.bump === 'major' ? 1 : 0;
}
