import type { Finding } from '../../diagnostics/finding.ts';
import type { MappedText } from '../../source/mapped-text.ts';
import { type LexicalFault, lexExpression, quoted } from './lex-expression.ts';
import { binaryOperator, bindings, ternaryPower, unaryPower } from './operators.ts';
import { parseAccess } from './parse-access.ts';
import { missingColon, missingValue, surplus } from './parse-faults.ts';
import {
  countLink,
  deeper,
  endAt,
  isSign,
  type ParseState,
  peek,
  startsNothing,
  withColon,
} from './parse-state.ts';
import type { BinaryOperator, Expression, ExpressionRange } from './tree.ts';

/** What reading one expression gave. */
export interface ParsedExpression {
  /** The tree; `undefined` when the text is no expression. */
  readonly expression: Expression | undefined;
  /** Why it is none; empty when there is a tree. */
  readonly faults: readonly Finding[];
}

/** Longest expression that is read, in UTF-16 units; real ones stay under 500. */
export const longestExpression = 10_000;

/** Reads what stands between `${{` and `}}`, blanks included. Never throws; the first fault ends the reading. */
export function parseExpression(text: MappedText): ParsedExpression {
  const source = text.text;
  const result = read(source, true);
  if (result.fault === undefined) return { expression: result.expression, faults: [] };
  if (/\\['"]/.test(source)) {
    const other = read(source, false);
    if (other.fault === undefined) return { expression: other.expression, faults: [] };
  }
  const { message, help, start, end } = result.fault;
  return { expression: undefined, faults: [{ message, help, at: text.spanOf(start, end) }] };
}

interface Reading {
  readonly expression: Expression | undefined;
  readonly fault: LexicalFault | undefined;
}

function read(source: string, escapes: boolean): Reading {
  const whole = { start: 0, end: source.length };
  if (source.trim() === '') {
    const help = 'write what to read, such as inputs.name, or remove the braces';
    return failed({ ...whole, message: 'empty expression', help });
  }
  if (source.length > longestExpression) {
    const message = `expression of ${source.length} characters; at most ${longestExpression} are read`;
    return failed({ ...whole, message });
  }
  const { tokens, fault } = lexExpression(source, { escapes });
  // What the lexer could not read stands behind all tokens, so a fault of the parser among those comes first.
  const usable = fault === undefined ? tokens : [...tokens, endAt(fault.start)];
  return parseAll(
    { tokens: usable, at: 0, depth: 0, links: 0, ternary: false, fault: undefined, read: parseBinding },
    fault,
  );
}

function failed(fault: LexicalFault): Reading {
  return { expression: undefined, fault };
}

function parseAll(state: ParseState, lexical: LexicalFault | undefined): Reading {
  const expression = parseBinding(state, 0);
  if (expression !== undefined && peek(state).kind !== 'end') surplus(state, expression);
  const parsing = state.fault;
  if (lexical !== undefined && (parsing === undefined || peek(state).kind === 'end')) return failed(lexical);
  if (parsing !== undefined || expression === undefined) {
    return failed(parsing ?? { start: 0, end: 0, message: 'expected an expression' });
  }
  return { expression, fault: undefined };
}

function parseBinding(state: ParseState, least: number): Expression | undefined {
  let left = parseUnary(state);
  while (left !== undefined) {
    const token = peek(state);
    if (isSign(token, '?') && ternaryPower >= least) {
      left = parseTernary(state, left);
      continue;
    }
    const infix = infixAt(state);
    if (infix === undefined) return left;
    const { power, rightAssociative } = bindings[infix.operator];
    if (power < least) return left;
    if (!countLink(state)) return undefined;
    state.at += infix.width;
    const operatorRange = infix.range;
    const right = operand(state, rightAssociative ? power : power + 1, infix.operator, operatorRange);
    if (right === undefined) return undefined;
    left = {
      kind: 'binary',
      operator: infix.operator,
      operatorRange,
      left,
      right,
      start: left.start,
      end: right.end,
    };
  }
  return left;
}

function operand(
  state: ParseState,
  least: number,
  after: string,
  at: ExpressionRange,
): Expression | undefined {
  if (startsNothing(peek(state))) {
    return missingValue(state, after, at, `compare with '' for an empty text, or remove ${quoted(after)}`);
  }
  return deeper(state, () => parseBinding(state, least));
}

interface Infix {
  readonly operator: BinaryOperator;
  readonly range: ExpressionRange;
  /** How many tokens it takes. */
  readonly width: number;
}

function infixAt(state: ParseState): Infix | undefined {
  const token = peek(state);
  if (token.kind !== 'sign' && token.kind !== 'word') return undefined;
  if (isSign(token, '!')) {
    const next = state.tokens[state.at + 1];
    const negated = next?.kind === 'word' ? binaryOperator(`!${next.text}`) : undefined;
    if (next === undefined || negated === undefined) return undefined;
    return { operator: negated, range: { start: token.start, end: next.end }, width: 2 };
  }
  const operator = binaryOperator(token.text);
  return operator === undefined ? undefined : { operator, range: token, width: 1 };
}

function parseTernary(state: ParseState, condition: Expression): Expression | undefined {
  const mark = peek(state);
  state.at++;
  if (startsNothing(peek(state))) return missingValue(state, '?', mark, "write '' for an empty text");
  const consequent = withColon(state, true, () => deeper(state, () => parseBinding(state, ternaryPower)));
  if (consequent === undefined) return undefined;
  const colon = peek(state);
  if (!isSign(colon, ':'))
    return colon.kind === 'end' ? missingColon(state, mark) : surplus(state, consequent);
  state.at++;
  if (startsNothing(peek(state))) return missingValue(state, ':', colon, "write '' for an empty text");
  const otherwise = deeper(state, () => parseBinding(state, ternaryPower));
  if (otherwise === undefined) return undefined;
  const range = { start: condition.start, end: otherwise.end };
  // biome-ignore lint/suspicious/noThenProperty: the tree's name for it; nobody awaits an expression
  return { kind: 'ternary', condition, then: consequent, otherwise, ...range };
}

function parseUnary(state: ParseState): Expression | undefined {
  const token = peek(state);
  if (!isSign(token, '!') && !isSign(token, '-')) return parseAccess(state);
  state.at++;
  if (startsNothing(peek(state))) return missingValue(state, token.text, token);
  const inner = deeper(state, () => parseBinding(state, unaryPower));
  if (inner === undefined) return undefined;
  const kind = token.text === '!' ? 'not' : 'negate';
  return { kind, operand: inner, start: token.start, end: inner.end };
}
