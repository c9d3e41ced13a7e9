import { endpointCommands, nameText } from '../../analysis/endpoints/endpoint-commands.ts';
import { namePattern } from '../../analysis/endpoints/endpoint-names.ts';
import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** An endpoint that has the same name in every run. */
export const fixedEndpointName = defineRule({
  meta: {
    id: 'fixed-endpoint-name',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'An endpoint has the same name in every run.',
      why: 'Its service outlives the run: the next run meets the name taken, or waits for the service of the one before.',
      fix: 'Put the run into the name, as in `notes-${PW_RUN_SLUG}`. A name that is meant to stay has a --subdomain.',
      examples: {
        bad: [
          endpointExample({
            awaited: 'hello',
            start: dedent`
              setsid pw endpoints run --name «hello» -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            awaited: 'hello',
            start: dedent`
              setsid pw endpoints run --name hello --subdomain hello -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
        ],
      },
    },
  },
  on: 'workflow',
  *check({ file }, context) {
    for (const command of context.ask(endpointCommands, file)) {
      const { name, script, verb, options } = command;
      const text = nameText(command);
      if (name === undefined || text === undefined || verb === 'delete' || options.has('subdomain')) continue;
      if (!namePattern(text).isWhole || text === '' || text.includes('<slug>')) continue;
      if (/\$\{?PW_(?:RUN_SLUG|JOB_ID)/.test(text)) continue;
      // a template that is filled in later
      if (/__|@|[<>%]/.test(text)) continue;
      yield {
        message: `the endpoint "${text}" has the same name in every run`,
        at: script.text.spanOf(name.pos, name.end),
        fault: `${script.path} ${text}`,
        help: `name it ${text}-\${PW_RUN_SLUG}, or pin it with --subdomain`,
      };
    }
  },
});
