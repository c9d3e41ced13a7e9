import { misspeltVariables } from '../../analysis/shell/misspelt-variables.ts';
import { dedent } from '../../base/dedent.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A variable that nothing sets and that resembles one that is set. */
export const misspeltVariable = defineRule({
  meta: {
    id: 'misspelt-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A script reads a variable that nothing sets and whose name is almost that of one it sets, or of a field of the form in the `inputs.sh` that it sources.',
      why: 'The shell puts nothing in its place, and says nothing about it.',
      fix: 'Correct the name.',
      examples: {
        bad: [
          startExample({
            hostname: dedent`
              service_port=$port
              hostname > HOSTNAME
            `,
            announce: 'echo "«$service_prot»" > SESSION_PORT',
            service: 'exec python3 -m http.server "$service_port"',
          }),
          startExample({
            port: 'service_port=$(pw agent open-port)',
            announce: 'echo "«${SERVICE_PORT}»" > SESSION_PORT',
            service: 'exec python3 -m http.server "$service_port"',
          }),
          withForm('echo "«${hello_mesage:-Hello}»"'),
        ],
        good: [
          startExample({
            port: 'service_port=$(pw agent open-port)',
            announce: 'echo "$service_port" > SESSION_PORT',
            service: 'exec python3 -m http.server "${service_prot:-$service_port}"',
          }),
          // a setting that is taken from the environment
          startExample({
            port: 'service_port="$SERVICE_PORT"',
            announce: 'echo "$SERVICE_PORT" > SESSION_PORT',
            service: 'exec python3 -m http.server "$service_port"',
          }),
          withForm('echo "${hello_messages:-Hello}" "${hello_massage:-}" "${hello_message}"'),
          withForm('echo "${hello_messages:-}" "${hello_message_text:-}"'),
          withForm(dedent`
            export hello_mesage=x
            echo "\${hello_mesage:-Hello}"
          `),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { name, near, at, guarded } of context.ask(misspeltVariables, script)) {
      yield {
        message: `nothing sets "${name}"`,
        at,
        ...didYouMean(guarded ? undefined : at, near, { write: (name) => `\${${name}}` }),
      };
    }
  },
});

function withForm(line: string) {
  return sessionExample({
    inputs: dedent`
      hello:
        type: group
        items:
          message:
            type: string
            default: hello
    `,
    start: { before: `source inputs.sh\n${line}` },
  });
}
