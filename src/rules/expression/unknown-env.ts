import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { ExpressionPlace, Workflow } from '../../model/workflow.ts';
import { pairOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A variable is read from `env` that neither the workflow nor the job sets. */
export const unknownEnv = defineRule({
  meta: {
    id: 'unknown-env',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: "An expression reads `env.NAME`, and neither the `env` of the workflow nor that of the job has NAME. A step's own `env` cannot be read by expressions.",
      why: 'The value is empty.',
      fix: 'Move the variable to the `env` of the job or of the workflow. In a script, read it as `$NAME`.',
      examples: {
        bad: [
          workflowExample`
            env:
              MODE: fast
            steps:
              - if: \${{ env.«MOED» == fast && env.MODE == fast }}
          `,
          stepsExample`
            - env:
                MODE: fast
              working-directory: /tmp/\${{ env.«MODE» }}
              run: date
          `,
        ],
        good: [
          dedent`
            env:
              MODE: fast
            jobs:
              main:
                env:
                  SPEED: high
                steps:
                  - if: \${{ env.MODE == fast && env.SPEED == high }}
                    run: echo attempt \${{ env.PW_WORKFLOW_STEP_CURRENT_RETRY }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    const known = readable(site.place, workflow);
    if (known === undefined) return;
    for (const reference of context.ask(referencesIn, site)) {
      const [segment] = reference.segments;
      if (reference.root !== 'env' || segment?.kind !== 'name') continue;
      const { name } = segment;
      // The platform's own variables are not all known.
      if (known.includes(name) || name.startsWith('PW_')) continue;
      const inStep =
        site.place.kind === 'step' ? pairOf(valueAt(site.place.step.node, 'env'), name) : undefined;
      const near = inStep === undefined ? suggest(name, known) : undefined;
      const at = spanIn(site, segment);
      yield {
        message:
          inStep === undefined
            ? `neither the workflow nor the job sets "${name}" in "env"`
            : `"env.${name}" is not readable here: expressions see the "env" of the workflow and of the job, not the step's`,
        at,
        fault: inStep === undefined ? name : undefined,
        related: inStep && [{ span: inStep.key.span, text: 'set for the step only' }],
        ...didYouMean(at, near, {
          otherwise:
            inStep === undefined
              ? 'set it there; variables of the machine are read in scripts, as $NAME'
              : `move it to the "env" of the job, or read it in the script as $${name}`,
        }),
        // Which variables the platform adds is not published.
        severity: inStep === undefined && near === undefined ? 'note' : undefined,
      };
    }
  },
});

/** The names that can be read at a place; `undefined` when that cannot be told. */
function readable(place: ExpressionPlace, workflow: Workflow): readonly string[] | undefined {
  if (place.kind === 'input') return undefined;
  const maps: readonly (YamlNode | undefined)[] = [
    valueAt(workflow.root, 'env'),
    ...(place.kind === 'workflow' ? [] : [valueAt(place.job.node, 'env')]),
  ];
  if (maps.some((map) => map !== undefined && map.kind !== 'map')) return undefined;
  return maps.flatMap((map) => (map?.kind === 'map' ? map.pairs.map((pair) => pair.key.text.text) : []));
}
