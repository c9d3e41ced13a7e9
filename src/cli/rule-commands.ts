import { readFileSync } from 'node:fs';
import { given } from '../app/request.ts';
import { explanation, findRule, ruleRows } from '../app/rule-book.ts';
import type { CommandLine } from './arguments.ts';
import { packageFile } from './package-file.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `rules` and `explain`. */
export async function ruleCommand(line: CommandLine, streams: Streams): Promise<number> {
  const json = given(line.options.json);
  if (line.command === 'rules') {
    const rows = ruleRows();
    if (json) streams.print(`${JSON.stringify(rows, undefined, 2)}\n`);
    else {
      const width = Math.max(0, ...rows.map((row) => row.id.length));
      for (const row of rows) {
        const tier = row.tier === 'pedantic' ? ' (pedantic)' : '';
        streams.print(
          `${row.id.padEnd(width)}  ${row.severity.padEnd(7)}  ${row.group.padEnd(10)}  ${row.what}${tier}\n`,
        );
      }
    }
    return 0;
  }
  const [name, second] = line.operands;
  if (name === undefined || second !== undefined)
    return refuse(streams, 'explain needs the name of one rule');
  const answer = findRule(name);
  if (answer.kind === 'refused') return refuse(streams, answer.message);
  if (answer.kind === 'shellcheck') {
    streams.print(
      json ? `${JSON.stringify(answer)}\n` : `${answer.code} is a remark of ShellCheck: ${answer.url}\n`,
    );
    return 0;
  }
  const { meta } = answer;
  streams.print(json ? `${JSON.stringify(meta, undefined, 2)}\n` : explanation(meta, wordsOf(meta.id)));
  return 0;
}

/** What a rule says about its bad examples, from beside its page. */
function wordsOf(id: string): string | undefined {
  const path = packageFile(`docs/rules/${id}.txt`);
  return path && readFileSync(path, 'utf8');
}
