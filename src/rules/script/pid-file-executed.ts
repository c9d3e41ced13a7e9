import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { isShell } from '../../analysis/written/destinations.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** A file with the number of a process in the place of a program. */
export const pidFileExecuted = defineRule({
  meta: {
    id: 'pid-file-executed',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A file that holds the number of a process is run as a program.',
      why: 'It is no program: the shell says "Permission denied" or "command not found", the number is lost, and what was to be ended lives on.',
      fix: 'Read it: `kill "$(cat server.pid)"`.',
      examples: {
        bad: [
          {
            'stop.sh': dedent`
              pid=$(«./server.pid»)
              kill "$pid"
            `,
          },
          { 'stop.sh': 'kill "$(bash «server.pid»)"\n' },
          { 'stop.sh': 'kill `«"$folder"/web.pid»`\n' },
        ],
        good: [
          { 'stop.sh': 'kill "$(cat server.pid)"\nkill "$(< web.pid)"\nrm -f server.pid\n' },
          { 'stop.sh': 'source ./server.pid\nkill "$SERVER_PID"\n' },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { node, program, words, captured } of context.ask(shellCommands, script).commands) {
      if (node.name === undefined) continue;
      const [first] = words;
      const word = isShell(program) && first !== undefined ? first : node.name;
      if (!/[\w}"'-]\.pid["']?$/.test(word.text) || !(captured || word.text.includes('/') || word === first))
        continue;
      const name = word.text.replaceAll(/["']/g, '');
      yield {
        message: `"${name}" holds the number of a process and is run here as a program`,
        at: script.text.spanOf(word.pos, word.end),
        help: `read it: \`cat ${word.text}\``,
        ...(captured &&
          word === node.name && {
            fix: {
              title: `Read ${name}`,
              safety: 'safe',
              edits: [{ span: script.text.spanOf(word.pos, word.pos), replacement: 'cat ' }],
            },
          }),
      };
    }
  },
});
