import type { ArithmeticExpression, WordPart } from '../../../../syntax/bash/tree.ts';
import { type Machine, placeOf, unknown } from '../machine.ts';
import type { State } from '../state/state.ts';
import { literal, textOf, type Value } from '../state/value.ts';
import { assign, readVariable } from '../state/variables.ts';

type Expand = (parts: readonly WordPart[]) => Value;

/** What `$((…))` gives. */
export function arithmeticValue(
  machine: Machine,
  state: State,
  expression: ArithmeticExpression | undefined,
  expand: Expand,
): Value {
  const number = expression === undefined ? 0 : evaluate(machine, state, expression, expand, 40);
  return number === undefined
    ? unknown(machine, { kind: 'other' }, { nonEmpty: true })
    : literal(String(number));
}

/** The number an arithmetic expression gives; assignments in it are carried out. `undefined`: not known. */
export function evaluate(
  machine: Machine,
  state: State,
  expression: ArithmeticExpression,
  expand: Expand,
  depth: number,
): number | undefined {
  if (depth <= 0) return undefined;
  const inner = (part: ArithmeticExpression) => evaluate(machine, state, part, expand, depth - 1);
  switch (expression.type) {
    case 'ArithmeticGroup':
      return inner(expression.expression);
    case 'ArithmeticWord':
      return wordNumber(machine, state, expression, expand);
    case 'ArithmeticTernary': {
      const test = inner(expression.test);
      if (test === undefined) {
        forget(machine, state, expression.consequent);
        forget(machine, state, expression.alternate);
        return undefined;
      }
      return inner(test !== 0 ? expression.consequent : expression.alternate);
    }
    case 'ArithmeticUnary': {
      const { operator, operand } = expression;
      const value = inner(operand);
      if (operator === '++' || operator === '--') {
        const next = value === undefined ? undefined : value + (operator === '++' ? 1 : -1);
        store(machine, state, operand, next);
        return expression.prefix ? next : value;
      }
      if (value === undefined) return undefined;
      if (operator === '!') return value === 0 ? 1 : 0;
      if (operator === '-') return -value;
      if (operator === '+') return value;
      return undefined;
    }
    case 'ArithmeticBinary': {
      const { operator } = expression;
      if (/^([-+*/%]|<<|>>|&|\^|\|)?=$/.test(operator)) {
        const right = inner(expression.right);
        const before = operator === '=' ? undefined : inner(expression.left);
        const value = operator === '=' ? right : calculate(operator.slice(0, -1), before, right);
        store(machine, state, expression.left, value);
        return value;
      }
      const left = inner(expression.left);
      if (operator === '&&' || operator === '||') {
        if (left === undefined) {
          forget(machine, state, expression.right);
          return undefined;
        }
        if ((operator === '&&') === (left === 0)) return left === 0 ? 0 : 1;
        const right = inner(expression.right);
        return right === undefined ? undefined : right === 0 ? 0 : 1;
      }
      return calculate(operator, left, inner(expression.right));
    }
    case 'ArithmeticCommandExpansion':
      return expression.script === undefined
        ? undefined
        : numberOf(machine.hooks.capture(machine, state, expression.script));
    default:
      return undefined;
  }
}

function wordNumber(
  machine: Machine,
  state: State,
  word: Extract<ArithmeticExpression, { type: 'ArithmeticWord' }>,
  expand: Expand,
): number | undefined {
  if (word.parts !== undefined && word.parts.length > 0) {
    const text = textOf(expand(word.parts));
    return text === undefined ? undefined : textNumber(machine, state, text, word);
  }
  return textNumber(machine, state, word.value, word);
}

function textNumber(
  machine: Machine,
  state: State,
  text: string,
  word: ArithmeticExpression,
): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (/^-?(0|[1-9]\d*)$/.test(trimmed)) return Number(trimmed);
  if (!/^[A-Za-z_]\w*$/.test(trimmed)) return undefined;
  const reading = readVariable(
    machine,
    state,
    trimmed,
    state.nounset ? { span: placeOf(machine, word), guarded: true } : undefined,
  );
  return reading.opaque || reading.set === 'maybe' ? undefined : numberOf(reading.value);
}

function numberOf(value: Value): number | undefined {
  const text = textOf(value)?.trim();
  if (text === undefined) return undefined;
  if (text === '') return 0;
  return /^-?(0|[1-9]\d*)$/.test(text) && text.length < 15 ? Number(text) : undefined;
}

function calculate(
  operator: string,
  left: number | undefined,
  right: number | undefined,
): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  const truth = (holds: boolean) => (holds ? 1 : 0);
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return Math.abs(left * right) < 2 ** 52 ? left * right : undefined;
    case '/':
      return right === 0 ? undefined : Math.trunc(left / right);
    case '%':
      return right === 0 ? undefined : left % right;
    case '<':
      return truth(left < right);
    case '<=':
      return truth(left <= right);
    case '>':
      return truth(left > right);
    case '>=':
      return truth(left >= right);
    case '==':
      return truth(left === right);
    case '!=':
      return truth(left !== right);
    case ',':
      return right;
    default:
      return undefined;
  }
}

function store(
  machine: Machine,
  state: State,
  target: ArithmeticExpression,
  value: number | undefined,
): void {
  if (target.type !== 'ArithmeticWord' || !/^[A-Za-z_]\w*$/.test(target.value)) return;
  const text =
    value === undefined ? unknown(machine, { kind: 'other' }, { nonEmpty: true }) : literal(String(value));
  assign(machine, state, target.value, text, placeOf(machine, target));
}

/** Forgets what a part that may not be carried out would assign. */
function forget(machine: Machine, state: State, expression: ArithmeticExpression): void {
  switch (expression.type) {
    case 'ArithmeticUnary':
      if (expression.operator === '++' || expression.operator === '--')
        store(machine, state, expression.operand, undefined);
      forget(machine, state, expression.operand);
      return;
    case 'ArithmeticBinary':
      if (/^[^=!<>]*=$/.test(expression.operator)) store(machine, state, expression.left, undefined);
      forget(machine, state, expression.left);
      forget(machine, state, expression.right);
      return;
    case 'ArithmeticTernary':
      forget(machine, state, expression.test);
      forget(machine, state, expression.consequent);
      forget(machine, state, expression.alternate);
      return;
    case 'ArithmeticGroup':
      forget(machine, state, expression.expression);
      return;
    default:
      return;
  }
}
