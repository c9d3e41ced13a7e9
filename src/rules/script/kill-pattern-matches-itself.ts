import { coordination } from '../../analysis/contract/coordination.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { fullPattern, patternMatchingItself } from './self-matching-pattern.analysis.ts';

/** A pattern of `pkill -f` that its own shell matches. */
export const killPatternMatchesItself = defineRule({
  meta: {
    id: 'kill-pattern-matches-itself',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The pattern of `pkill -f` or `pgrep -f` matches the shell that runs it.',
      why: 'The pattern stands in the command line of that shell: `pkill` ends its own shell, and `pgrep` always finds something.',
      fix: 'Put one letter in brackets, `pkill -f "[s]erver.py"`, or kill by process number.',
      examples: {
        bad: [
          sessionExample({
            start: { before: '«pkill -f run.sh»' },
          }),
          startExample({ before: '«ssh node "pkill -u $USER -f \'streamlit run\' || true"»' }),
          startExample({ before: `«srun --overlap bash -c 'pkill -9 -f "vllm serve"; sleep 1'»` }),
          startExample({ before: '«ssh node "pkill -f server.py || true"»' }),
        ],
        good: [
          startExample({
            before: dedent`
              ssh node bash -s <<'EOF'
              pkill -f server.py || true
              EOF
            `,
          }),
          startExample({ before: 'ssh node "pkill -f server.py"' }),
          startExample({ before: 'ssh node "pkill -f \'[s]erver.py\'"' }),
          startExample({ before: 'pkill -f server.py' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const runner = context.ask(coordination, script)?.start?.runner;
    for (const command of context.ask(shellCommands, script).commands) {
      const own = runner === undefined || command.program !== 'pkill' ? undefined : fullPattern(command);
      if (own !== undefined && './run.sh'.includes(own)) {
        yield {
          message: `job_runner runs this script as ./run.sh, so "${own}" matches the script itself`,
          at: script.text.spanOf(command.node.pos, command.node.end),
          help: 'name what is to be ended more exactly, or kill by process number',
        };
        continue;
      }
      const pattern = patternMatchingItself(command);
      if (pattern === undefined) continue;
      yield {
        message: `the pattern "${pattern}" also matches the shell that runs this`,
        at: script.text.spanOf(command.node.pos, command.node.end),
        help: `put one letter in brackets: "[${pattern[0]}]${pattern.slice(1)}"`,
      };
    }
  },
});
