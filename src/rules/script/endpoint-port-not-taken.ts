import {
  type EndpointCommand,
  endpointCommands,
  servedTexts,
} from '../../analysis/endpoints/endpoint-commands.ts';
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
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- «uvicorn app:app» > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
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

/** The ports that servers take which are given none. */
const usual: readonly { readonly program: RegExp; readonly port: number; readonly option: RegExp }[] = [
  { program: /^(?:uvicorn|vllm)$/, port: 8000, option: /^--port/ },
  { program: /^jupyter(?:-lab|-notebook)?$/, port: 8888, option: /port/i },
  { program: /^tensorboard$/, port: 6006, option: /^--port/ },
  { program: /^streamlit$/, port: 8501, option: /port/i },
];

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
  const isPython = /^python[\d.]*$/.test(program) && words[1] === '-m' && words[2] === 'http.server';
  const server = isPython ? { port: 8000, option: /^\d+$/ } : usual.find((one) => one.program.test(program));
  const [first, last] = [served[0], served.at(-1)];
  if (server === undefined || first === undefined || last === undefined) return undefined;
  if (words.slice(1).some((text) => server.option.test(text))) return undefined;
  return { port: String(server.port), at: script.text.spanOf(first.pos, last.end) };
}
