import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { assignsVariable } from '../../analysis/shell/variable-texts.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** The port of an endpoint as a variable that the shell expands too early. */
export const shellPortInEndpoint = defineRule({
  meta: {
    id: 'shell-port-in-endpoint',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A command behind `pw endpoints run` names the port as a shell variable.',
      why: 'The port is chosen by `pw` when it starts the command: the shell has put nothing in its place long before.',
      fix: 'Write `{port}`, which `pw` replaces.',
      examples: {
        bad: ['pw endpoints run --name "demo-$PW_RUN_SLUG" -- python3 -m http.server «$port»'],
        good: [
          'pw endpoints run --name "demo-$PW_RUN_SLUG" -- python3 -m http.server {port}',
          startExample({
            hostname:
              'port={port}\npw endpoints run --name "demo-$PW_RUN_SLUG" -- python3 -m http.server "$port"',
            announce: '',
            started: '',
            service: '',
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const { text } = script.shell;
    for (const { variable, command, start, end } of context.ask(shellOccurrences, script)) {
      if (
        variable === undefined ||
        command?.program !== 'pw' ||
        !/^(port|PORT|PW_ENDPOINT_PORT)$/.test(variable)
      )
        continue;
      const words = command.words.map((word) => word.text);
      const dashes = command.words.find((word) => word.text === '--');
      if (!words.includes('endpoints') || !words.includes('run') || dashes === undefined) continue;
      if (start < dashes.pos || words.some((word) => word.includes('{port}') && !word.includes('${port}')))
        continue;
      if (assignsVariable(text, variable)) continue;
      yield {
        message: `the shell replaces "$${variable}" before \`pw endpoints run\` has chosen a port`,
        at: script.text.spanOf(start, end),
        help: 'write `{port}`, which `pw` replaces',
        fix: {
          title: 'Write {port}',
          safety: 'unsafe',
          edits: [{ span: script.text.spanOf(start, end), replacement: '{port}' }],
        },
      };
    }
  },
});
