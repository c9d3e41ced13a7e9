import { type Machine, unknown } from '../machine.ts';
import { emit, emitUnknown } from '../redirections.ts';
import type { State } from '../state/state.ts';
import { concat, emptyValue, literal, textOf, type Unknown } from '../state/value.ts';
import { assign } from '../state/variables.ts';
import { type Call, ended } from './call.ts';
import { printfText } from './printf.ts';

/** `echo`, with its options as bash takes them. */
export function runEcho(call: Call): State[] {
  const { state, machine } = call;
  let words = call.fields.slice(1);
  let newline = true;
  let escapes = false;
  while (words.length > 0) {
    const text = textOf(words[0]?.value ?? emptyValue);
    if (text === undefined || !/^-[neE]+$/.test(text)) break;
    if (text.includes('n')) newline = false;
    if (text.includes('e')) escapes = true;
    words = words.slice(1);
  }
  if (state.out !== undefined) {
    if (words.some((word) => word.glob)) emitUnknown(machine, state, 'echo');
    else {
      const parts = words.flatMap((word, index) => (index === 0 ? [word.value] : [literal(' '), word.value]));
      let value = concat(...parts);
      if (escapes)
        value = value.map((piece) =>
          typeof piece === 'string' ? (unescaped(piece) ?? unknownPiece(machine)) : piece,
        );
      emit(state, newline ? concat(value, literal('\n')) : value);
    }
  }
  return ended(call, 0);
}

/** The text with its escapes carried out; `undefined` where one is rarer than line breaks, tabs and backslashes. */
function unescaped(text: string): string | undefined {
  if (/\\[abcefrvx0E]/.test(text.replaceAll('\\\\', ''))) return undefined;
  return text.replace(/\\([nt\\])/g, (_, character: string) =>
    character === 'n' ? '\n' : character === 't' ? '\t' : '\\',
  );
}

function unknownPiece(machine: Machine): Unknown {
  return { id: machine.nextId++, origin: { kind: 'other' }, nonEmpty: false };
}

/** `printf`, also into a variable (`-v`). */
export function runPrintf(call: Call): State[] {
  const [, first, ...words] = call.fields;
  const { state, machine } = call;
  if (first !== undefined && textOf(first.value) === '-v') {
    const name = textOf(words[0]?.value ?? emptyValue);
    if (name !== undefined) {
      const format = words[1]?.value ?? emptyValue;
      const text = printfText(
        format,
        words.slice(2).map((word) => word.value),
      );
      assign(machine, state, name, text ?? unknown(machine, { kind: 'other' }), call.at);
    }
    return ended(call, 0);
  }
  if (state.out !== undefined) {
    const text = words.some((word) => word.loose)
      ? undefined
      : printfText(
          first?.value ?? emptyValue,
          words.map((word) => word.value),
        );
    if (text === undefined) emitUnknown(machine, state, 'printf');
    else emit(state, text);
  }
  return ended(call, 0);
}
