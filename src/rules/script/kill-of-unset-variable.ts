import { parsedScript } from '../../analysis/parsed-script.ts';
import { assignedNames } from '../../analysis/script/assigned-names.ts';
import { maySetAnything } from '../../analysis/script/foreign-variables.ts';
import { shellOccurrences } from '../../analysis/shell-commands.ts';
import { defineRule } from '../rule.ts';

export const killOfUnsetVariable = defineRule({
  meta: {
    id: 'kill-of-unset-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    what: 'A process is killed by the number in a variable that nothing sets.',
    why: '`kill` gets no number: the process lives on after the session, with its port.',
    fix: 'Keep the number when the process starts: `server & pid=$!`.',
    examples: {
      bad: [
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\ncleanup() {\n  kill "«$server_pid»"\n}\ntrap cleanup EXIT\npython3 -m http.server "$port" > service.out 2>&1 &\nwait\n',
      ],
      good: [
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\ncleanup() {\n  kill "$server_pid"\n}\ntrap cleanup EXIT\npython3 -m http.server "$port" > service.out 2>&1 &\nserver_pid=$!\nwait\n',
      ],
    },
  },
  on: 'script',
  mentions: ['kill'],
  *check({ script }, context) {
    const { text } = script.shell;
    if (maySetAnything(text)) return;
    const { tree } = context.ask(parsedScript, script);
    const { assigned } = assignedNames(tree, tree);
    if (assigned === 'any') return;
    for (const { variable, command, start, end } of context.ask(shellOccurrences, script)) {
      if (variable === undefined || command?.program !== 'kill' || !/^[A-Za-z_]\w*$/.test(variable)) continue;
      if (/^(PPID|BASHPID|PW_\w+|SLURM_\w+|PBS_\w+)$/.test(variable)) continue;
      if (assigned.has(variable)) continue;
      yield {
        message: `nothing in this script sets "${variable}"`,
        at: script.text.spanOf(start, end),
        help: `keep the number when the process starts: \`… & ${variable}=$!\``,
      };
    }
  },
});
