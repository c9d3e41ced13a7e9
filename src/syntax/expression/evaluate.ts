import { assertNever } from '../../base/assert-never.ts';
import type { BinaryOperator, Expression, PathPart, StateKeyword } from './tree.ts';
import {
  type ExpressionValue,
  isList,
  isRecord,
  isTruthy,
  looselyEqual,
  numberOf,
  order,
  renderValue,
  strictlyEqual,
} from './value.ts';

/** How the jobs needed, or the job's earlier steps, ended; what the state keywords say. */
export interface ExpressionState {
  readonly completed: boolean;
  readonly error: boolean;
  readonly canceled: boolean;
}

/** What expressions can read. */
export interface EvaluationContexts {
  /**
   * By name: `inputs`, `needs`, `steps`, `matrix`, `org`, `var`, `sessions`, `env`, `app`. An ignored input is the
   * empty text there, one that was not supplied is absent.
   */
  readonly roots: Readonly<Record<string, ExpressionValue>>;
  /** The attributes of the input at hand, for `.hidden` and its like. */
  readonly own?: Readonly<Record<string, ExpressionValue>> | undefined;
  /** The row that `[index]` means; in a job it is the first. */
  readonly row?: number | undefined;
  /** Absent: everything went well so far. */
  readonly state?: ExpressionState | undefined;
  /** Told of every path that leads to nothing, such as `needs.build.outputs.PORT`; the value is then `undefined`. */
  readonly missing?: ((path: string) => void) | undefined;
}

const allWell: ExpressionState = { completed: true, error: false, canceled: false };

/**
 * The value of an expression, with the platform's semantics: `&&` and `||` give operands, `==` compares loosely,
 * a missing variable of the organization or the user is the empty text. Never throws.
 */
export function evaluate(expression: Expression, contexts: EvaluationContexts): ExpressionValue {
  const value = (inner: Expression): ExpressionValue => evaluate(inner, contexts);
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return expression.value;
    case 'bareword':
      return wordValue(expression.value, contexts);
    case 'null':
      return undefined;
    case 'keyword':
      return stateOf(expression.keyword, contexts);
    case 'path':
      return pathValue(expression, contexts);
    case 'list':
      return expression.items.map(value);
    case 'group':
      return value(expression.inner);
    case 'not':
      return !isTruthy(value(expression.operand));
    case 'negate':
      return arithmetic('-', 0, value(expression.operand));
    case 'binary':
      return binary(expression, value);
    case 'ternary':
      return isTruthy(value(expression.condition)) ? value(expression.then) : value(expression.otherwise);
    case 'get':
      return element(value(expression.target), keyValue(expression.key, contexts));
    case 'slice':
      return slice(
        value(expression.target),
        expression.from && value(expression.from),
        expression.to && value(expression.to),
      );
    case 'call':
      return call(expression.name, contexts);
    default:
      return assertNever(expression);
  }
}

/** Contexts that are read as a whole; the names of the others are too common as texts. */
const wholeContexts: ReadonlySet<string> = new Set(['inputs', 'needs', 'matrix', 'sessions']);

/** A word is a text, but for `undefined` and for the name of a context that is read as a whole. */
function wordValue(word: string, contexts: EvaluationContexts): ExpressionValue {
  if (word === 'undefined') return undefined;
  return (wholeContexts.has(word) ? own(contexts.roots, word) : undefined) ?? word;
}

function stateOf(keyword: StateKeyword, contexts: EvaluationContexts): boolean {
  const state = contexts.state ?? allWell;
  switch (keyword) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'completed':
      return state.completed;
    case 'error':
      return state.error;
    case 'canceled':
      return state.canceled;
    default:
      return assertNever(keyword);
  }
}

/** The functions that the visual editor offers; every other call gives nothing. */
function call(name: string, contexts: EvaluationContexts): ExpressionValue {
  switch (name) {
    case 'always':
    case 'never':
    case 'completed':
    case 'error':
    case 'canceled':
      return stateOf(name, contexts);
    case 'success':
      return stateOf('completed', contexts);
    case 'failure':
      return stateOf('error', contexts);
    case 'cancelled':
      return stateOf('canceled', contexts);
    default:
      contexts.missing?.(`${name}()`);
      return undefined;
  }
}

function pathValue(
  path: Extract<Expression, { kind: 'path' }>,
  contexts: EvaluationContexts,
): ExpressionValue {
  let value: ExpressionValue = path.root === '' ? contexts.own : own(contexts.roots, path.root);
  let name = path.root;
  for (const part of path.parts) {
    const key = partKey(part, contexts);
    name = `${name}.${renderValue(key)}`;
    value = element(value, key);
    if (value === undefined) break;
  }
  if (value !== undefined) return value;
  if (path.root === 'org' || path.root === 'var') return '';
  contexts.missing?.(name);
  return undefined;
}

function partKey(part: PathPart, contexts: EvaluationContexts): ExpressionValue {
  switch (part.kind) {
    case 'name':
      return part.name;
    case 'row-index':
      return contexts.row ?? 0;
    case 'computed':
      return evaluate(part.key, contexts);
    default:
      return assertNever(part);
  }
}

/** The key of a `get`, where the literal word `index` means the row at hand. */
function keyValue(key: Expression, contexts: EvaluationContexts): ExpressionValue {
  if (key.kind === 'bareword' && key.value === 'index' && contexts.row !== undefined) return contexts.row;
  return evaluate(key, contexts);
}

function own(record: Readonly<Record<string, ExpressionValue>>, name: string): ExpressionValue {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** An element of a list by number, of an object by key, of a text by number. */
function element(target: ExpressionValue, key: ExpressionValue): ExpressionValue {
  if (target === undefined || key === undefined) return undefined;
  if (isList(target) || typeof target === 'string') {
    const index = numberOf(key);
    return index === undefined ? undefined : target.at(index);
  }
  return isRecord(target) ? own(target, renderValue(key)) : undefined;
}

function slice(target: ExpressionValue, from: ExpressionValue, to: ExpressionValue): ExpressionValue {
  if (typeof target !== 'string' && !isList(target)) return undefined;
  return target.slice(numberOf(from) ?? 0, numberOf(to));
}

function binary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  value: (inner: Expression) => ExpressionValue,
): ExpressionValue {
  const first = value(left);
  switch (operator) {
    case '&&':
      return isTruthy(first) ? value(right) : first;
    case '||':
      return isTruthy(first) ? first : value(right);
    case '??':
      return first ?? value(right);
    case '==':
      return looselyEqual(first, value(right));
    case '!=':
      return !looselyEqual(first, value(right));
    case '===':
      return strictlyEqual(first, value(right));
    case '!==':
      return !strictlyEqual(first, value(right));
    case '<':
      return order(first, value(right)) < 0;
    case '<=':
      return order(first, value(right)) <= 0;
    case '>':
      return order(first, value(right)) > 0;
    case '>=':
      return order(first, value(right)) >= 0;
    case 'in':
      return contains(value(right), first);
    case '!in':
      return !contains(value(right), first);
    case 'includes':
      return contains(first, value(right));
    case '!includes':
      return !contains(first, value(right));
    case '+':
    case '-':
    case '*':
    case '/':
    case '//':
    case '**':
    case '%':
      return arithmetic(operator, first, value(right));
    default:
      return assertNever(operator);
  }
}

/** Whether a list has an element, a text a part, an object a key. */
function contains(whole: ExpressionValue, part: ExpressionValue): boolean {
  if (isList(whole)) return whole.some((item) => looselyEqual(item, part));
  if (isRecord(whole)) return Object.hasOwn(whole, renderValue(part));
  if (whole === undefined || part === undefined) return false;
  return renderValue(whole).includes(renderValue(part));
}

/** Numbers are calculated with, also when written as text; `+` joins as soon as one side is no number. */
function arithmetic(
  operator: BinaryOperator & ('+' | '-' | '*' | '/' | '//' | '**' | '%'),
  left: ExpressionValue,
  right: ExpressionValue,
): ExpressionValue {
  if (operator === '+' && !(typeof left === 'number' && typeof right === 'number')) {
    return joined(left) + joined(right);
  }
  const first = numberOf(left);
  const second = numberOf(right);
  if (first === undefined || second === undefined) return undefined;
  switch (operator) {
    case '+':
      return first + second;
    case '-':
      return first - second;
    case '*':
      return first * second;
    case '/':
      return first / second;
    case '//':
      return Math.floor(first / second);
    case '**':
      return first ** second;
    case '%':
      return first % second;
    default:
      return assertNever(operator);
  }
}

function joined(value: ExpressionValue): string {
  return value === undefined ? '' : renderValue(value);
}
