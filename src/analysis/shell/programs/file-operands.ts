import type { Call } from '../interpreter/builtins/call.ts';
import { textOf } from '../interpreter/state/value.ts';
import type { Field } from '../interpreter/words/words.ts';

/** The words of a command that are not options; `withValue` tells the options that take the next word. */
export function operands(call: Call, withValue: RegExp): readonly Field[] {
  const result: Field[] = [];
  const words = call.fields.slice(1);
  for (let index = 0; index < words.length; index++) {
    const field = words[index];
    if (field === undefined) continue;
    const text = textOf(field.value);
    if (text === '--') {
      result.push(...words.slice(index + 1));
      break;
    }
    if (text?.startsWith('-') && text.length > 1) {
      if (withValue.test(text)) index++;
      continue;
    }
    result.push(field);
  }
  return result;
}

/** Whether any word of a command is such an option. */
export function hasOption(call: Call, pattern: RegExp): boolean {
  return call.fields.slice(1).some((field) => pattern.test(textOf(field.value) ?? ''));
}
