import { coordination } from '../../analysis/contract/coordination.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';
import { fullPattern, patternMatchingItself } from './self-matching-pattern.analysis.ts';

export const killPatternMatchesItself = defineRule({
  meta: {
    id: 'kill-pattern-matches-itself',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: () => ({
      what: 'The pattern of `pkill -f` or `pgrep -f` matches the shell that runs it.',
      why: 'The pattern stands in the command line of that shell: `pkill` ends its own shell, and `pgrep` always finds something.',
      fix: 'Put one letter in brackets, `pkill -f "[s]erver.py"`, or kill by process number.',
      examples: {
        bad: [
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                '«pkill -f run.sh»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
            },
          }),
          '«ssh node "pkill -u $USER -f \'streamlit run\' || true"»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          '«srun --overlap bash -c \'pkill -9 -f vllm; sleep 1\'»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          '«ssh node "pkill -f server.py || true"»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
        good: [
          'ssh node bash -s <<\'EOF\'\npkill -f server.py || true\nEOF\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'ssh node "pkill -f server.py"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'ssh node "pkill -f \'[s]erver.py\'"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'pkill -f server.py\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
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
