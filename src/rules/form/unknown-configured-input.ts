import { isFormFound } from '../../analysis/form/form-found.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { InputField } from '../../model/workflow.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A saved value for an input that the form does not have. */
export const unknownConfiguredInput = defineRule({
  meta: {
    id: 'unknown-configured-input',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A saved configuration names an input that is not in the form.',
      why: 'The value is dropped when the configuration is chosen.',
      fix: 'Name the input as the form does, nested in its groups.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo \${{ inputs.size }}
            configurations:
              small:
                inputs:
                  «sise»: 1
            inputs:
              size:
                type: number
                default: 2
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: echo \${{ inputs.size }}
            configurations:
              small:
                inputs:
                  size: 1
            inputs:
              size:
                type: number
                default: 2
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    if (!context.ask(isFormFound, workflow)) return;
    const configurations = valueAt(workflow.root, 'configurations');
    if (configurations?.kind !== 'map') return;
    // how saved values of flattened groups and pages are nested is not published
    for (const input of workflow.form.all) {
      if (input.reference.length !== input.path.length) return;
    }
    for (const pair of configurations.pairs) {
      yield* unknownIn(valueAt(pair.value, 'inputs'), workflow.form.inputs, 'the form');
    }
  },
});

function* unknownIn(
  node: YamlNode | undefined,
  inputs: readonly InputField[],
  words: string,
): Generator<Finding> {
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) {
    const name = keyName(pair);
    const input = inputs.find((candidate) => candidate.name.value === name);
    if (input?.type?.value === 'group') yield* unknownIn(pair.value, input.items, `the group "${name}"`);
    if (input !== undefined) continue;
    const near = suggest(
      name,
      inputs.map((candidate) => candidate.name.value),
    );
    yield {
      message: `${words} has no input "${name}"`,
      at: pair.key.span,
      ...(near !== undefined && {
        ...didYouMean(pair.key.span, near),
      }),
    };
  }
}
