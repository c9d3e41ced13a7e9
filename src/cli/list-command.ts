import { listWorkflows } from '../app/list.ts';
import { given, last, readRequest } from '../app/request.ts';
import { nodeWorld } from '../host/node-world.ts';
import { jsonText } from '../report/document/json.ts';
import { visible } from '../report/terminal/terminal-text.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { startProgress } from './start-progress.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `list`. */
export async function listCommand(line: CommandLine, streams: Streams): Promise<number> {
  const located = locateOperands(line.operands);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const answer = readRequest({ command: 'list', paths: located.paths, options: line.options });
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  const progress = startProgress(line, streams);
  const world = nodeWorld(located.root, process.cwd(), { folders: located.folders });
  const listed = await listWorkflows(answer.request, world, progress.say).finally(progress.end);
  if (listed.kind === 'refused') return refuse(streams, listed.message);
  if (!given(line.options.quiet)) {
    for (const remark of listed.remarks) streams.talk(`${visible(remark)}\n`);
  }
  const shards = last(line.options.shards);
  if (shards !== undefined) return printShards(shards, listed.workflows.length, streams);
  if (given(line.options.json)) streams.print(`${jsonText(listed.workflows)}\n`);
  else {
    for (const { name, path } of listed.workflows) streams.print(`${visible(name)}\t${visible(path)}\n`);
  }
  return 0;
}

/** Prints the shards that a matrix needs: never more than there are workflows, and at least one. */
function printShards(written: string, workflows: number, streams: Streams): number {
  const wanted = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (wanted < 1 || wanted > 256) {
    return refuse(streams, `--shards does not take "${written}": expected a whole number from 1 to 256`);
  }
  const count = Math.max(1, Math.min(wanted, workflows));
  const shards = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
  streams.print(`${JSON.stringify(shards)}\n`);
  return 0;
}
