import { patternMatchingItself } from '../../analysis/script/self-matching-pattern.ts';
import { shellCommands } from '../../analysis/shell-commands.ts';
import { defineRule } from '../rule.ts';

export const killPatternMatchesItself = defineRule({
  meta: {
    id: 'kill-pattern-matches-itself',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    what: 'The pattern of `pkill -f` or `pgrep -f` matches the shell that runs it.',
    why: 'The pattern stands in the command line of that shell: `pkill` ends its own shell, and `pgrep` always finds something.',
    fix: 'Put one letter in brackets, `pkill -f "[s]erver.py"`, or kill by process number.',
    examples: {
      bad: [
        '«ssh node "pkill -f server.py"»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
      ],
      good: [
        'ssh node "pkill -f \'[s]erver.py\'"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        'pkill -f server.py\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
      ],
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const command of context.ask(shellCommands, script).commands) {
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
