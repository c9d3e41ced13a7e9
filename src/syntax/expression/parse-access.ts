import type { Token } from './lex-expression.ts';
import { binaryOperator } from './operators.ts';
import { methodCall, missingName, missingValue, neverClosed, surplus, unexpected } from './parse-faults.ts';
import {
  countLink,
  deeper,
  fail,
  isSign,
  type ParseState,
  peek,
  startsNothing,
  withColon,
} from './parse-state.ts';
import type { Expression, ExpressionRange, PathPart, StateKeyword } from './tree.ts';

/** Reads a value and the `get`s, `[…]` and `.name`s behind it, which bind tightest. */
export function parseAccess(state: ParseState): Expression | undefined {
  let target = parsePrimary(state);
  while (target !== undefined) {
    const token = peek(state);
    if (token.kind === 'word' && token.text === 'get') {
      state.at++;
      target = parseGetKey(state, target, token);
    } else if (isSign(token, '[') && token.start === target.end) {
      target = parseIndexed(state, target);
    } else if (isSign(token, '.') && token.start === target.end && target.kind !== 'path') {
      const name = state.tokens[state.at + 1];
      if (name?.kind !== 'name') return missingName(state, token);
      state.at += 2;
      const key: Expression = { kind: 'bareword', value: name.text, start: name.start, end: name.end };
      target = { kind: 'get', target, key, start: target.start, end: name.end };
    } else {
      return target;
    }
    if (target !== undefined && !countLink(state)) return undefined;
  }
  return target;
}

function parseGetKey(state: ParseState, target: Expression, word: Token): Expression | undefined {
  const colon = peek(state);
  if (isSign(colon, ':') && !state.ternary) return parseSlice(state, target, undefined, word.end);
  if (startsNothing(colon)) {
    return missingValue(state, 'get', word, 'name an index or a key: inputs.workers get 0');
  }
  const key = parseIndex(state);
  if (key === undefined) return undefined;
  if (isSign(peek(state), ':') && !state.ternary) return parseSlice(state, target, key, key.end);
  return { kind: 'get', target, key, start: target.start, end: key.end };
}

function parseSlice(
  state: ParseState,
  target: Expression,
  from: Expression | undefined,
  end: number,
): Expression | undefined {
  const colon = peek(state);
  state.at++;
  const next = peek(state);
  if (startsNothing(next) || startsOperator(next)) {
    if (from === undefined) {
      return fail(state, colon, 'a slice needs a first or a last index', 'write for example: get 0:2');
    }
    return { kind: 'slice', target, from, to: undefined, start: target.start, end: Math.max(end, colon.end) };
  }
  const to = parseIndex(state);
  if (to === undefined) return undefined;
  return { kind: 'slice', target, from, to, start: target.start, end: to.end };
}

/** Whether an operator rather than the end of a slice begins with a token; a minus sign belongs to the slice. */
function startsOperator(token: Token): boolean {
  if (token.kind === 'word') return token.text === 'get' || binaryOperator(token.text) !== undefined;
  return token.kind === 'sign' && !['(', '[', '.', '-'].includes(token.text);
}

/** An index or a key: a value, with a minus sign to count from the end. */
function parseIndex(state: ParseState): Expression | undefined {
  const sign = peek(state);
  if (!isSign(sign, '-')) return parsePrimary(state);
  state.at++;
  const operand = parsePrimary(state);
  return operand && { kind: 'negate', operand, start: sign.start, end: operand.end };
}

function parseIndexed(state: ParseState, target: Expression): Expression | undefined {
  const part = parseBracket(state);
  if (part === undefined) return undefined;
  const key: Expression =
    part.kind === 'computed'
      ? part.key
      : { kind: 'bareword', value: 'index', start: part.start + 1, end: part.end - 1 };
  return { kind: 'get', target, key, start: target.start, end: part.end };
}

function parsePrimary(state: ParseState): Expression | undefined {
  const token = peek(state);
  const range = { start: token.start, end: token.end };
  switch (token.kind) {
    case 'number':
      state.at++;
      return { kind: 'number', value: token.value, ...range };
    case 'string':
      state.at++;
      return { kind: 'string', value: token.value, quote: token.quote, ...range };
    case 'word':
    case 'name':
      return parseWord(state, token);
    case 'sign':
      if (token.text === '(') return parseGroup(state);
      if (token.text === '[') return parseList(state);
      if (token.text === '.') return parsePath(state, '', { start: token.start, end: token.start });
      return unexpected(state, token);
    case 'end':
      return unexpected(state, token);
  }
}

const keywords: ReadonlySet<string> = new Set<StateKeyword>([
  'always',
  'never',
  'completed',
  'error',
  'canceled',
]);

function parseWord(state: ParseState, token: Token): Expression | undefined {
  state.at++;
  const range = { start: token.start, end: token.end };
  const next = peek(state);
  if (isSign(next, '(') && next.start === token.end) return parseCall(state, token);
  if ((isSign(next, '.') || isSign(next, '[')) && next.start === token.end) {
    return parsePath(state, token.text, range);
  }
  switch (token.text) {
    case 'true':
    case 'false':
      return { kind: 'boolean', value: token.text === 'true', ...range };
    case 'null':
      return { kind: 'null', ...range };
  }
  if (keywords.has(token.text)) return { kind: 'keyword', keyword: token.text as StateKeyword, ...range };
  return { kind: 'bareword', value: token.text, ...range };
}

function parsePath(state: ParseState, root: string, rootRange: ExpressionRange): Expression | undefined {
  const parts: PathPart[] = [];
  for (;;) {
    const token = peek(state);
    const end = parts.at(-1)?.end ?? rootRange.end;
    const adjoins = token.start === end;
    if (adjoins && isSign(token, '[')) {
      const part = parseBracket(state);
      if (part === undefined) return undefined;
      parts.push(part);
    } else if (adjoins && isSign(token, '.')) {
      const next = state.tokens[state.at + 1];
      if (isSign(next, '[') && next?.start === token.end) {
        state.at++;
        const part = parseBracket(state);
        if (part === undefined) return undefined;
        parts.push(part);
      } else if (next?.kind === 'name') {
        state.at += 2;
        parts.push({ kind: 'name', name: next.text, start: next.start, end: next.end });
      } else {
        return missingName(state, token);
      }
    } else {
      if (adjoins && isSign(token, '(')) return methodCall(state, parts.at(-1) ?? rootRange);
      return { kind: 'path', root, rootRange, parts, start: rootRange.start, end };
    }
  }
}

function parseBracket(state: ParseState): PathPart | undefined {
  const open = peek(state);
  const word = state.tokens[state.at + 1];
  const close = state.tokens[state.at + 2];
  if (word?.kind === 'word' && word.text === 'index' && isSign(close, ']')) {
    state.at += 3;
    return { kind: 'row-index', start: open.start, end: close?.end ?? word.end };
  }
  state.at++;
  if (isSign(peek(state), ']')) {
    fail(state, { start: open.start, end: peek(state).end }, 'expected an index between the brackets');
    return undefined;
  }
  const key = withColon(state, false, () => deeper(state, () => state.read(state, 0)));
  if (key === undefined) return undefined;
  const end = closed(state, open, ']', key);
  return end === undefined ? undefined : { kind: 'computed', key, start: open.start, end };
}

function parseGroup(state: ParseState): Expression | undefined {
  const open = peek(state);
  state.at++;
  if (isSign(peek(state), ')')) {
    const range = { start: open.start, end: peek(state).end };
    return fail(state, range, 'expected an expression between the parentheses');
  }
  const inner = withColon(state, false, () => deeper(state, () => state.read(state, 0)));
  if (inner === undefined) return undefined;
  const end = closed(state, open, ')', inner);
  return end === undefined ? undefined : { kind: 'group', inner, start: open.start, end };
}

function parseList(state: ParseState): Expression | undefined {
  const open = peek(state);
  const items = parseItems(state, ']');
  return items && { kind: 'list', items: items.list, start: open.start, end: items.end };
}

function parseCall(state: ParseState, name: Token): Expression | undefined {
  const items = parseItems(state, ')');
  const nameRange = { start: name.start, end: name.end };
  return (
    items && {
      kind: 'call',
      name: name.text,
      nameRange,
      arguments: items.list,
      start: name.start,
      end: items.end,
    }
  );
}

/** Values between brackets or parentheses, separated by commas; one comma at the end is no fault. */
function parseItems(
  state: ParseState,
  close: ']' | ')',
): { readonly list: readonly Expression[]; readonly end: number } | undefined {
  const open = peek(state);
  state.at++;
  const list: Expression[] = [];
  while (!isSign(peek(state), close)) {
    if (peek(state).kind === 'end') return neverClosed(state, open, close);
    if (startsNothing(peek(state))) return unexpected(state, peek(state));
    const item = withColon(state, false, () => deeper(state, () => state.read(state, 0)));
    if (item === undefined) return undefined;
    list.push(item);
    if (isSign(peek(state), ',')) state.at++;
    else if (!isSign(peek(state), close)) {
      closed(state, open, close, item);
      return undefined;
    }
  }
  const end = peek(state).end;
  state.at++;
  return { list, end };
}

/** Takes the closing sign and gives where it ends. */
function closed(state: ParseState, open: Token, close: string, inner: Expression): number | undefined {
  const token = peek(state);
  if (isSign(token, close)) {
    state.at++;
    return token.end;
  }
  if (token.kind !== 'end') return surplus(state, inner);
  return neverClosed(state, open, close);
}
