import { keyName } from '../../analysis/structure/key-name.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { YamlMap } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A nested input passed under a name with a dot. */
export const dottedArgument = defineRule({
  meta: {
    id: 'dotted-argument',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'An argument of a called workflow has a dot in its name.',
      why: 'The platform fails with "Could not parse subworkflow": inputs of groups are passed as nested maps.',
      fix: 'Nest the argument under the name of its group.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                «slurm.time»: 01:00:00
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  time: 01:00:00
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined || step.with === undefined) return;
    if (usesReference(step.uses.value).kind === 'action') return;
    yield* dottedIn(step.with);
  },
});

function* dottedIn(node: YamlMap): Generator<Finding> {
  for (const pair of node.pairs) {
    const [group, ...rest] = keyName(pair).split('.');
    if (rest.length > 0) {
      yield {
        message: `"${keyName(pair)}" cannot be passed, expected a map "${group}" with "${rest.join('.')}" in it`,
        at: pair.key.span,
      };
    }
    if (pair.value?.kind === 'map') yield* dottedIn(pair.value);
  }
}
