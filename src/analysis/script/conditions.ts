import { assertNever } from '../../base/assert-never.ts';
import type { Span } from '../../source/span.ts';
import type { TestExpression, Word } from '../../syntax/bash/tree.ts';
import { matchesGlob } from './glob.ts';
import { pathKey } from './job-path.ts';
import { assume, fileOf, isRemembered, type Machine, placeOf } from './machine.ts';
import { single } from './merge.ts';
import { areEqual } from './parameters.ts';
import { fork, type State, setFile } from './state.ts';
import { emptyValue, isNonEmpty, textOf, type Value } from './value.ts';
import { learn } from './variables.ts';
import { expandWord, type Field } from './words.ts';

/** What a condition comes to on one path, and what follows from it either way. */
export interface Verdict {
  readonly holds: boolean | undefined;
  whenTrue?(state: State): void;
  whenFalse?(state: State): void;
}

const open: Verdict = { holds: undefined };

/** The paths that a condition leads to, with their exit status. */
export function decided(machine: Machine, state: State, verdict: Verdict, at: Span, text: string): State[] {
  if (verdict.holds !== undefined) {
    state.status = verdict.holds ? 0 : 1;
    return [state];
  }
  if (machine.tested === 0 && !state.errexit) {
    state.status = undefined;
    return [state];
  }
  const other = fork(state);
  verdict.whenTrue?.(state);
  assume(state, at, text, true);
  state.status = 0;
  verdict.whenFalse?.(other);
  assume(other, at, text, false);
  other.status = 1;
  return [state, other];
}

/** `[[ … ]]`. */
export function testExpression(machine: Machine, state: State, test: TestExpression): Verdict {
  switch (test.type) {
    case 'TestUnary':
      return unaryTest(machine, state, test.operator, expandWord(machine, state, test.operand));
    case 'TestBinary': {
      const left = expandWord(machine, state, test.left);
      const right = expandWord(machine, state, test.right);
      return binaryTest(left, test.operator, right, hasPattern(test.right));
    }
    case 'TestNot': {
      const inner = testExpression(machine, state, test.operand);
      return test.negations.length % 2 === 1 ? negated(inner) : inner;
    }
    case 'TestGroup':
      return testExpression(machine, state, test.expression);
    case 'TestLogical':
      return logical(machine, state, test.operands, test.operator);
    default:
      return assertNever(test);
  }
}

/** Operands one after the other, each only where those before it leave the answer open. */
function logical(
  machine: Machine,
  state: State,
  [first, ...rest]: readonly TestExpression[],
  operator: '&&' | '||',
): Verdict {
  if (first === undefined) return open;
  let verdict = testExpression(machine, state, first);
  for (const operand of rest) {
    if (state.flow !== 'next' || verdict.holds === (operator === '||')) return verdict;
    if (verdict.holds !== undefined) {
      verdict = combined(verdict, operator, testExpression(machine, state, operand));
      continue;
    }
    const asked = fork(state);
    const answer = testExpression(machine, asked, operand);
    // Where asking ends the shell, the answer was there before.
    if (asked.flow !== 'next') {
      if (machine.nested > 0) machine.leaving.push(asked);
      else machine.hooks.leave(machine, state, placeOf(machine, operand));
      return { holds: operator === '||' };
    }
    verdict = combined(verdict, operator, answer);
    if (asked.vars !== state.vars || asked.files !== state.files || asked.known !== state.known) {
      const both = single(machine, [fork(state), asked]);
      if (both !== undefined) Object.assign(state, both);
    }
  }
  return verdict;
}

function hasPattern(word: Word): boolean {
  return (word.parts ?? []).some((part) => part.type === 'Glob' || part.type === 'ExtendedGlob');
}

/** `test …` and `[ … ]`, the brackets left off. */
export function testWords(machine: Machine, state: State, fields: readonly Field[]): Verdict {
  if (fields.length > 40) return open;
  const words = fields.map((field) => textOf(field.value));
  const or = words.lastIndexOf('-o');
  if (or > 0 && or < fields.length - 1 && fields.length > 3)
    return combined(
      testWords(machine, state, fields.slice(0, or)),
      '||',
      testWords(machine, state, fields.slice(or + 1)),
    );
  const and = words.lastIndexOf('-a');
  if (and > 0 && and < fields.length - 1 && fields.length > 3)
    return combined(
      testWords(machine, state, fields.slice(0, and)),
      '&&',
      testWords(machine, state, fields.slice(and + 1)),
    );
  const [first, second, third] = fields;
  if (first === undefined) return { holds: false };
  if (words[0] === '!' && fields.length > 1) return negated(testWords(machine, state, fields.slice(1)));
  if (second === undefined) return first.loose ? open : lengthTest(first.value);
  if (third === undefined) {
    const operator = words[0];
    if (operator === undefined) return open;
    if (second.loose && operator !== '-z') return unaryTest(machine, state, operator, second.value, 'loose');
    return unaryTest(machine, state, operator, second.value);
  }
  if (fields.length > 3) return open;
  const operator = words[1];
  if (operator === undefined) return open;
  if (first.loose || third.loose) {
    // With an empty text the words would shift and the test would fail with a message.
    const verdict = binaryTest(first.value, operator, third.value, false);
    return { ...verdict, holds: verdict.holds === false ? false : undefined };
  }
  return binaryTest(first.value, operator, third.value, false);
}

function lengthTest(value: Value): Verdict {
  return {
    holds: isNonEmpty(value),
    whenTrue: (state) => learn(state, value, 'non-empty'),
    whenFalse: (state) => learn(state, value, emptyValue),
  };
}

function unaryTest(machine: Machine, state: State, operator: string, value: Value, loose?: 'loose'): Verdict {
  switch (operator) {
    case '-n':
      return loose === undefined ? lengthTest(value) : open;
    case '-z':
      return negated(lengthTest(value));
    case '-e':
    case '-a':
    case '-f':
    case '-d':
    case '-s':
    case '-r':
    case '-w':
    case '-x':
    case '-L':
    case '-h':
    case '-p':
    case '-S':
      return fileTest(machine, state, operator, value);
    case '-v': {
      const name = textOf(value);
      const variable = name === undefined ? undefined : state.vars.get(name);
      if (variable !== undefined && variable.set !== 'maybe') return { holds: variable.set === 'yes' };
      if (name !== undefined && variable === undefined && machine.world.environment(name) === 'unset')
        return { holds: false };
      return open;
    }
    default:
      return open;
  }
}

function fileTest(machine: Machine, state: State, operator: string, value: Value): Verdict {
  if (value.length === 0) return { holds: false };
  const key = pathKey(value, state.cwd);
  if (key === undefined) return open;
  const fact = fileOf(machine, state, key);
  // Beside the script itself, which may change files meanwhile.
  if (machine.background > 0 && machine.world.followed.includes(key)) return open;
  if (fact.presence === 'no' && !machine.world.isVolatile(key)) return { holds: false };
  if (fact.presence === 'yes') {
    const isDirectory = fact.directory ?? (fact.written !== undefined ? false : undefined);
    if (operator === '-e' || operator === '-a' || operator === '-r') return { holds: true };
    if (operator === '-f') return { holds: isDirectory === undefined ? undefined : !isDirectory };
    if (operator === '-d') return { holds: isDirectory };
    if (operator === '-s' && fact.content !== undefined && isDirectory !== true) {
      const filled = isNonEmpty(fact.content);
      return {
        holds: filled,
        ...(filled === undefined && {
          whenTrue: (after: State) => learn(after, fact.content ?? emptyValue, 'non-empty'),
        }),
      };
    }
    return open;
  }
  if (!isRemembered(machine, key)) return open;
  return {
    holds: undefined,
    whenTrue: (after) =>
      setFile(after, key, {
        ...fact,
        presence: 'yes',
        directory: operator === '-d' ? true : operator === '-f' ? false : fact.directory,
        since: after.slept,
      }),
    whenFalse: (after) => {
      // What is no folder may still be a file.
      const tells =
        operator === '-e' || operator === '-f' || (operator === '-d' && fact.written === undefined);
      if (tells && !machine.world.isVolatile(key))
        setFile(after, key, { ...fact, presence: 'no', since: after.slept });
    },
  };
}

function binaryTest(left: Value, operator: string, right: Value, pattern: boolean): Verdict {
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

function negated(verdict: Verdict): Verdict {
  return {
    holds: verdict.holds === undefined ? undefined : !verdict.holds,
    whenTrue: (state) => verdict.whenFalse?.(state),
    whenFalse: (state) => verdict.whenTrue?.(state),
  };
}

function combined(left: Verdict, operator: '&&' | '||', right: Verdict): Verdict {
  if (operator === '||') return negated(combined(negated(left), '&&', negated(right)));
  if (left.holds === false || right.holds === false) return { holds: false };
  const holds = left.holds === true && right.holds === true ? true : undefined;
  return {
    holds,
    whenTrue: (state) => {
      left.whenTrue?.(state);
      right.whenTrue?.(state);
    },
    whenFalse: (state) => {
      // Which of the two failed is known only when the other one holds.
      if (left.holds === true) right.whenFalse?.(state);
      else if (right.holds === true) left.whenFalse?.(state);
    },
  };
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
