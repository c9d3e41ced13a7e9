import { endpointCommands } from '../../analysis/endpoints/endpoint-commands.ts';
import { dedent } from '../../base/dedent.ts';
import { isOneEdit } from '../../base/one-edit.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { endpointTokens } from '../../facts/tables/endpoint-options.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** A `{port}` in a spelling that `pw endpoints run` does not replace. */
export const misspeltEndpointToken = defineRule({
  meta: {
    id: 'misspelt-endpoint-token',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A command behind `pw endpoints run` has nearly, but not quite, what `pw` replaces: `{port}`, `{host}` or `{path}`.',
      why: 'It is handed on as it is written, and the service gets a word in braces for its port.',
      fix: 'Write `{port}`, in lower case and in single braces.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server «{PORT}» > service.log 2>&1 &
            `,
          }),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- gunicorn --bind "0.0.0.0:«{{port}}»" app:app > service.log 2>&1 &
            `,
          }),
        ],
        good: [
          endpointExample(),
          endpointExample({
            start: dedent`
              setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- app --port={port} --format '{{.Ports}}' --log {time} > service.log 2>&1 &
            `,
          }),
        ],
      },
    },
  },
  on: 'workflow',
  *check({ file }, context) {
    for (const { script, verb, served } of context.ask(endpointCommands, file)) {
      if (verb !== 'run') continue;
      for (const word of served) {
        // a program, or a template of another one, has blanks and quotes in it
        const found = /^["']?[\w.:/=@,-]*?(\{+([\w-]+)\}+)[\w./:?=&-]*["']?$/.exec(word.text);
        const [, written = '', name = ''] = found ?? [];
        const meant = meantBy(name);
        if (meant === undefined || written === `{${meant}}`) continue;
        const start = word.pos + word.text.indexOf(written);
        const at = script.text.spanOf(start, start + written.length);
        yield {
          message: `"pw endpoints run" does not replace "${written}"`,
          at,
          ...didYouMean(at, `{${meant}}`),
        };
      }
    }
  },
});

function meantBy(name: string): string | undefined {
  const word = name.toLowerCase().replace(/^(?:pw[_-])?(?:endpoint|service)[_-]/, '');
  const near = endpointTokens.filter((token) => token === word || isOneEdit(token, word));
  return endpointTokens.find((token) => token === word) ?? (near.length === 1 ? near[0] : undefined);
}
