import { clockSeconds } from '../../base/clock-time.ts';
import type { InputField } from '../../model/workflow.ts';
import { attributeOf, literalNumber, literalScalar } from './input-attributes.ts';

/**
 * The least, greatest or first value of a number, duration (in seconds) or list (rows) as it is written; `undefined`
 * when it is absent, computed or no such value.
 */
export function limitOf(input: InputField, name: 'min' | 'max' | 'default' | 'step'): number | undefined {
  switch (input.type?.value) {
    case 'number':
    case 'integer':
      return literalNumber(attributeOf(input, name));
    case 'duration': {
      const scalar = literalScalar(attributeOf(input, name));
      return scalar && (literalNumber(scalar) ?? clockSeconds(scalar.text.text));
    }
    case 'step':
    case 'list': {
      const node = attributeOf(input, name);
      if (name === 'default') return node?.kind === 'sequence' ? node.items.length : undefined;
      return literalNumber(node);
    }
    default:
      return undefined;
  }
}

/** The number by which a duration says that it has no limit; `undefined` when it has none or that is computed. */
export function optOutOf(input: InputField): number | undefined {
  return input.type?.value === 'duration' ? literalNumber(attributeOf(input, 'disableValue')) : undefined;
}
