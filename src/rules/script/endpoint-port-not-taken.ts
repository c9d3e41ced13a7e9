import {
  type EndpointCommand,
  endpointCommands,
  servedEnvironment,
  servedServer,
  servedTexts,
} from '../../analysis/endpoints/endpoint-commands.ts';
import { settingOf } from '../../analysis/shell/programs/known-servers.ts';
import { assignsVariable } from '../../analysis/shell/variable-texts.ts';
import { dedent } from '../../base/dedent.ts';
import type { Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
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
          endpointExample({
            start: dedent`
              model=small
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- apptainer exec app.sif serve "$model" --port «8000» > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              port=$(pw agent open-port)
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- app --port «"$port"» > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- bash -c «"cd site && python3 -m http.server 8000"» > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- docker run --rm -p «8080:80» nginx > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- bash -c "redis-server --port 6390 & exec node server.js" > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              port={port}
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- app --port "$port" > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- docker run -p "{port}:80" nginx > service.log 2>&1 &
            `,
          }),
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
  const { served, script, options } = command;
  const { text } = script.shell;
  const texts = servedTexts(command);
  // a word that takes the port, or a script, may do anything with it
  if (served.some((word) => mayTakePort(word, text)) || options.has('port')) return undefined;
  if (texts.some((word) => /\.(?:sh|bash)$/.test(word ?? ''))) return undefined;
  const isTaken = /\{port\}|\bPW_ENDPOINT_PORT\b/.test(text.replaceAll(/(?<=^|\s)#.*/gm, ''));
  if (isTaken && texts.includes(undefined)) return undefined;
  const program = (texts[0] ?? '').split('/').at(-1) ?? '';
  const said = portIn(program, texts, served, text);
  if (said !== undefined) return { port: said.port, at: script.text.spanOf(said.word.pos, said.word.end) };
  if (texts.includes(undefined) || runners.test(program)) return undefined;
  const server = servedServer(command);
  const [first, last] = [served[0], served.at(-1)];
  if (server === undefined || first === undefined || last === undefined) return undefined;
  const { port } = server.fact;
  if (settingOf(server, port, servedEnvironment, text) !== 'unsaid') return undefined;
  return { port: String(port.default), at: script.text.spanOf(first.pos, last.end) };
}

/** Programs that run another one, whose port is not known where no word says it. */
const runners = /^(?:bash|sh|env|srun|ssh|apptainer|singularity|docker|podman)$/;

/** Whether a word has the port from `pw`: in braces, or by a variable that the script does not set itself. */
function mayTakePort({ text }: Word, script: string): boolean {
  if (/\{\w*port\w*\}/i.test(text.replaceAll(/\$\{\w+\}/g, ''))) return true;
  return /PORT/.test(text) && !(/^"?\$\{?PORT\}?"?$/.test(text) && assignsVariable(script, 'PORT'));
}

/** The port that the words of a command say, and the word that says it. */
function portIn(
  program: string,
  texts: readonly (string | undefined)[],
  served: readonly Word[],
  script: string,
): { readonly port: string; readonly word: Word } | undefined {
  if (program === 'ssh') return undefined;
  if (/^(?:bash|sh)$/.test(program)) {
    const [word, inner] = /^-[a-z]*c$/.test(texts[1] ?? '') ? [served[2], onlyService(texts[2] ?? '')] : [];
    if (word === undefined || inner === undefined) return undefined;
    const words = inner.split(/\s+/);
    const ports = words.map((one, index) => saidPort(words, index, one, script));
    const port = ports.find((one) => one !== undefined);
    return port === undefined ? undefined : { port, word };
  }
  const isContainer = /^(?:docker|podman)$/.test(program);
  for (const [index, word] of served.entries()) {
    const port = isContainer
      ? publishedPort(texts[index - 1] ?? '', texts[index] ?? '')
      : saidPort(texts, index, word.text, script);
    if (port !== undefined) return { port, word };
  }
  return undefined;
}

/** The last command of a line for `bash -c`, when the ones before it only prepare it. */
function onlyService(line: string): string | undefined {
  const commands = line.split(/&&|;/).map((command) => command.trim());
  if (/[|&]/.test(commands.join(' '))) return undefined;
  const prepares = commands
    .slice(0, -1)
    .every((command) => /^(?:cd|export|source|\.|mkdir|set)\s/.test(command));
  return prepares ? commands.at(-1)?.replace(/^exec\s+/, '') : undefined;
}

/** The port that a word, as it is written, or the option before it says: a number, or a variable that the script sets. */
function saidPort(
  texts: readonly (string | undefined)[],
  index: number,
  written: string,
  script: string,
): string | undefined {
  const before = texts[index - 1] ?? '';
  const own = /^--?(?:[\w.]*\.)?port=(.*)$/i.exec(texts[index] ?? written)?.[1];
  const isValue = /^(?:--?(?:[\w.]*\.)?port|-p)$/i.test(before);
  const isOperand = index > 0 && texts.includes('http.server') && !before.startsWith('-');
  if (own === undefined && !isValue && !isOperand) return undefined;
  const said = own ?? texts[index] ?? written;
  if (/^\d{2,5}$/.test(said)) return said;
  const [, name] = /^"?\$\{?(\w+)\}?"?$/.exec(said) ?? [];
  return name !== undefined && /port/i.test(name) && assignsVariable(script, name) ? `$${name}` : undefined;
}

/** The port of the host in `-p 8080:80`. */
function publishedPort(before: string, text: string): string | undefined {
  const own = /^(?:--publish|-p)=?(\d.*)$/.exec(text)?.[1];
  const said = own ?? (/^(?:--publish|-p)$/.test(before) ? text : '');
  return /^(?:[\d.]+:)?(\d{2,5}):\d{2,5}$/.exec(said)?.[1];
}
