import { assertNever } from '../../../../base/assert-never.ts';
import type { ParameterExpansionPart, Word } from '../../../../syntax/bash/tree.ts';
import { type Machine, placeOf, unknown } from '../machine.ts';
import type { State } from '../state/state.ts';
import { concat, emptyValue, isNonEmpty, literal, sameValue, textOf, type Value } from '../state/value.ts';
import { assign, joinValues, readVariable, refined } from '../state/variables.ts';
import { globPattern } from './glob.ts';

/** What `${…}` gives. */
export function parameterValue(
  machine: Machine,
  state: State,
  part: ParameterExpansionPart,
  expand: (word: Word) => Value,
): Value {
  const { operation } = part;
  const guarded = machine.tested > 0 || operation?.type === 'Default' || part.prefix !== undefined;
  const reading = readVariable(machine, state, part.parameter, {
    span: placeOf(machine, part),
    guarded,
    defaulted: operation?.type === 'Default' || isWhole(part),
  });
  // With `set -u` the length of no array ends the outermost command around it and nothing else.
  if (state.nounset && isWhole(part) && part.prefix === '#' && reading.set !== 'yes') machine.opaque = true;
  if (part.prefix === '!') return indirect(machine, state, part, reading.value);
  if (part.index !== undefined && part.parameter !== 'BASH_SOURCE') {
    const index = textOf(expand(part.index));
    const { elements } = reading;
    if (elements !== undefined && operation === undefined && index !== undefined) {
      const all = index === '@' || index === '*';
      if (part.prefix === '#' && all) return literal(String(elements.length));
      if (part.prefix === undefined && all && !state.vars.has('IFS'))
        return concat(
          ...elements.flatMap((element, position) => (position === 0 ? [element] : [literal(' '), element])),
        );
      if (part.prefix === undefined && /^\d+$/.test(index) && !state.nounset)
        return elements[Number(index)] ?? emptyValue;
    }
    if (part.prefix === undefined && operation === undefined && (index === '@' || index === '*'))
      return unknown(machine, { kind: 'elements', of: reading.possible });
    if (part.prefix === '#' || index !== '0' || reading.opaque)
      return unknown(machine, { kind: 'other' }, { nonEmpty: part.prefix === '#' });
  }
  if (reading.opaque) return unknown(machine, { kind: 'other' });
  if (part.prefix === '#') {
    const text = textOf(reading.value);
    return text === undefined
      ? unknown(machine, { kind: 'other' }, { nonEmpty: true })
      : literal(String(text.length));
  }
  if (operation === undefined) return reading.value;
  switch (operation.type) {
    case 'Default':
      return withDefault(machine, state, part, reading, operation.operator, () => expand(operation.operand));
    case 'Remove':
      return removed(machine, reading.value, operation.operator, expand(operation.operand));
    case 'Replace': {
      const text = textOf(reading.value);
      const pattern = textOf(expand(operation.pattern));
      const replacement = textOf(expand(operation.replacement));
      if (
        text === undefined ||
        pattern === undefined ||
        replacement === undefined ||
        /[*?[\\&]/.test(pattern)
      )
        return unknown(machine, { kind: 'other' });
      if (operation.operator === '//') return literal(text.replaceAll(pattern, replacement));
      if (operation.operator === '/') return literal(text.replace(pattern, () => replacement));
      return unknown(machine, { kind: 'other' });
    }
    case 'CaseModification': {
      const text = textOf(reading.value);
      if (text === undefined || operation.operand !== undefined) return unknown(machine, { kind: 'other' });
      if (operation.operator === '^^') return literal(text.toUpperCase());
      if (operation.operator === ',,') return literal(text.toLowerCase());
      return unknown(machine, { kind: 'other' });
    }
    case 'Slice': {
      const text = textOf(reading.value);
      const offset = Number(textOf(expand(operation.offset))?.trim() ?? Number.NaN);
      const length =
        operation.length === undefined ? undefined : Number(textOf(expand(operation.length)) ?? Number.NaN);
      if (text === undefined || !Number.isInteger(offset) || Number.isNaN(length ?? 0) || (length ?? 0) < 0)
        return unknown(machine, { kind: 'other' });
      const start = offset < 0 ? text.length + offset : offset;
      if (start < 0) return emptyValue;
      return literal(text.slice(start, length === undefined ? undefined : start + length));
    }
    case 'Transform':
    case 'Names':
    case 'Unknown':
      return unknown(machine, { kind: 'other' });
    default:
      return assertNever(operation);
  }
}

/** `${list[@]}` of no array does not end the shell. */
function isWhole(part: ParameterExpansionPart): boolean {
  return part.prefix !== '!' && (part.index?.text === '@' || part.index?.text === '*');
}

function indirect(machine: Machine, state: State, part: ParameterExpansionPart, name: Value): Value {
  const text = textOf(name);
  if (text === undefined || !/^\w+$/.test(text)) return unknown(machine, { kind: 'other' });
  return readVariable(machine, state, text, {
    span: placeOf(machine, part),
    guarded: true,
    defaulted: part.operation?.type === 'Default',
  }).value;
}

function withDefault(
  machine: Machine,
  state: State,
  part: ParameterExpansionPart,
  reading: { readonly value: Value; readonly set: string },
  operator: string,
  operand: () => Value,
): Value {
  const colon = operator.startsWith(':');
  const known = present(reading, colon);
  switch (operator.replace(':', '')) {
    case '-':
      if (known === true) return reading.value;
      if (known === false) return operand();
      return joinValues(machine, [nonEmptyPart(reading.value, colon), operand()]);
    case '=': {
      if (known === true) return reading.value;
      const value =
        known === false ? operand() : joinValues(machine, [nonEmptyPart(reading.value, colon), operand()]);
      assign(machine, state, part.parameter, value, placeOf(machine, part));
      return value;
    }
    case '+':
      if (known === true) return operand();
      if (known === false) return emptyValue;
      return joinValues(machine, [emptyValue, operand()]);
    default:
      // `?`: the script ends when the variable has no value.
      if (known === false) {
        state.flow = 'exit';
        state.status = 1;
      } else if (known === undefined) machine.hooks.leave(machine, state, placeOf(machine, part));
      return refined(state, reading.value);
  }
}

function present(
  reading: { readonly value: Value; readonly set: string },
  colon: boolean,
): boolean | undefined {
  if (reading.set === 'no') return false;
  const filled = isNonEmpty(reading.value);
  if (colon) {
    if (filled === false) return false;
    return filled === true && reading.set !== 'maybe' ? true : undefined;
  }
  if (reading.set === 'yes') return true;
  return reading.set === 'environment' && filled === true ? true : undefined;
}

function nonEmptyPart(value: Value, colon: boolean): Value {
  const [only] = value;
  if (!colon || value.length !== 1 || only === undefined || typeof only === 'string') return value;
  return [{ ...only, nonEmpty: true }];
}

function removed(machine: Machine, value: Value, operator: string, patternValue: Value): Value {
  const pattern = textOf(patternValue);
  if (pattern === undefined || value.length === 0) {
    return value.length === 0 ? value : unknown(machine, { kind: 'other' });
  }
  const text = textOf(value);
  if (text !== undefined) {
    const result = removedFromText(text, operator, pattern);
    return result === undefined ? unknown(machine, { kind: 'other' }) : literal(result);
  }
  const last = value.at(-1);
  if (operator === '%' && pattern === '/') {
    // A directory with or without its last slash is the same directory.
    if (typeof last !== 'string') return value;
    return last.endsWith('/') ? concat(value.slice(0, -1), literal(last.slice(0, -1))) : value;
  }
  if (typeof last === 'string' && last.includes('/')) {
    if (operator === '%' && pattern === '/*')
      return concat(value.slice(0, -1), literal(last.slice(0, last.lastIndexOf('/'))));
    if (operator === '##' && pattern === '*/') return literal(last.slice(last.lastIndexOf('/') + 1));
  }
  if (typeof last === 'string' && operator === '%' && !/[*?[\\]/.test(pattern) && last.endsWith(pattern))
    return concat(value.slice(0, -1), literal(last.slice(0, last.length - pattern.length)));
  return unknown(machine, { kind: 'other' });
}

function removedFromText(text: string, operator: string, pattern: string): string | undefined {
  const expression = globPattern(pattern);
  if (expression === undefined) return undefined;
  const lengths = Array.from({ length: Math.min(text.length, 2_000) + 1 }, (_, length) => length);
  if (operator === '##' || operator === '%%') lengths.reverse();
  for (const length of lengths) {
    if (operator.startsWith('#')) {
      if (expression.test(text.slice(0, length))) return text.slice(length);
    } else if (expression.test(text.slice(text.length - length))) return text.slice(0, text.length - length);
  }
  return text;
}

/** Whether two values are known to be equal or to differ; `undefined` when that is open. */
export function areEqual(left: Value, right: Value): boolean | undefined {
  if (sameValue(left, right)) return true;
  const one = textOf(left);
  const other = textOf(right);
  if (one !== undefined && other !== undefined) return one === other;
  if (one === '' && isNonEmpty(right) === true) return false;
  if (other === '' && isNonEmpty(left) === true) return false;
  const head = (value: Value) => (typeof value[0] === 'string' ? value[0] : '');
  const tail = (value: Value) => {
    const last = value.at(-1);
    return typeof last === 'string' ? last : '';
  };
  const shortHead = Math.min(head(left).length, head(right).length);
  if (head(left).slice(0, shortHead) !== head(right).slice(0, shortHead)) return false;
  const shortTail = Math.min(tail(left).length, tail(right).length);
  if (shortTail > 0 && tail(left).slice(-shortTail) !== tail(right).slice(-shortTail)) return false;
  return undefined;
}
