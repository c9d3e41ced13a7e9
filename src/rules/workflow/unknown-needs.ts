import { type Reference, referencesOf, spanIn } from '../../analysis/expressions/references.ts';
import { jobGraph, matrixJobOf, needsAreKnown } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Job } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { defineRule } from '../rule.ts';

/** A job that is needed or read and does not exist. */
export const unknownNeeds = defineRule({
  meta: {
    id: 'unknown-needs',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A job needs another, or reads its outputs, that the workflow does not have.',
      why: 'The platform refuses the workflow before anything runs.',
      fix: 'Write the name of the job as it stands under `jobs`.',
      examples: {
        bad: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              deploy:
                needs: [«biuld»]
                steps:
                  - run: make install
          `,
          dedent`
            jobs:
              build:
                steps:
                  - run: echo "OK=1" >> $OUTPUTS
              deploy:
                needs: [build]
                steps:
                  - if: \${{ needs.build.outputs.OK == 1 && needs.«test».outputs.OK == 1 }}
                    run: make install
          `,
        ],
        good: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              deploy:
                needs: [build]
                steps:
                  - run: make install
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const { byName } = context.ask(jobGraph, workflow);
    const names = [...byName.keys()];
    // a job whose name has capitals is told by another rule
    const lowered = new Set(names.map((name) => name.toLowerCase()));
    const isKnown = (name: string) =>
      byName.has(name) || lowered.has(name) || matrixJobOf(name, byName) !== undefined;
    for (const job of workflow.jobs) {
      for (const need of job.needs) {
        if (isKnown(need.value)) continue;
        const others = names.length > mostSuggested ? names : names.filter((name) => name !== job.id.value);
        yield finding(`job "${job.id.value}" needs "${need.value}"`, need.value, need.span, others);
      }
    }
    for (const reference of context.ask(referencesOf, workflow)) {
      const job = jobRead(reference);
      if (job === undefined || isKnown(job.name) || isListed(reference, job.name)) continue;
      yield finding(`an expression reads "needs.${job.name}"`, job.name, job.span, names);
    }
  },
});

/** Among more jobs than this no misspelling is looked for, which takes time for every single name. */
const mostSuggested = 1000;

function finding(says: string, name: string, at: Span, known: readonly string[]): Finding {
  const near = known.length > mostSuggested ? undefined : suggest(name, known);
  return {
    message: `${says}, but there is no job of this name`,
    at,
    fault: name,
    ...didYouMean(at, near, { otherwise: jobsThere(known) }),
  };
}

function jobsThere(known: readonly string[]): string {
  if (known.length === 0) return 'the workflow has no other job';
  return `the jobs are ${known.slice(0, 6).join(', ')}${known.length > 6 ? ', …' : ''}`;
}

function jobRead(reference: Reference): { readonly name: string; readonly span: Span } | undefined {
  const [segment] = reference.segments;
  const { kind } = reference.site.place;
  if (reference.root !== 'needs' || segment?.kind !== 'name' || (kind !== 'job' && kind !== 'step'))
    return undefined;
  return { name: segment.name, span: spanIn(reference.site, segment) };
}

/** Whether the job at hand lists the name in `needs`, where it is reported already. */
function isListed({ site }: Reference, name: string): boolean {
  const job: Job | undefined =
    site.place.kind === 'job' || site.place.kind === 'step' ? site.place.job : undefined;
  if (job === undefined) return false;
  return !needsAreKnown(job) || job.needs.some((need) => need.value === name);
}
