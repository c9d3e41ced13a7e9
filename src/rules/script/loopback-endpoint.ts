import {
  type EndpointCommand,
  endpointCommands,
  servedEnvironment,
  servedServer,
  servedTexts,
} from '../../analysis/endpoints/endpoint-commands.ts';
import { settingOf } from '../../analysis/shell/programs/known-servers.ts';
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
      what: 'A command behind `pw endpoints run` listens on the loopback address only, by an option or because it does so unless it is told otherwise.',
      why: 'Where the requests come from another host than the one that the command runs on, they are refused.',
      fix: 'Let it listen on all addresses (0.0.0.0); the endpoint asks for a key before it lets anybody through.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server --bind «127.0.0.1» {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- «uvicorn app:app --port {port}» > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              cat > serve.sh <<'SCRIPT'
              #!/bin/bash
              pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server --bind «localhost» {port}
              SCRIPT
              setsid bash serve.sh > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- uvicorn app:app --host 0.0.0.0 --port {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- mlflow ui --port {port} "$@" > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server --bind "$(hostname)" {port} > service.log 2>&1 &
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
      const server = loopbackServer(command);
      const [first, last] = [command.served[0], command.served.at(-1)];
      if (server !== undefined && first !== undefined && last !== undefined) {
        yield {
          severity: 'note',
          message: `"${server}" listens on its own machine only unless it is told otherwise, where no other host reaches it`,
          at: command.script.text.spanOf(first.pos, last.end),
          fault: `${command.script.path} ${command.at.start}`,
          help: 'where requests come from another host, let it listen on 0.0.0.0',
        };
        continue;
      }
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
          help: 'let it listen on 0.0.0.0',
        };
      }
    }
  },
});

/** The server that listens on the loopback address because nothing tells it otherwise. */
function loopbackServer(command: EndpointCommand): string | undefined {
  const server = servedServer(command);
  if (server?.fact.address.default !== 'loopback') return undefined;
  const { address } = server.fact;
  if (address.options.length === 0 && address.environment === undefined) return undefined;
  const said = settingOf(server, address, servedEnvironment, command.script.shell.text);
  return said === 'unsaid' ? server.name : undefined;
}

const option = /^--?(?:[\w.]*\.)?(?:host|ip|bind|bind-addr|bind-address|address|listen|b|H)$/;
const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)(?::.*)?$/;
