import { quoted, type Token } from './lex-expression.ts';
import { describe, endAt, fail, isSign, type ParseState, peek } from './parse-state.ts';
import type { Expression, ExpressionRange } from './tree.ts';

const ternaryForm = 'a ternary reads: condition ? value : other value';

/** Words of other languages where an operator is expected, and what to write instead. */
const foreignOperators: ReadonlyMap<string, string> = new Map([
  ['and', 'write && for "and"'],
  ['or', 'write || for "or"'],
  ['not', 'write ! for "not"'],
  ['is', 'write == to compare'],
  ['eq', 'write == to compare'],
  ['ne', 'write != to compare'],
  ['contains', 'write includes: list includes value'],
  ['then', ternaryForm],
]);

/** A value is expected and something else stands there. */
export function unexpected(state: ParseState, token: Token): undefined {
  const help = token.kind === 'sign' && token.text === '/' ? 'put text between quotes' : undefined;
  return fail(state, token, `expected a value, found ${describe(token)}`, help);
}

/** A value is expected behind a sign, which is blamed because what follows may be nothing at all. */
export function missingValue(
  state: ParseState,
  after: string,
  at: ExpressionRange,
  help?: string,
): undefined {
  return fail(state, at, `expected a value after ${quoted(after)}, found ${describe(peek(state))}`, help);
}

/** A ternary stops before its second half. */
export function missingColon(state: ParseState, mark: ExpressionRange): undefined {
  return fail(state, mark, '"?" without its ":"', ternaryForm);
}

/** A parenthesis or bracket is open at the end. */
export function neverClosed(state: ParseState, open: Token, close: string): undefined {
  return fail(state, open, `${quoted(open.text)} is never closed`, `add ${quoted(close)}`);
}

/** A dot leads to nothing. */
export function missingName(state: ParseState, dot: Token): undefined {
  const next = state.tokens[state.at + 1] ?? endAt(dot.end);
  const message = `expected a name directly after the dot, found ${describe(next)}`;
  return fail(state, dot, message, 'name what to read, as in inputs.name');
}

/** A value is called as in JavaScript. */
export function methodCall(state: ParseState, at: ExpressionRange): undefined {
  const help = "use operators: text includes 'part', list get 0";
  return fail(state, at, 'values have no methods to call', help);
}

/** Something stands where only an operator or the end may. */
export function surplus(state: ParseState, before: Expression): undefined {
  const token = peek(state);
  const foreign = token.kind === 'word' ? foreignOperators.get(token.text) : undefined;
  if (foreign !== undefined) return fail(state, token, `unknown operator ${quoted(token.text)}`, foreign);
  if (isSign(token, ')') || isSign(token, ']')) {
    const open = token.text === ')' ? '(' : '[';
    const help = `remove it, or add ${quoted(open)} before it`;
    return fail(state, token, `${quoted(token.text)} closes nothing`, help);
  }
  if (isSign(token, ':')) return fail(state, token, '":" without a "?" before it', ternaryForm);
  const help =
    before.kind === 'bareword' && token.kind === 'word'
      ? 'put text of several words between quotes'
      : 'put an operator such as == or && between the two values';
  return fail(state, token, `expected an operator or the end, found ${describe(token)}`, help);
}
