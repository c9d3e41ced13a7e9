import type { AnalysisContext } from '../../analysis/analysis.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { shellCommands, shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { dedent } from '../../base/dedent.ts';
import type { Script } from '../../model/script.ts';
import { startExample } from '../examples/start-example.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** `$!` in a script that starts nothing in the background. */
export const nothingInBackground = defineRule({
  meta: {
    id: 'nothing-in-background',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A script reads `$!`, the number of the last process in the background, and starts none.',
      why: 'It is empty: the command in front of it runs in the foreground, and what comes behind waits until it has ended. `kill` and cancel.sh get no number.',
      fix: 'Put `&` behind the command whose number is meant.',
      examples: {
        bad: [
          toolExample`
            ./server > server.log 2>&1
            pid=«$!»
            trap 'kill "$pid"' EXIT
            wait "$pid"
          `,
          startExample({
            service: dedent`
              python3 -m http.server "$port"
              server=«$!»
              wait "$server"
            `,
          }),
        ],
        good: [
          toolExample`
            ./server > server.log 2>&1 &
            pid=$!
            ssh node "./server & echo \$! > server.pid"
            wait "$pid"
          `,
          toolExample`
            source start-database.sh
            database=$!
            kill "$database"
          `,
          toolExample`
            echo 'echo $!' > show.sh
            coproc bc
            echo "$!"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!script.shell.text.includes('$!') || mayHaveJobs(script, context)) return;
    for (const occurrence of context.ask(shellOccurrences, script)) {
      if (occurrence.variable !== '!') continue;
      yield {
        message: '"$!" is empty: this script starts nothing in the background',
        at: script.text.spanOf(occurrence.start, occurrence.end),
        fault: '$!',
        help: 'put "&" behind the command whose number is meant',
      };
    }
  },
});

/** Whether something runs in the background of this shell, by a text that stands elsewhere as well. */
function mayHaveJobs(script: Script, context: AnalysisContext): boolean {
  if (script.role === 'sourced' || script.role === 'written') return true;
  if ((script.role === 'lone' || script.role === 'started') && !script.shell.text.startsWith('#!'))
    return true;
  const { nodes } = context.ask(parsedScript, script);
  if (nodes('Coproc', 'Statement').some((node) => node.type === 'Coproc' || node.background)) return true;
  return context.ask(shellCommands, script).commands.some(({ program, name, words }) => {
    if (program === undefined) return name !== undefined;
    if (program !== 'source' && program !== '.') return program === 'eval' || program === 'bg';
    return !/(^|\/)(inputs\.(sh|env)|activate|\.?bashrc|profile|conda\.sh|bash)["']?$/.test(
      words[0]?.text ?? '',
    );
  });
}
