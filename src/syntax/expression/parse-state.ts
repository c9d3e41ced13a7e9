import { type LexicalFault, quoted, type Token } from './lex-expression.ts';
import type { Expression, ExpressionRange } from './tree.ts';

/** Deepest nesting of parentheses, brackets, ternaries and prefix operators that is read. */
export const deepestExpression = 100;

/** Most operators that are read: a chain of them makes a tree as deep as it is long. */
export const mostLinks = 500;

/** Where a reading of tokens stands; the last token is of kind `end`. */
export interface ParseState {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  links: number;
  /** Inside the middle of a ternary, where a colon belongs to it and not to a slice. */
  ternary: boolean;
  /** The first fault; later ones are its consequences. */
  fault: LexicalFault | undefined;
  /** Reads an expression whose operators bind at least so tightly; here so that the files need not import each other. */
  readonly read: (state: ParseState, least: number) => Expression | undefined;
}

/** The end of the text as a token. */
export function endAt(offset: number): Token {
  return { kind: 'end', text: '', start: offset, end: offset };
}

/** The token that comes next. */
export function peek(state: ParseState): Token {
  return state.tokens[state.at] ?? endAt(0);
}

/** Whether a token is this sign. */
export function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** Whether no value can begin with a token. */
export function startsNothing(token: Token): boolean {
  return token.kind === 'end' || (token.kind === 'sign' && [')', ']', ',', ':'].includes(token.text));
}

/** Notes a fault, unless there is one already. */
export function fail(state: ParseState, range: ExpressionRange, message: string, help?: string): undefined {
  state.fault ??= { start: range.start, end: range.end, message, help };
  return undefined;
}

/** Runs a reader one level deeper, or fails when that is too deep. */
export function deeper(state: ParseState, reader: () => Expression | undefined): Expression | undefined {
  if (state.depth >= deepestExpression) {
    const message = `expression nested more than ${deepestExpression} levels deep`;
    return fail(state, peek(state), message, 'split it into several steps');
  }
  state.depth++;
  const result = reader();
  state.depth--;
  return result;
}

/** Counts one more operator; false, with a fault, when there are too many. */
export function countLink(state: ParseState): boolean {
  state.links++;
  if (state.links <= mostLinks) return true;
  fail(state, peek(state), `expression of more than ${mostLinks} operators`, 'split it into several steps');
  return false;
}

/** Runs a reader with its own meaning of the colon. */
export function withColon<Result>(state: ParseState, ternary: boolean, reader: () => Result): Result {
  const outer = state.ternary;
  state.ternary = ternary;
  const result = reader();
  state.ternary = outer;
  return result;
}

/** A token in words, for messages. */
export function describe(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end of the expression';
    case 'string':
      return `the string ${token.text}`;
    case 'number':
      return `the number ${token.text}`;
    case 'word':
    case 'name':
    case 'sign':
      return quoted(token.text);
  }
}
