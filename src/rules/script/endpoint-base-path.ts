import {
  type EndpointCommand,
  endpointCommands,
  servedTexts,
} from '../../analysis/endpoints/endpoint-commands.ts';
import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** A service and its endpoint that disagree on the path that it is served below. */
export const endpointBasePath = defineRule({
  meta: {
    id: 'endpoint-base-path',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'An endpoint is served below a path that its service does not know, or the service expects a path that the endpoint does not have.',
      why: 'With --no-subdomain requests arrive with the whole path, with --strip-path without it, and otherwise at the root: the service answers 404 for everything.',
      fix: 'Give the service `{path}` beside --no-subdomain, or add --strip-path; leave the base path out where the endpoint has a sub-domain.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" «--no-subdomain» -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- app --port {port} --base-url «/me/session/me/hello/» > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" --no-subdomain --strip-path -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" --no-subdomain -- app --port {port} --base-url {path} > service.log 2>&1 &
            `,
          }),
        ],
      },
    },
  },
  on: 'workflow',
  *check({ file }, context) {
    for (const command of context.ask(endpointCommands, file)) {
      if (command.verb !== 'run') continue;
      const { script, options } = command;
      const texts = servedTexts(command);
      const isBelow = options.has('no-subdomain');
      const at = texts.findIndex((text) => /\/me\/session\//.test(text ?? ''));
      const written = command.served[at];
      if (!isBelow && written !== undefined) {
        yield {
          message: 'the service expects a base path, and its endpoint is served at the root of a sub-domain',
          at: script.text.spanOf(written.pos, written.end),
          help: 'add --no-subdomain, or leave the base path out',
        };
      }
      if (isBelow && !options.has('strip-path') && servesRoot(texts)) {
        const option = optionWord(command);
        yield {
          message: 'the service knows no base path, and its endpoint hands on the whole path',
          at: option === undefined ? command.at : script.text.spanOf(option.pos, option.end),
          help: 'add --strip-path',
        };
      }
    }
  },
});

/** Whether a command serves a folder as it is, whatever the path is called. */
const servesRoot = (texts: readonly (string | undefined)[]): boolean =>
  /^(?:.*\/)?python[\d.]*$/.test(texts[0] ?? '') &&
  texts.includes('http.server') &&
  !texts.includes('{path}');

const optionWord = ({ command }: EndpointCommand) =>
  command.words.find((word) => word.text.startsWith('--no-subdomain'));
