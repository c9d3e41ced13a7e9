import { realpathSync } from 'node:fs';
import type { OptionName } from '../app/option-table.ts';
import { last, readRequest } from '../app/request.ts';
import { shardScript } from '../app/shards/shard-script.ts';
import { absolutePath } from '../host/absolute-path.ts';
import type { CommandLine } from './arguments.ts';
import { locateOperands } from './locate.ts';
import { refuse, type Streams } from './streams.ts';

/** What every part is told, too. */
const passedOn = [
  'mode',
  'scenario',
  'timeout',
  'config',
  'workflows',
] as const satisfies readonly OptionName[];

/** Carries out `shard-script`: prints the script of a job array. */
export function shardScriptCommand(line: CommandLine, streams: Streams): number {
  const located = locateOperands(line.operands);
  if (located.kind === 'refused') return refuse(streams, located.message);
  const read = readRequest({ command: 'shard-script', paths: located.paths, options: line.options });
  if (read.kind === 'refused') return refuse(streams, read.message);
  const scheduler = last(line.options.scheduler);
  if (scheduler !== 'slurm' && scheduler !== 'pbs') {
    return refuse(streams, 'shard-script needs --scheduler slurm or --scheduler pbs');
  }
  const written = last(line.options.shards) ?? '8';
  const parts = /^\d{1,4}$/.test(written) ? Number(written) : 0;
  if (parts < 1 || parts > 1000) {
    return refuse(streams, `--shards does not take "${written}": expected a whole number from 1 to 1000`);
  }
  const optionWords = (name: OptionName): readonly string[] =>
    (line.options[name] ?? []).flatMap((value) => [
      `--${name}`,
      name === 'config' ? absolutePath(value) : value,
    ]);
  streams.print(
    shardScript({
      scheduler,
      parts,
      repository: located.root,
      program: [process.execPath, realpathSync(process.argv[1] ?? '')],
      words: ['check', ...located.paths, ...passedOn.flatMap(optionWords), ...optionWords('fail-on')],
      judging: optionWords('fail-on'),
    }),
  );
  return 0;
}
