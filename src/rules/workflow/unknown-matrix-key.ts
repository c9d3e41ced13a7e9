import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { matrixShape } from '../../analysis/workflow/matrix-shape.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A value of the matrix is read that the matrix does not have. */
export const unknownMatrixKey = defineRule({
  meta: {
    id: 'unknown-matrix-key',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An expression reads `matrix.NAME`, or a field of it, that the matrix of the job does not have.',
      why: 'The value is empty in every instance.',
      fix: 'Write the name as it stands under `strategy.matrix`, or the field as the rows have it.',
      examples: {
        bad: [
          dedent`
            jobs:
              work:
                strategy:
                  matrix:
                    size: [1, 2]
                steps:
                  - if: \${{ matrix.«sise» == 1 || matrix.size == 2 }}
                    run: date
          `,
          workflowExample`
            jobs:
              work:
                strategy:
                  matrix:
                    worker: \${{ inputs.workers }}
                steps:
                  - if: \${{ matrix.worker.«adress» == none || matrix.worker.address == none }}
                    run: date
            inputs:
              workers:
                type: list
                template:
                  address:
                    type: string
          `,
        ],
        good: [
          dedent`
            jobs:
              work:
                strategy:
                  matrix:
                    size: [1, 2]
                    include:
                      - size: 3
                        fast: true
                steps:
                  - if: \${{ matrix.size == 1 || matrix.fast == true }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.place.kind !== 'job' && site.place.kind !== 'step') return;
    for (const reference of context.ask(referencesIn, site)) {
      const [first, second] = reference.segments;
      if (reference.root !== 'matrix' || first?.kind !== 'name') continue;
      const shape = matrixShape(site.place.job, workflow, context);
      if (shape === undefined) continue;
      const fields = shape.get(first.name);
      const wrong = !shape.has(first.name)
        ? first
        : second?.kind === 'name' && fields && !fields.has(second.name)
          ? second
          : undefined;
      if (wrong === undefined) continue;
      const known = wrong === first ? [...shape.keys()] : [...(fields ?? [])];
      const near = wrong.name.length > 1 ? suggest(wrong.name, known) : undefined;
      const at = spanIn(site, wrong);
      yield {
        message:
          wrong === first
            ? `the matrix of job "${site.place.job.id.value}" has no "${wrong.name}"`
            : `the values of "matrix.${first.name}" have no field "${wrong.name}"`,
        at,
        fault: `${site.place.job.id.value} ${wrong === first ? '' : first.name}.${wrong.name}`,
        ...didYouMean(at, near, { otherwise: `it has ${known.slice(0, 8).join(', ') || 'none'}` }),
      };
    }
  },
});
