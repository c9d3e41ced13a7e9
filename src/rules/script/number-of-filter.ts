import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { SyntaxNode } from '../../syntax/bash/tree.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** Programs that only pass on what they read. */
const filters: ReadonlySet<string> = new Set([
  'tee',
  'cat',
  'sed',
  'awk',
  'grep',
  'ts',
  'logger',
  'rotatelogs',
]);

/** Programs that show something to whoever looks; they end with the program that reads them. */
const viewers: ReadonlySet<string> = new Set(['tail', 'journalctl', 'dmesg', 'echo', 'printf', 'yes']);

/** `$!` behind a pipeline, which is the number of the program that only keeps the output. */
export const numberOfFilter = defineRule({
  meta: {
    id: 'number-of-filter',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A service is started in the background with its output piped into `tee` or the like, and `$!` is taken for its number.',
      why: '`$!` is the number of the last program of the pipeline: when `tee` is ended, the service runs on.',
      fix: 'Redirect into a process substitution, `server > >(tee server.log) 2>&1 &`, or into a file.',
      examples: {
        bad: [
          toolExample`
            ./server 2>&1 | tee server.log &
            echo "kill «$!»" > cancel.sh
          `,
          toolExample`
            trap 'kill "$server"' EXIT
            python3 -m http.server 8000 | sed "s/^/server: /" >> all.log &
            server=«$!»
            wait
          `,
        ],
        good: [
          toolExample`
            ./server > >(tee server.log) 2>&1 &
            server=$!
            tail -f server.log | sed -u "s/^/server: /" &
            viewer=$!
            cat list.txt | grep x &
            search=$!
            wait "$search"
            kill "$viewer" "$server"
          `,
          toolExample`
            ./server | tee server.log &
            ./client &
            client=$!
            wait "$client"
          `,
          toolExample`
            ./solve | tee solve.log &
            solve=$!
            wait "$solve"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const { text } = script.shell;
    if (!text.includes('$!') || !text.includes('kill')) return;
    const started = context.ask(parsedScript, script).nodes('Statement');
    for (const { variable, start, end } of context.ask(shellOccurrences, script)) {
      if (variable !== '!' || !isForKill(text, start)) continue;
      const last = started.findLast((one) => one.background && one.end <= start);
      const stages = last?.command.type === 'Pipeline' ? last.command.commands : [];
      const [service, filter] = [nameOf(stages[0]), nameOf(stages.at(-1))];
      if (stages.length < 2 || service === undefined || filter === undefined) continue;
      if (!filters.has(filter) || filters.has(service) || viewers.has(service)) continue;
      yield {
        message: `"$!" is the number of "${filter}", not of "${service}"`,
        at: script.text.spanOf(start, end),
        help: `write "${service} … > >(${filter} …) 2>&1 &"`,
      };
    }
  },
});

function nameOf(stage: SyntaxNode | undefined): string | undefined {
  const name = stage?.type === 'Command' && stage.name !== undefined ? literalOf(stage.name) : undefined;
  return name?.slice(name.lastIndexOf('/') + 1);
}

/** Whether the number at a place is to be killed: in its own line, or by the variable that it is given to. */
function isForKill(text: string, at: number): boolean {
  const begin = text.lastIndexOf('\n', at) + 1;
  const line = text.slice(begin, at);
  if (/\bkill\b/.test(line)) return true;
  const [, name] = /(?:^|[\s;&])(?:export\s+)?(\w+)=["']?\$?\{?$/.exec(line) ?? [];
  return name !== undefined && new RegExp(`\\bkill\\b[^\\n]*\\$\\{?${name}\\b`).test(text);
}
