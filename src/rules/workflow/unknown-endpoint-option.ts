import { type EndpointCommand, endpointCommands } from '../../analysis/endpoints/endpoint-commands.ts';
import type { EndpointOption } from '../../analysis/endpoints/endpoint-words.ts';
import { dedent } from '../../base/dedent.ts';
import { isSlip } from '../../base/one-edit.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import {
  endpointOptions,
  endpointPortOptions,
  expectedEndpointOptions,
} from '../../facts/tables/endpoint-options.ts';
import type { Span } from '../../source/span.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** An option that `pw endpoints` does not have. */
export const unknownEndpointOption = defineRule({
  meta: {
    id: 'unknown-endpoint-option',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '`pw endpoints run`, `http`, `https` or `serve` is given an option that it does not have.',
      why: '`pw` refuses it and ends: the service never starts.',
      fix: 'Use an option of `pw endpoints run --help`. The port is no option: `run` chooses it and puts it in the place of `{port}`.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              setsid pw endpoints run «--nmae» "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" «--port» 8080 -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run «-name» "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --open -o text --public --name="hello-$PW_RUN_SLUG" -- node server.js --nmae x > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              if pw endpoints run --help | grep -q -- --openai; then more=--openai; fi
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" $more -- node server.js > service.log 2>&1 &
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
      for (const option of call.read.options) {
        if (option.fact !== undefined || !/^--?[\w-]+$/.test(option.written)) continue;
        const { pos } = option.word;
        yield refused(option, call, call.script.text.spanOf(pos, pos + option.written.length));
      }
    }
  },
});

function refused({ written }: EndpointOption, { verb }: EndpointCommand, at: Span): Finding {
  const name = written.replace(/^-+/, '');
  const message = `"pw endpoints ${verb}" has no option "${written}"`;
  const near = meantBy(name);
  if (near !== undefined) return { message, at, ...didYouMean(at, `--${near}`) };
  if (endpointPortOptions.has(name)) {
    const help =
      verb === 'run' || verb === 'serve'
        ? 'leave it out: the port is chosen by pw, and {port} in the command stands for it'
        : `write the port behind the options: pw endpoints ${verb} PORT`;
    return { severity: 'warning', message, at, help };
  }
  // there may be more in another version
  return {
    severity: 'note',
    message: `"${written}" is no documented option of "pw endpoints ${verb}"`,
    at,
    help: 'see "pw endpoints run --help"; options of the command stand behind the "--"',
  };
}

function meantBy(name: string): string | undefined {
  const letters = (word: string): string => word.toLowerCase().replace(/[-_]/g, '');
  const found = endpointOptions.find(
    (option) => letters(option.name) === letters(name) || isSlip(name, option.name),
  );
  return (
    found?.name ?? (Object.hasOwn(expectedEndpointOptions, name) ? expectedEndpointOptions[name] : undefined)
  );
}
