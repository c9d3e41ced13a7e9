import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Span } from '../../source/span.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** `\$!`, which keeps the two characters and not the number of the process. */
export const escapedProcessId = defineRule({
  meta: {
    id: 'escaped-process-id',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A backslash in front of `$!` keeps the shell from putting the number of the process there.',
      why: 'What is kept, or written into cancel.sh, are the two characters: the shell that reads them has started nothing, so `kill` gets no number.',
      fix: 'Take the backslash away.',
      examples: {
        bad: [
          toolExample`
            ./server > server.log 2>&1 &
            echo "kill «\$!»" > cancel.sh
            wait
          `,
          toolExample`
            ./server > server.log 2>&1 &
            pid=«\$!»
            echo "$pid" > server.pid
            wait
          `,
        ],
        good: [
          toolExample`
            ./server > server.log 2>&1 &
            echo "kill $!" > cancel.sh
            ssh node "./server & echo \$! > server.pid"
            bash -c "./other & pid=\$!; wait \$pid"
            echo "./server & echo \$! > server.pid" > run.sh
            wait
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!script.shell.text.includes('\\$!')) return;
    for (const { node, program, redirections } of context.ask(shellCommands, script).commands) {
      for (const part of node.prefix) {
        if (part.type !== 'Assignment') continue;
        const index =
          /^["']?\\\$!["']?$/.exec(part.text.slice(part.name.length + 1)) === null
            ? -1
            : part.text.indexOf('\\$!');
        if (index !== -1) yield finding(script.text.spanOf(part.pos + index, part.pos + index + 3));
      }
      if (!/^(echo|printf)$/.test(program ?? '')) continue;
      if (!redirections.some((one) => one.type === 'Redirect' && one.operator.startsWith('>'))) continue;
      for (const word of node.args) {
        const index = word.text.indexOf('\\$!');
        // who starts something in the text as well means the other shell's
        if (index === -1 || word.text.startsWith("'") || /&(?![&>\d])/.test(word.text)) continue;
        yield finding(script.text.spanOf(word.pos + index, word.pos + index + 3));
      }
    }
  },
});

function finding(at: Span): Finding {
  return {
    message: '"\\$!" stays these characters: it is not the number of the process',
    at,
    help: 'take the backslash away',
    fix: { title: 'Take the backslash away', safety: 'unsafe', edits: [{ span: at, replacement: '$!' }] },
  };
}
