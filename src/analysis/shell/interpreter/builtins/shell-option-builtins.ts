import type { State } from '../state/state.ts';
import { emptyValue, literal, textOf } from '../state/value.ts';
import { type Call, ended } from './call.ts';

/** `set`: options, and the positional parameters. */
export function runSet(call: Call): State[] {
  const { state } = call;
  const words = call.fields.slice(1);
  for (let index = 0; index < words.length; index++) {
    const text = textOf(words[index]?.value ?? emptyValue);
    if (text === undefined) {
      state.positional = undefined;
      break;
    }
    if (text === '--' || text === '-') {
      state.positional = words.slice(index + 1).some((word) => word.loose)
        ? undefined
        : words.slice(index + 1).map((word) => word.value);
      break;
    }
    if (!/^[-+]/.test(text)) {
      state.positional = words.slice(index).map((word) => word.value);
      break;
    }
    const on = text.startsWith('-');
    for (const letter of text.slice(1)) {
      if (letter === 'e') state.errexit = on;
      else if (letter === 'u') state.nounset = on;
      else if (letter === 'E') state.errtrace = on;
      else if (letter === 'a') state.allexport = on;
      else if (letter === 'o') {
        index++;
        const option = textOf(words[index]?.value ?? emptyValue);
        if (option === 'errexit') state.errexit = on;
        else if (option === 'nounset') state.nounset = on;
        else if (option === 'pipefail') state.pipefail = on;
        else if (option === 'errtrace') state.errtrace = on;
        else if (option === 'allexport') state.allexport = on;
      }
    }
  }
  return ended(call, 0);
}

/** `shift`. */
export function runShift(call: Call): State[] {
  const { state } = call;
  const count = Number(textOf(call.fields[1]?.value ?? literal('1')) ?? Number.NaN);
  if (state.positional === undefined) return ended(call, undefined);
  if (Number.isNaN(count)) {
    state.positional = undefined;
    return ended(call, undefined);
  }
  if (count > state.positional.length) return ended(call, 1);
  state.positional = state.positional.slice(count);
  return ended(call, 0);
}
