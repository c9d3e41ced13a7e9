import { type Reference, referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { contexts } from '../../facts/tables/contexts.ts';
import { formExample, stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const names: readonly string[] = contexts.map((context) => context.name);

/** Contexts of other systems, and what to do instead. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['secrets', 'read a variable of the user as var.NAME or one of the organization as org.NAME'],
  ['vars', 'read a variable of the user as var.NAME or one of the organization as org.NAME'],
  ['github', 'the platform has none; scripts find PW_RUN_SLUG, PW_USER and the like in their environment'],
  ['runner', 'the platform has none; scripts find what they need in their environment'],
  ['job', 'read outputs as needs.JOB.outputs.KEY, the job at hand included'],
  ['jobs', 'read outputs as needs.JOB.outputs.KEY, the job at hand included'],
  ['strategy', 'read the values of the combination as matrix.NAME'],
  ['outputs', 'read outputs as needs.JOB.outputs.KEY, the job at hand included'],
]);

/** A path that begins with no context of the language. */
export const unknownContext = defineRule({
  meta: {
    id: 'unknown-context',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An expression reads from a context that the language does not have.',
      why: 'The value is empty, or the text of the path itself stands where its value should.',
      fix: 'Read from `inputs`, `needs`, `steps`, `matrix`, `sessions`, `env`, `org` or `var`.',
      examples: {
        bad: [
          stepsExample`
            - if: \${{ «input».mode == fast }}
            - if: \${{ inputs.mode == slow }}
          `,
          stepsExample`- if: \${{ «secrets».LICENSE == '' }}`,
        ],
        good: [
          stepsExample`- if: \${{ org.LICENSE == '' && inputs.version != v1.2 }}`,
          formExample`
            license:
              type: dropdown
              label: The server, as \${{ secrets.LICENSE }}
              description: "\${{ github.actor }} and \${{ a b }}, \${{ needs.x.outputs.y }} or \${{ }}"
              tooltip: In scripts \${{ inputs.mode }}, elsewhere \${{ matrix.os }} \${{
              default: a
              options:
                - value: a
                  label: Written \${{ vars.A }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const { root } = reference;
      if (root === '' || names.includes(root)) continue;
      const help = foreign.get(root);
      const near = help === undefined ? nearest(reference) : undefined;
      // Words with dots are text in comparisons: `inputs.version != v1.2`.
      if (help === undefined && near === undefined && (reference.role !== 'value' || !isPath(reference)))
        continue;
      const at = spanIn(site, reference.path.rootRange);
      yield {
        message: `there is no context "${root}"`,
        at,
        ...didYouMean(at, near, { otherwise: help ?? `the contexts are ${names.slice(0, -1).join(', ')}` }),
      };
    }
  },
});

/** A context that is spelt almost so; short names are near to everything, so only long ones count. */
function nearest({ root, role }: Reference): string | undefined {
  if (role === 'key') return undefined;
  return suggest(
    root,
    names.filter((name) => name.length > 3),
  );
}

/** Whether the path has names behind the root that could be keys; `v1.2` has a number. */
function isPath({ segments }: Reference): boolean {
  return segments.length > 0 && segments.every((segment) => segment.kind === 'name');
}
