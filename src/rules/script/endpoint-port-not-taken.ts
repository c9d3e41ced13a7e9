import {
  type EndpointCommand,
  endpointCommands,
  servedEnvironment,
  servedServer,
  servedTexts,
} from '../../analysis/endpoints/endpoint-commands.ts';
import { settingOf } from '../../analysis/shell/programs/known-servers.ts';
import { dedent } from '../../base/dedent.ts';
import type { Span } from '../../source/span.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** A service behind an endpoint that listens on a port of its own. */
export const endpointPortNotTaken = defineRule({
  meta: {
    id: 'endpoint-port-not-taken',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A command behind `pw endpoints run` listens on a port of its own.',
      why: '`pw` chooses the port and sends requests there; nothing listens on it, and the platform answers 503.',
      fix: 'Give the service `{port}`, which `pw` replaces; a service that has a port already is registered with `pw endpoints http PORT`.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server «8000» > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- «streamlit run app.py» > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- gunicorn app:app > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- node server.js > service.log 2>&1 &
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
      const found = ownPort(command);
      if (found === undefined) continue;
      yield {
        message: `the service listens on port ${found.port}, and not on the one that "pw endpoints run" chooses`,
        at: found.at,
        fault: `${command.script.path} ${command.at.start}`,
        help: 'write {port}, which "pw" replaces',
      };
    }
  },
});

function ownPort(command: EndpointCommand): { readonly port: string; readonly at: Span } | undefined {
  const { served, script } = command;
  const texts = servedTexts(command);
  // a shell, a script or a variable may do anything with the port
  if (texts.some((text) => text === undefined || /\{(?:port|host|path)\}|PORT|\.(?:sh|bash)$/.test(text)))
    return undefined;
  const words = texts.map((text) => text ?? '');
  const program = (words[0] ?? '').split('/').at(-1) ?? '';
  if (/^(?:bash|sh|env|srun|ssh|apptainer|singularity|docker|podman)$/.test(program)) return undefined;
  for (const [index, text] of words.entries()) {
    const before = words[index - 1] ?? '';
    const own = /^--?(?:[\w.]*\.)?port=(\d{2,5})$/i.exec(text)?.[1];
    const isOption = /^(?:--?(?:[\w.]*\.)?port|-p)$/i.test(before) && /^\d{2,5}$/.test(text);
    const isOperand =
      words[index - 1] !== undefined && words.includes('http.server') && /^\d{2,5}$/.test(text);
    const word = served[index];
    if (word === undefined || !(own !== undefined || isOption || (isOperand && !before.startsWith('-'))))
      continue;
    return { port: own ?? text, at: script.text.spanOf(word.pos, word.end) };
  }
  const server = servedServer(command);
  const [first, last] = [served[0], served.at(-1)];
  if (server === undefined || first === undefined || last === undefined) return undefined;
  const { port } = server.fact;
  if (settingOf(server, port, servedEnvironment, script.shell.text) !== 'unsaid') return undefined;
  return { port: String(port.default), at: script.text.spanOf(first.pos, last.end) };
}
