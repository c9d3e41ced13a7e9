import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { dedent } from '../../base/dedent.ts';
import type { Script } from '../../model/script.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** What bash cannot parse. */
export const shellSyntax = defineRule({
  meta: {
    id: 'shell-syntax',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A script that bash cannot read: a quote, a bracket, a keyword or a here-document without its other half.',
      why: 'Bash stops at the fault: the commands after it never run, and the step or the session fails.',
      fix: 'Close what is open, or remove what closes nothing.',
      examples: {
        bad: [
          startExample({
            before: dedent`
              announce() «{»
                hostname > HOSTNAME
                echo "$port" > SESSION_PORT
                touch job.started
            `,
            hostname: 'announce',
            announce: '',
            started: '',
          }),
          startExample({
            before: dedent`
              if true; then
                cat > index.html <<EOF
              <h1>Hello</h1>
              «  EOF»
              fi
            `,
          }),
          dedent`
            port=$(pw agent open-port)
            «if» [ -z "$port" ]; then
              exit 1
            echo "$port" > SESSION_PORT
          `,
          startExample({
            service: dedent`
              cat > index.html <<EOF
              <h1>Hello</h1>
              «  EOF»
              exec python3 -m http.server "$port"
            `,
          }),
          startExample({ port: '', announce: 'echo «"»$port > SESSION_PORT', service: '' }),
        ],
        good: [
          startExample({
            before: dedent`
              indent=$1
              echo "#!/bin/bash" > job.sh
              echo "\${indent}if [ -z \\"\\$id\\" ]; then" >> job.sh
              echo "\${indent}  exit 1" >> job.sh
              echo "\${indent}fi" >> job.sh
            `,
          }),
          startExample({
            before: dedent`
              beginning=$(cat beginning.txt)
              cat > job.sh <<JOB
              $beginning
                hostname
              fi
              JOB
            `,
          }),
          `${startExample({ service: '' })}exec python3 -m http.server "$port" <<EOF\nhello\nEOF   \n\n`,
          startExample({
            hostname: dedent`
              if [ -z "$port" ]; then
                exit 1
              fi
              hostname > HOSTNAME
            `,
            service: 'exec python3 -m http.server "$port" > service.out 2>&1',
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!mayOpenCommands(script)) yield* context.ask(parsedScript, script).faults;
  },
});

/**
 * Whether a value that a written script is filled with may hold the `if` or the brace whose other half is there: a line of
 * its own, or what stands right before a word, as indentation does.
 */
function mayOpenCommands({ filled, shell: { text } }: Script): boolean {
  return (filled ?? []).some(
    ({ start, end }) =>
      /(^|[\n;&|({])[ \t]*$/.test(text.slice(0, start)) && /^(\w|[ \t]*(\n|$))/.test(text.slice(end)),
  );
}
