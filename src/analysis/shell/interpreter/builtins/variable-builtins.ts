import { note, unknown } from '../machine.ts';
import { parsedText, within } from '../scripts.ts';
import { removeFunction, type State, setFunction, setVariable, type Variable } from '../state/state.ts';
import { concat, emptyValue, literal, textOf, type Value } from '../state/value.ts';
import { assign, readVariable } from '../state/variables.ts';
import { evaluate } from '../words/arithmetic.ts';
import { partsValue } from '../words/words.ts';
import { type Call, ended } from './call.ts';
import { noteHolding } from './job-builtins.ts';

/** `export`, `readonly`, `local` and their like. */
export function declare(
  call: Call,
  how: { readonly exported?: boolean; readonly local?: boolean; readonly readonly?: boolean },
): State[] {
  const { machine, state } = call;
  const options = call.fields.slice(1).map((field) => textOf(field.value) ?? '');
  const global = options.some((text) => /^-\w*g/.test(text));
  if (how.exported && options.some((text) => /^-\w*f/.test(text))) return exportFunctions(call);
  const hidden = options.some((text) => (how.exported ? /^-\w*n/ : /^\+\w*x/).test(text));
  const exported = !hidden && (how.exported || options.some((text) => /^-\w*x/.test(text)));
  const fixed = how.readonly || options.some((text) => /^-\w*r/.test(text));
  let status = 0;
  const opaque = !how.exported && options.some((text) => /^-\w*[aAinlu]/.test(text));
  for (const field of call.fields.slice(1)) {
    const [first] = field.value;
    if (typeof first !== 'string' || first.startsWith('-')) continue;
    const match = /^([A-Za-z_]\w*)(\+?=)?/.exec(first);
    if (match === null) continue;
    const name = match[1] ?? '';
    if (match[2] !== undefined && state.vars.get(name)?.readonly && !(how.local && !global)) {
      status = 1;
      if (state.errexit) machine.hooks.leave(machine, state, call.at);
      continue;
    }
    if (how.local && !global && state.locals !== undefined && !state.locals.saved.has(name)) {
      state.locals = {
        ...state.locals,
        saved: new Map([...state.locals.saved, [name, state.vars.get(name)]]),
      };
      if (match[2] === undefined) setVariable(state, name, { value: emptyValue, set: 'no', exported: false });
    }
    if (match[2] !== undefined) {
      const rest = concat(literal(first.slice(match[0].length)), field.value.slice(1));
      const value = match[2] === '+=' ? concat(readVariable(machine, state, name).value, rest) : rest;
      assign(machine, state, name, opaque ? unknown(machine, { kind: 'other' }) : value, call.at, opaque);
    } else if (opaque) {
      assign(machine, state, name, unknown(machine, { kind: 'other' }), call.at, true);
    }
    if (exported || hidden) {
      const variable = variableNamed(call, name);
      if (variable !== undefined) setVariable(state, name, { ...variable, exported });
    }
    if (fixed) {
      const variable = state.vars.get(name);
      if (variable !== undefined) setVariable(state, name, { ...variable, readonly: true });
    }
  }
  return ended(call, status);
}

/** A variable of the script; one that the environment lacks is there from now on, without a value. */
function variableNamed({ machine, state }: Call, name: string): Variable | undefined {
  const known = state.vars.get(name);
  if (known !== undefined || machine.world.environment(name) !== 'unset') return known;
  return { value: emptyValue, set: 'no', exported: false };
}

/** `export -f`: shells that are started get the functions as well. */
function exportFunctions(call: Call): State[] {
  for (const field of call.fields.slice(1)) {
    const name = textOf(field.value) ?? '';
    const defined = call.state.functions.get(name);
    if (defined !== undefined) setFunction(call.state, name, { ...defined, exported: true });
  }
  return ended(call, undefined);
}

/** `unset`: a variable, or else a function of that name. */
export function runUnset(call: Call): State[] {
  const functions = call.fields.some((field) => textOf(field.value) === '-f');
  const variables = call.fields.some((field) => textOf(field.value) === '-v');
  for (const field of call.fields.slice(1)) {
    const name = textOf(field.value);
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) continue;
    const isVariable = !functions && readVariable(call.machine, call.state, name).set !== 'no';
    if (!isVariable && !variables) removeFunction(call.state, name);
    if (!functions) setVariable(call.state, name, { value: emptyValue, set: 'no', exported: false });
  }
  return ended(call, 0);
}

/** `let`: each word is an arithmetic expression, the last one decides. */
export function runLet(call: Call): State[] {
  const { machine, state, at } = call;
  let last: number | undefined;
  for (const field of call.fields.slice(1)) {
    const text = textOf(field.value);
    const script = text === undefined ? undefined : parsedText(machine, `(( ${text} ))`);
    const command = script?.tree.commands[0]?.command;
    if (script !== undefined && script.faults.length === 0 && command?.type === 'ArithmeticCommand') {
      const frame = { script, place: at, source: machine.frame.source, depth: machine.frame.depth };
      const { expression } = command;
      last =
        expression === undefined
          ? undefined
          : within(machine, frame, () =>
              evaluate(machine, state, expression, (parts) => partsValue(machine, state, parts), 40),
            );
      continue;
    }
    last = undefined;
    const name = /^(?:\+\+|--)?([A-Za-z_]\w*)/.exec(text ?? '')?.[1];
    if (name !== undefined)
      assign(
        call.machine,
        call.state,
        name,
        unknown(call.machine, { kind: 'other' }, { nonEmpty: true }),
        call.at,
      );
  }
  if (state.flow !== 'next') return [state];
  if (last === 0 && state.errexit && machine.tested === 0)
    note(machine, state, at, 'zero', (moment) => ({ ...moment, kind: 'zero' }));
  return ended(call, last === undefined ? undefined : last === 0 ? 1 : 0);
}

/** `read` and its like: what they read is known only where it is a text of the script. */
export function runRead(call: Call): State[] {
  const { machine, state } = call;
  if (call.streams.input === undefined) noteHolding(call);
  const words = call.fields.slice(1).flatMap((field) => textOf(field.value) ?? []);
  const names = words.filter(
    (word, index) => /^[A-Za-z_]\w*$/.test(word) && !/^-[dinNptu]$/.test(words[index - 1] ?? ''),
  );
  const name = textOf(call.fields[0]?.value ?? emptyValue);
  const line = call.streams.input === undefined ? undefined : firstLine(call.streams.input);
  const plain =
    !call.environment.has('IFS') && (words.includes('-r') || !textOf(line ?? emptyValue)?.includes('\\'));
  for (const variable of names.length > 0 ? names : ['REPLY']) {
    const known = names.length === 1 && name === 'read' && line !== undefined && plain;
    assign(
      machine,
      state,
      variable,
      known ? line : unknown(machine, { kind: 'other' }),
      call.at,
      name !== 'read' && name !== 'getopts',
    );
  }
  return ended(call, undefined);
}

function firstLine(value: Value): Value | undefined {
  const [first] = value;
  if (value.length === 0) return emptyValue;
  if (typeof first !== 'string') return value.length === 1 ? value : undefined;
  const end = first.indexOf('\n');
  if (end === -1) return value.length === 1 ? literal(first.trim()) : undefined;
  return literal(first.slice(0, end).trim());
}
