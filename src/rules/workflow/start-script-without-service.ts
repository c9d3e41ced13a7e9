import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

// Programs that end at once and serve nobody. A script of these alone starts no service, whatever their arguments.
const passing: ReadonlySet<string> = new Set(
  (
    'echo printf cat cd pwd hostname uname whoami id date touch mkdir rm rmdir cp mv ln chmod chown ls grep egrep sed awk ' +
    'cut tr sort uniq head wc tee basename dirname readlink realpath export unset local readonly declare set shopt ' +
    'umask ulimit true false test [ : exit return trap module sleep seq which type command mktemp df du free nproc'
  ).split(' '),
);

/** The script writes the coordination files, but there is nothing to coordinate. */
export const startScriptWithoutService = defineRule({
  meta: {
    id: 'start-script-without-service',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: '`start.sh` starts nothing that could answer.',
      why: 'The waiting job sees the marker files and then waits for an answer that never comes.',
      fix: 'Start the service at the end of the script, as in `exec python3 -m http.server "${port}"`.',
      examples: {
        bad: [
          sessionExample({
            start: { before: 'set -e', started: '«touch job.started»', service: '' },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const script = context.ask(sessionPattern, file)?.startScript;
    if (script === undefined || context.ask(parsedScript, script).faults.length > 0) return;
    const { commands } = context.ask(shellCommands, script);
    // Functions hide what they do from this look, and so does a script that is not read to its end.
    if (commands.length === 0 || /^[ \t]*(function\s|[\w-]+\s*\(\))/m.test(script.shell.text)) return;
    const idle = commands.every(({ node, program, captured }) => {
      if (node.name === undefined || captured) return true;
      return program !== undefined && passing.has(program);
    });
    const last = commands.at(-1);
    if (!idle || last === undefined || !/SESSION_PORT/.test(script.shell.text)) return;
    yield {
      message: `"${script.path}" starts no service: it ends here`,
      at: script.text.spanOf(last.node.pos, last.node.end),
      help: 'start the service here, and keep the script alive as long as it runs, for instance with "exec"',
    };
  },
});
