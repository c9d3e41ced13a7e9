import { endpointCommands, servedTexts } from '../../analysis/endpoints/endpoint-commands.ts';
import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** A service behind an endpoint that only its own machine reaches. */
export const loopbackEndpoint = defineRule({
  meta: {
    id: 'loopback-endpoint',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A command behind `pw endpoints run` listens on the loopback address only.',
      why: 'Where the requests come from another host than the one that the command runs on, they are refused.',
      fix: 'Let it listen on all addresses (0.0.0.0) or on `{host}`; the endpoint asks for a key before it lets anybody through.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server --bind «127.0.0.1» {port} > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server --bind {host} {port} > service.log 2>&1 &
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
      const texts = servedTexts(command);
      for (const [index, text] of texts.entries()) {
        const own = /^--?(?:[\w.]*\.)?(?:host|ip|bind|bind-addr|bind-address|address|listen)=(.*)$/.exec(
          text ?? '',
        )?.[1];
        const isValue = option.test(texts[index - 1] ?? '');
        const word = command.served[index];
        if (word === undefined || !loopback.test(own ?? (isValue ? (text ?? '') : ''))) continue;
        yield {
          message: `the service listens on ${own ?? text} only, where no other host reaches it`,
          at: command.script.text.spanOf(word.pos, word.end),
          fault: `${command.script.path} ${command.at.start}`,
          help: 'let it listen on 0.0.0.0 or on {host}',
        };
      }
    }
  },
});

const option = /^--?(?:[\w.]*\.)?(?:host|ip|bind|bind-addr|bind-address|address|listen|b|H)$/;
const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)(?::.*)?$/;
