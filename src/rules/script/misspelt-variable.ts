import { misspeltVariables } from '../../analysis/script/misspelt-variables.ts';
import { defineRule } from '../rule.ts';

export const misspeltVariable = defineRule({
  meta: {
    id: 'misspelt-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    what: 'A script reads a variable that nothing sets and whose name is almost that of one it sets.',
    why: 'The shell puts nothing in its place, and says nothing about it.',
    fix: 'Correct the name.',
    examples: {
      bad: [
        'port=$(pw agent open-port)\nservice_port=$port\nhostname > HOSTNAME\necho "«$service_prot»" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$service_port"\n',
      ],
      good: [
        'service_port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$service_port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "${service_prot:-$service_port}"\n',
      ],
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { name, near, at } of context.ask(misspeltVariables, script)) {
      yield {
        message: `nothing sets "${name}"`,
        at,
        help: `did you mean "${near}"?`,
        fix: { title: `Read ${near}`, safety: 'unsafe', edits: [{ span: at, replacement: `\${${near}}` }] },
      };
    }
  },
});
