import { assertNever } from '../../../../base/assert-never.ts';
import type { Span } from '../../../../source/span.ts';
import type { TestExpression, Word } from '../../../../syntax/bash/tree.ts';
import { assume, type Machine, placeOf } from '../machine.ts';
import { single } from '../state/merge.ts';
import { fork, type State } from '../state/state.ts';
import { textOf } from '../state/value.ts';
import { expandWord, type Field } from '../words/words.ts';
import { binaryTest } from './comparisons.ts';
import { lengthTest, unaryTest } from './unary-tests.ts';
import { combined, negated, open, type Verdict } from './verdict.ts';

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
