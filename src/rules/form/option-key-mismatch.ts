import { pathWritten } from '../../analysis/expressions/expressions-within.ts';
import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { optionLists } from '../../analysis/form/options.ts';
import { inputAt } from '../../analysis/workflow/job-files.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A list of options for a value that the other field never has, or a value without a list. */
export const optionKeyMismatch = defineRule({
  meta: {
    id: 'option-key-mismatch',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The lists under "options" do not match the values of the field that "option-key" reads.',
      why: 'For a value without a list nothing can be chosen; a list for a value that does not exist is never shown.',
      fix: 'Make the keys of the map the values of the other field.',
      examples: {
        bad: [
          formExample`
            kind:
              type: dropdown
              options: [gpu, cpu]
            part:
              type: dropdown
              option-key: \${{ inputs.kind }}
              options:
                gpu: [a100]
                «cpus»: [milan]
                cpu: [genoa]
          `,
          formExample`
            kind:
              type: dropdown
              options: [gpu, cpu]
            part:
              type: dropdown
              option-key: «\${{ inputs.kind }}»
              options:
                gpu: [a100]
          `,
        ],
        good: [
          formExample`
            kind:
              type: dropdown
              options: [gpu, cpu]
            part:
              type: dropdown
              option-key: \${{ inputs.kind }}
              options:
                gpu: [a100]
                cpu: [milan]
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow }) {
    const key = attributeOf(input, 'option-key');
    const names = pathWritten(workflow, key);
    const other = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1)) : undefined;
    const lists = optionLists(input)?.filter((list) => list.key !== undefined);
    const [values, ...further] = (other && optionLists(other)) ?? [];
    if (key === undefined || other === undefined || lists === undefined || lists.length === 0) return;
    if (values === undefined || further.length > 0 || other.type?.value === 'multi-dropdown') return;
    const expected = values.options.map((option) => option.value);
    const keys = lists.map((list) => list.key?.text.text ?? '');
    const unknown = lists.filter((list) => !expected.includes(list.key?.text.text ?? ''));
    for (const list of unknown) {
      if (list.key === undefined) continue;
      const near = suggest(list.key.text.text, expected);
      yield {
        message: `"${list.key.text.text}" is no option of "${other.name.value}", so this list is never shown`,
        at: list.key.span,
        help: helpWith(near, `the options are ${expected.join(', ')}`),
      };
    }
    const missing = expected.filter((value) => value !== '' && !keys.includes(value));
    if (unknown.length > 0 || missing.length === 0) return;
    yield {
      message: `"${input.name.value}" has no options when "${other.name.value}" is ${missing.map((value) => `"${value}"`).join(' or ')}`,
      at: key.span,
      help: 'add a list for each value of the other field',
    };
  },
});
