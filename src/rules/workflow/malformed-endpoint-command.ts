import { type EndpointCommand, endpointCommands } from '../../analysis/endpoints/endpoint-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { dedent } from '../../base/dedent.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** A call of `pw endpoints` whose words do not stand as they must. */
export const malformedEndpointCommand = defineRule({
  meta: {
    id: 'malformed-endpoint-command',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '`pw endpoints run` has no "--" before its command, or no command; `pw endpoints http` has no port; or an option lacks its value.',
      why: '`pw` takes the options of the command for its own, or the next word for a value. It refuses the call, and the service never starts.',
      fix: 'Write `pw endpoints run --name NAME -- COMMAND`, or `pw endpoints http --name NAME PORT`.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" «python3» -m http.server {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run «--name» -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              python3 -m http.server 8080 > service.log 2>&1 &
              «setsid pw endpoints http --name "hello-$PW_RUN_SLUG" > endpoint.log 2>&1» &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --public «true» --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              options=--open
              setsid pw endpoints run --public=true -n "hello-$PW_RUN_SLUG" $options -- npm run dev -- --port {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              python3 -m http.server 8080 > service.log 2>&1 &
              setsid pw endpoints http 8080 --keep --name "hello-$PW_RUN_SLUG" > endpoint.log 2>&1 &
            `,
          }),
        ],
      },
    },
  },
  on: 'workflow',
  *check({ file }, context) {
    for (const call of context.ask(endpointCommands, file)) {
      if (call.verb === 'delete') continue;
      const valueless = call.read.options.find(
        ({ fact, value, isAttached }) => fact?.takesValue === true && value === undefined && !isAttached,
      );
      if (valueless !== undefined) {
        yield {
          message: `"${valueless.written}" has no value`,
          at: spanOf(call, valueless.word),
          help: `write ${valueless.written} ${(valueless.fact?.name ?? 'value').toUpperCase()}`,
        };
        continue;
      }
      for (const { fact, word, written } of call.read.options) {
        const value = literalOf(word)?.slice(written.length + 1) ?? '';
        if (fact?.takesValue !== false || !word.text.includes('=') || truth.test(value)) continue;
        yield {
          message: `"${written}" is true or false, not "${value}"`,
          at: spanOf(call, word),
          help: `write ${written} alone, or leave it out`,
        };
      }
      if (call.verb === 'run') yield* withoutSeparator(call);
      else if (call.verb !== 'serve') yield* withoutPort(call);
    }
  },
});

/** What the command line of `pw` takes for true or false; nothing where a shell puts it in. */
const truth = /^(?:|1|0|t|f|true|false|T|F|TRUE|FALSE|True|False)$/;

/** The command of `pw endpoints run` that does not stand behind "--", or that is not there. */
function* withoutSeparator(call: EndpointCommand): Generator<Finding> {
  const { separator, operands, options, mayHoldMore } = call.read;
  const [first, second] = operands;
  if (first === undefined) {
    if (options.length === 0 || options.some(({ fact }) => fact === undefined)) return;
    yield {
      message: '"pw endpoints run" has no command to run',
      at: call.at,
      help: 'write it behind the options: -- COMMAND',
    };
    return;
  }
  const text = literalOf(first) ?? programIn(first, call);
  if (separator !== undefined || mayHoldMore || text === undefined) return;
  const flag = options.at(-1);
  const isFlagValue = /^(?:true|false|yes|no|on|off|0|1)$/i.test(text) && flag?.fact?.takesValue === false;
  yield isFlagValue
    ? {
        message: `"${flag.written}" takes no value, and "${text}" is taken for the command`,
        at: spanOf(call, first),
        help: `leave "${text}" out`,
      }
    : {
        message: `the command "${text}" of "pw endpoints run" has no "--" before it`,
        at: spanOf(call, first),
        help:
          second?.text === '--'
            ? `a name is given by --name ${text}; the command stands behind the "--"`
            : 'write "--" between the options and the command, whose options pw takes for its own otherwise',
        fix:
          second?.text === '--'
            ? undefined
            : {
                title: 'Write "--" before the command',
                safety: 'safe',
                edits: [{ span: spanOf(call, first, 0), replacement: '-- ' }],
              },
      };
}

/** A word that is a program in a variable, and holds no option: the script gives it a value that is none. */
function programIn({ text }: Word, { script }: EndpointCommand): string | undefined {
  const [, name] = /^"?\$\{?(\w+)\}?(?:\/[\w./-]+)?"?$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const values = [...script.shell.text.matchAll(new RegExp(`(?<![\\w$])${name}\\+?=(["'(]*.?)`, 'g'))];
  return values.length > 0 && values.every(([, value = '']) => /^["']?[\w/.$]$/.test(value))
    ? text
    : undefined;
}

/** `pw endpoints http` without the port that it registers. */
function* withoutPort(call: EndpointCommand): Generator<Finding> {
  const { operands, options, mayHoldMore } = call.read;
  const [first] = operands;
  if (options.some(({ fact }) => fact === undefined) || mayHoldMore) return;
  if (first === undefined) {
    if (options.length === 0) return;
    yield {
      message: `"pw endpoints ${call.verb}" has no port`,
      at: call.at,
      help: 'write the port that the service listens on behind the options',
    };
    return;
  }
  const text = literalOf(first) ?? '';
  if (!/^\{\w+\}$/.test(text) && !(/^\d+$/.test(text) && (Number(text) < 1 || Number(text) > 65535))) return;
  yield {
    message: `"${text}" is no port for "pw endpoints ${call.verb}"`,
    at: spanOf(call, first),
    help: text.startsWith('{')
      ? `only "pw endpoints run" replaces ${text}: write the port that the service listens on`
      : 'a port is a number from 1 to 65535',
  };
}

const spanOf = ({ script }: EndpointCommand, { pos, end }: Word, length = end - pos): Span =>
  script.text.spanOf(pos, pos + length);
