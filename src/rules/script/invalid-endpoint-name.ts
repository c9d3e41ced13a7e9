import { endpointCommands, nameText } from '../../analysis/endpoints/endpoint-commands.ts';
import { writtenOf } from '../../analysis/endpoints/endpoint-names.ts';
import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** A name that the platform takes for no endpoint. */
export const invalidEndpointName = defineRule({
  meta: {
    id: 'invalid-endpoint-name',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The name of an endpoint has other characters than lower case letters, digits and hyphens.',
      why: 'The name is part of an address: `pw` refuses it, and the service never starts.',
      fix: 'Use lower case letters, digits and hyphens only.',
      examples: {
        bad: [
          endpointExample({
            awaited: 'my_notes',
            start: dedent`
              setsid pw endpoints run --name «"my_notes-$PW_RUN_SLUG"» -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
        ],
        good: [endpointExample()],
      },
    },
  },
  on: 'workflow',
  *check({ file }, context) {
    for (const command of context.ask(endpointCommands, file)) {
      const { name, script, verb } = command;
      const text = nameText(command);
      if (name === undefined || text === undefined || verb === 'delete') continue;
      const wrong = /[^a-z0-9-]/.exec(writtenOf(text))?.[0];
      if (wrong === undefined) continue;
      yield {
        message: `the name of an endpoint cannot have "${wrong}", expected lower case letters, digits and hyphens`,
        at: script.text.spanOf(name.pos, name.end),
        fault: `${script.path} ${text}`,
        help: `rename it, and what waits for it, to ${text.toLowerCase().replaceAll(/[^a-z0-9${}_-]/g, '-')}`,
      };
    }
  },
});
