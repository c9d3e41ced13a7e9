import type { ExpressionRange } from './tree.ts';

/** One word or sign of an expression; `name` is what follows a dot in a path. */
export type Token = ExpressionRange & { readonly text: string } & (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'string'; readonly value: string; readonly quote: "'" | '"' }
    | { readonly kind: 'word' }
    | { readonly kind: 'name' }
    | { readonly kind: 'sign' }
    | { readonly kind: 'end' }
  );

/** Where reading stopped and why. */
export interface LexicalFault extends ExpressionRange {
  readonly message: string;
  readonly help?: string | undefined;
}

/** The tokens of an expression, ended by one of kind `end`; with a fault, those before it. */
export interface LexedExpression {
  readonly tokens: readonly Token[];
  readonly fault: LexicalFault | undefined;
}

const blank = /[\s\u00a0]+/y;
// Words may be written in the letters of any script.
const wordShape = /[\p{L}_][\p{L}\p{N}_]*(?:-+[\p{L}\p{N}_]+)*/uy;
const nameShape = /[\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*/uy;
const digitsShape = /\d[\p{L}\p{N}_.]*/uy;
const numberShape = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const signs = /===|!==|\*\*|\/\/|&&|\|\||\?\?|[=!<>]=|[<>+\-*/%!?:()[\],.]/y;

/**
 * Cuts an expression into tokens.
 *
 * @param options.escapes whether a backslash before a quote keeps the quote in the string; the platform does not
 * say, so the parser tries both
 */
export function lexExpression(text: string, options: { readonly escapes: boolean }): LexedExpression {
  const tokens: Token[] = [];
  let at = 0;
  const match = (shape: RegExp): string | undefined => {
    shape.lastIndex = at;
    return shape.test(text) ? text.slice(at, shape.lastIndex) : undefined;
  };
  while (at < text.length) {
    const space = match(blank);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const start = at;
    const character = text[at] ?? '';
    if (character === "'" || character === '"') {
      const string = readString(text, at, character, options.escapes);
      if (string === undefined) return { tokens, fault: unclosedString(text, at, character) };
      at = string.end;
      tokens.push({ kind: 'string', text: text.slice(start, at), start, end: at, ...string.token });
      continue;
    }
    const before = tokens.at(-1);
    const isName = before?.kind === 'sign' && before.text === '.' && before.end === at;
    const name = isName ? match(nameShape) : undefined;
    if (name !== undefined) {
      at += name.length;
      tokens.push({ kind: 'name', text: name, start, end: at });
      continue;
    }
    const word = match(wordShape);
    if (word !== undefined) {
      at += word.length;
      tokens.push({ kind: 'word', text: word, start, end: at });
      continue;
    }
    const digits = match(digitsShape)?.replace(/\.+$/, '');
    if (digits !== undefined) {
      at += digits.length;
      const isNumber = numberShape.test(digits);
      const range = { text: digits, start, end: at };
      tokens.push(
        isNumber ? { kind: 'number', value: Number(digits), ...range } : { kind: 'word', ...range },
      );
      continue;
    }
    const sign = match(signs);
    if (sign === undefined) return { tokens, fault: strangeCharacter(text, at) };
    at += sign.length;
    tokens.push({ kind: 'sign', text: sign, start, end: at });
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return { tokens, fault: undefined };
}

function readString(
  text: string,
  start: number,
  quote: "'" | '"',
  escapes: boolean,
):
  | { readonly end: number; readonly token: { readonly value: string; readonly quote: "'" | '"' } }
  | undefined {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === quote) return { end: at + 1, token: { value, quote } };
    if (escapes && character === '\\' && text[at + 1] === quote) {
      value += quote;
      at++;
    } else {
      value += character;
    }
  }
  return undefined;
}

function unclosedString(text: string, at: number, quote: string): LexicalFault {
  return {
    start: at,
    end: text.trimEnd().length,
    message: `the string that begins with ${quote} is never closed`,
    help: `add ${quote} where the text ends`,
  };
}

function strangeCharacter(text: string, at: number): LexicalFault {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return {
    start: at,
    end: at + character.length,
    message: `unexpected ${quoted(character)} in an expression`,
    help: helpFor(character),
  };
}

function helpFor(character: string): string {
  switch (character) {
    case '=':
      return 'write == to compare; expressions cannot assign';
    case '&':
      return 'write && for "and"';
    case '|':
      return 'write || for "or"; there are no filters';
    case '$':
      return 'shell variables cannot be read here: expressions are replaced before the shell starts; read env.NAME, or close the braces first';
    case '{':
    case '}':
      return 'expressions do not nest: write the names of the contexts directly';
    case '‘':
    case '’':
    case '“':
    case '”':
      return 'write straight quotes, \' or "';
    default:
      return 'put text between quotes';
  }
}

/** A piece of the user's text between quotes that it does not contain itself. */
export function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
