import { misspeltVariables } from '../../analysis/shell/misspelt-variables.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

export const misspeltVariable = defineRule({
  meta: {
    id: 'misspelt-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: () => ({
      what: 'A script reads a variable that nothing sets and whose name is almost that of one it sets, or of a field of the form in the `inputs.sh` that it sources.',
      why: 'The shell puts nothing in its place, and says nothing about it.',
      fix: 'Correct the name.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nservice_port=$port\nhostname > HOSTNAME\necho "«$service_prot»" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$service_port"\n',
          'service_port=$(pw agent open-port)\nhostname > HOSTNAME\necho "«${SERVICE_PORT}»" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$service_port"\n',
          withForm('echo "«${hello_mesage:-Hello}»"'),
        ],
        good: [
          'service_port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$service_port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "${service_prot:-$service_port}"\n',
          // a setting that is taken from the environment
          'service_port="$SERVICE_PORT"\nhostname > HOSTNAME\necho "$SERVICE_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$service_port"\n',
          withForm('echo "${hello_messages:-Hello}" "${hello_massage:-}" "${hello_message}"'),
          withForm('echo "${hello_messages:-}" "${hello_message_text:-}"'),
          withForm('export hello_mesage=x\necho "${hello_mesage:-Hello}"'),
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    for (const { name, near, at, guarded } of context.ask(misspeltVariables, script)) {
      yield {
        message: `nothing sets "${name}"`,
        at,
        help: `did you mean "${near}"?`,
        fix: guarded
          ? undefined
          : { title: `Read ${near}`, safety: 'unsafe', edits: [{ span: at, replacement: `\${${near}}` }] },
      };
    }
  },
});

function withForm(line: string) {
  return sessionExample({
    inputs:
      'resource:\n  type: compute-clusters\n  autoselect: true\nhello:\n  type: group\n  items:\n    message:\n      type: string\n      default: hello\n',
    files: {
      'workflows/hello/start.sh': `source inputs.sh\n${line}\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n`,
    },
  });
}
