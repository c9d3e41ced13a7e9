/**
 * A value while a workflow runs. `undefined` is what was not supplied: an input that the caller left out, an
 * output that nobody wrote.
 */
export type ExpressionValue =
  | string
  | number
  | boolean
  | undefined
  | readonly ExpressionValue[]
  | { readonly [name: string]: ExpressionValue };

/** Whether a value is a map of names to values. */
export function isRecord(value: ExpressionValue): value is { readonly [name: string]: ExpressionValue } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: ExpressionValue): value is readonly ExpressionValue[] {
  return Array.isArray(value);
}

/** Whether a value counts as true: everything but `false`, `0`, the empty text and what was not supplied. */
export function isTruthy(value: ExpressionValue): boolean {
  return value !== undefined && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}

/**
 * The text that stands in place of an expression: lists and objects as JSON, booleans as `true` and `false`, what
 * was not supplied as `undefined`, which the platform's own runner guards against (language reference 6.7).
 */
export function renderValue(value: ExpressionValue): string {
  if (value === undefined) return 'undefined';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The number that a value stands for; text counts when all of it is a number. */
export function numberOf(value: ExpressionValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** `==`: numbers equal their text, what was not supplied equals the empty text, booleans equal only booleans. */
export function looselyEqual(left: ExpressionValue, right: ExpressionValue): boolean {
  if (strictlyEqual(left, right)) return true;
  if (left === undefined || right === undefined) return (left ?? right) === '';
  if (typeof left === 'number' || typeof right === 'number') {
    const leftNumber = numberOf(left);
    return leftNumber !== undefined && leftNumber === numberOf(right);
  }
  return false;
}

/** `===`: of the same kind and equal; lists and objects by their content. */
export function strictlyEqual(left: ExpressionValue, right: ExpressionValue): boolean {
  if (typeof left === 'object' && typeof right === 'object')
    return JSON.stringify(left) === JSON.stringify(right);
  return left === right;
}

/** Below zero, zero or above as `left` is before, beside or behind `right`; numerically when both are numbers. */
export function order(left: ExpressionValue, right: ExpressionValue): number {
  const leftNumber = numberOf(left);
  const rightNumber = numberOf(right);
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber - rightNumber;
  const leftText = left === undefined ? '' : renderValue(left);
  const rightText = right === undefined ? '' : renderValue(right);
  return leftText < rightText ? -1 : leftText > rightText ? 1 : 0;
}
