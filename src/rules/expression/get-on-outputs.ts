import { type Reference, referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { dedent } from '../../base/dedent.ts';
import type { Fix } from '../../diagnostics/finding.ts';
import { defineRule } from '../rule.ts';

/** `get` on the outputs of a job. */
export const getOnOutputs = defineRule({
  meta: {
    id: 'get-on-outputs',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: '`get` takes a key out of all outputs of a job.',
      why: 'The outputs are taken as one text, so `get` gives a single character of it or nothing.',
      fix: 'Write the name of the output: `needs.JOB.outputs.KEY`.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ needs.ports.outputs «get» PORT == 1 }}
                    run: date
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const { path, segments } = reference;
      const last = path.parts.at(-1);
      const key = segments[path.parts.length];
      if (
        (path.root !== 'needs' && path.root !== 'steps') ||
        last?.kind !== 'name' ||
        last.name !== 'outputs'
      )
        continue;
      if (key === undefined) continue;
      const between = writtenIn(site, { start: path.end, end: key.start });
      const offset = between.indexOf('get');
      if (offset === -1) continue;
      const start = path.end + offset;
      yield {
        message: `"get" sees the outputs as one text and gives a character of it, not an output`,
        at: spanIn(site, { start, end: start + 'get'.length }),
        help:
          key.kind === 'name'
            ? `write ${writtenIn(site, path)}.${key.name}`
            : 'outputs cannot be chosen by a computed name',
        fix: fixFor(reference, path.end, key),
      };
    }
  },
});

function fixFor({ site }: Reference, from: number, key: Reference['segments'][number]): Fix | undefined {
  if (key.kind !== 'name') return undefined;
  const span = spanIn(site, { start: from, end: key.end });
  return {
    title: `Read ${key.name} by its name`,
    safety: 'safe',
    edits: [{ span, replacement: `.${key.name}` }],
  };
}
