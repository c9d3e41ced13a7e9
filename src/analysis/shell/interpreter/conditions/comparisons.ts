import { textOf, type Value } from '../state/value.ts';
import { learn } from '../state/variables.ts';
import { matchesGlob } from '../words/glob.ts';
import { areEqual } from '../words/parameters.ts';
import { lengthTest } from './unary-tests.ts';
import { combined, negated, open, type Verdict } from './verdict.ts';

/** A test of two words, such as `==`, `-lt` and `=~`; `pattern` tells that the right one is not quoted. */
export function binaryTest(left: Value, operator: string, right: Value, pattern: boolean): Verdict {
  switch (operator) {
    case '=':
    case '==':
      return equality(left, right, pattern);
    case '!=':
      return negated(equality(left, right, pattern));
    case '-eq':
    case '-ne':
    case '-lt':
    case '-le':
    case '-gt':
    case '-ge':
      return numbers(left, operator, right);
    case '=~':
      return expressionMatch(left, right);
    case '-nt':
    case '-ot':
    case '-ef':
      return open;
    case '<':
    case '>': {
      const one = textOf(left);
      const other = textOf(right);
      if (one === undefined || other === undefined || /[^\w]/.test(one + other)) return open;
      if (/[A-Z]/.test(one + other)) return open;
      return { holds: operator === '<' ? one < other : one > other };
    }
    case '-a':
    case '&&':
      return combined(lengthTest(left), '&&', lengthTest(right));
    case '-o':
    case '||':
      return combined(lengthTest(left), '||', lengthTest(right));
    default:
      return open;
  }
}

function equality(left: Value, right: Value, pattern: boolean): Verdict {
  if (pattern) {
    const text = textOf(left);
    const glob = textOf(right);
    if (text === undefined || glob === undefined) return open;
    return { holds: matchesGlob(glob, text) };
  }
  return {
    holds: areEqual(left, right),
    whenTrue: (state) => {
      if (textOf(right) !== undefined) learn(state, left, right);
      else if (textOf(left) !== undefined) learn(state, right, left);
    },
    whenFalse: (state) => {
      if (right.length === 0) learn(state, left, 'non-empty');
      else if (left.length === 0) learn(state, right, 'non-empty');
    },
  };
}

function numbers(left: Value, operator: string, right: Value): Verdict {
  const one = numberIn(left);
  const other = numberIn(right);
  if (one === undefined || other === undefined) return open;
  switch (operator) {
    case '-eq':
      return { holds: one === other };
    case '-ne':
      return { holds: one !== other };
    case '-lt':
      return { holds: one < other };
    case '-le':
      return { holds: one <= other };
    case '-gt':
      return { holds: one > other };
    default:
      return { holds: one >= other };
  }
}

function numberIn(value: Value): number | undefined {
  const text = textOf(value)?.trim();
  return text !== undefined && /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;
}

function expressionMatch(left: Value, right: Value): Verdict {
  const text = textOf(left);
  const source = textOf(right);
  if (source === undefined || !/^[\^$\w[\]\-+*?().|{}, ]*$/.test(source)) return open;
  const requires = /^\^?(\[[^\]]+\]|\w)\+/.test(source);
  if (text === undefined) {
    return requires ? { holds: undefined, whenTrue: (state) => learn(state, left, 'non-empty') } : open;
  }
  try {
    return { holds: new RegExp(source, 'u').test(text) };
  } catch {
    return open;
  }
}

/** What `case` tells: whether a text matches a pattern, and what follows. */
export function patternTest(value: Value, pattern: Value, isPattern: boolean): Verdict {
  const text = textOf(pattern);
  if (text === '*' && isPattern) return { holds: true };
  if (!isPattern) return equality(value, pattern, false);
  const known = textOf(value);
  if (text === undefined) return open;
  if (known === undefined) {
    return /[^*]/.test(text.replace(/\[[^\]]*\]/g, 'x'))
      ? { holds: undefined, whenTrue: (state) => learn(state, value, 'non-empty') }
      : open;
  }
  return { holds: matchesGlob(text, known) };
}
