import { attributeOf, literalScalar, mayFlagBeSet } from '../../analysis/form/input-attributes.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { InputField } from '../../model/workflow.ts';
import type { YamlScalar } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Two fields side by side with the same label. */
export const duplicateLabel = defineRule({
  meta: {
    id: 'duplicate-label',
    group: 'form',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'high',
    page: {
      what: 'Two inputs of one group have the same label, and both can be seen at once.',
      why: 'The user cannot tell the fields apart.',
      fix: 'Give each its own label.',
      examples: {
        bad: [
          formExample`
            first:
              type: string
              label: Name
              default: a
            last:
              type: string
              label: «Name»
              default: b
          `,
        ],
        good: [
          formExample`
            first:
              type: string
              label: First name
              default: a
            last:
              type: string
              label: Last name
              default: b
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    yield* doublesAmong(workflow.form.inputs);
  },
});

function* doublesAmong(inputs: readonly InputField[]): Generator<Finding> {
  const known = new Map<string, YamlScalar>();
  for (const input of inputs) {
    yield* doublesAmong(input.items);
    const label = literalScalar(attributeOf(input, 'label'));
    if (label === undefined || mayFlagBeSet(input, 'hidden') || label.text.text === '') continue;
    const other = known.get(label.text.text);
    known.set(label.text.text, other ?? label);
    if (other === undefined) continue;
    yield {
      message: `another field beside "${input.name.value}" has the label "${label.text.text}" too`,
      at: label.span,
      help: 'give one of them another label: nobody can tell them apart in the form',
      related: [{ span: other.span, text: 'the other one' }],
    };
  }
}
