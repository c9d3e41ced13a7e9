import {
  attributeOf,
  isFlagSet,
  literalNumber,
  literalScalar,
} from '../../analysis/form/input-attributes.ts';
import { plural } from '../../base/plural.ts';
import type { InputField } from '../../model/workflow.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A default text that its own field would not take. */
export const defaultNotAsTyped = defineRule({
  meta: {
    id: 'default-not-as-typed',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The default of a text is shorter than "minLength", longer than "maxLength", or has capitals beside "lowercase".',
      why: 'The form starts with a text that it refuses, or that the user cannot type again.',
      fix: 'Change the default, or the setting.',
      examples: {
        bad: [
          formExample`
            code:
              type: string
              maxLength: 4
              default: «abcde»
          `,
          formExample`
            code:
              type: string
              lowercase: true
              default: «Main»
          `,
        ],
        good: [
          formExample`
            code:
              type: string
              lowercase: true
              minLength: 2
              maxLength: 4
              default: main
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'string') return;
    const scalar = literalScalar(attributeOf(input, 'default'));
    const text = scalar?.text.text ?? '';
    // an empty default is no text yet
    if (scalar === undefined || text === '') return;
    const fault = faultOf(input, text);
    if (fault === undefined) return;
    yield {
      message: `the default of "${input.name.value}" ${fault.words}`,
      at: scalar.span,
      related: [{ span: attributeOf(input, fault.key)?.span ?? input.name.span, text: 'the setting' }],
    };
  },
});

function faultOf(
  input: InputField,
  text: string,
): { readonly key: string; readonly words: string } | undefined {
  const length = [...text].length;
  const [least, most] = [
    literalNumber(attributeOf(input, 'minLength')),
    literalNumber(attributeOf(input, 'maxLength')),
  ];
  const has = `has ${plural(length, 'character')}`;
  if (least !== undefined && length < least) {
    return { key: 'minLength', words: `${has}, expected at least ${least}` };
  }
  if (most !== undefined && length > most) {
    return { key: 'maxLength', words: `${has}, expected at most ${most}` };
  }
  if (isFlagSet(input, 'lowercase') && text !== text.toLowerCase()) {
    return { key: 'lowercase', words: `is "${text}", and the field takes lower case only` };
  }
  return undefined;
}
