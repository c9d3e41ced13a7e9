import fc from 'fast-check';
import {
  all,
  type Formula,
  fixed,
  implies,
  negation,
  truthOf,
  type Variable,
} from '../../../src/analysis/expressions/formula.ts';

const mode: Variable = { key: 'inputs.mode', kind: 'text', values: undefined };
const fast: Variable = { key: 'inputs.fast', kind: 'boolean', values: undefined };
const choice: Variable = { key: 'inputs.choice', kind: 'text', values: ['a', 'b'] };
const is = (variable: Variable, value: string): Formula => ({ kind: 'equals', variable, value });
const or = (...parts: readonly Formula[]): Formula => ({ kind: 'or', parts });

test.each<[string, Formula, 'every' | 'none' | 'some']>([
  ['a != x || a != y', or(negation(is(mode, 'x')), negation(is(mode, 'y'))), 'every'],
  ['a == x && a == y', all([is(mode, 'x'), is(mode, 'y')]), 'none'],
  ['a == x || a == y', or(is(mode, 'x'), is(mode, 'y')), 'some'],
  ['b == true && b == false', all([is(fast, 'true'), is(fast, 'false')]), 'none'],
  ['b == true || b == false, which an ignored input is not', or(is(fast, 'true'), is(fast, 'false')), 'some'],
  ['b || !b', or({ kind: 'truthy', variable: fast }, negation({ kind: 'truthy', variable: fast })), 'every'],
  ['options a and b, and empty', or(is(choice, 'a'), is(choice, 'b'), is(choice, '')), 'every'],
  ['an input that can only be empty', is({ key: 'e', kind: 'text', values: [] }, ''), 'every'],
  [
    'an input that can only be empty, set',
    { kind: 'truthy', variable: { key: 'e', kind: 'text', values: [] } },
    'none',
  ],
  ['an unknown', { kind: 'free', key: 'x' }, 'some'],
  [
    'an unknown and its opposite',
    all([{ kind: 'free', key: 'x' }, negation({ kind: 'free', key: 'x' })]),
    'none',
  ],
])('%s', (_, formula, truth) => {
  expect(truthOf(formula)).toBe(truth);
});

test('a condition implies what always holds with it', () => {
  expect(implies(is(mode, 'x'), negation(is(mode, 'y')))).toBe(true);
  expect(implies(is(mode, 'x'), or(is(mode, 'x'), is(fast, 'true')))).toBe(true);
  expect(implies(negation(is(mode, 'y')), is(mode, 'x'))).toBe(false);
});

test('a condition that never holds implies nothing worth saying', () => {
  expect(implies(all([is(mode, 'x'), is(mode, 'y')]), is(fast, 'true'))).toBe(false);
});

test('free parts can be fixed', () => {
  const formula = or({ kind: 'free', key: 'error' }, is(fast, 'true'));
  expect(truthOf(fixed(formula, new Map([['error', true]])))).toBe('every');
});

test('too many combinations are not tried', () => {
  const parts = Array.from({ length: 40 }, (_, index): Formula => ({ kind: 'free', key: String(index) }));
  expect(truthOf(all(parts))).toBe('some');
  expect(implies(all(parts), { kind: 'constant', value: false })).toBe(false);
});

test('the truth of a formula is the opposite of its opposite, and what trying finds', () => {
  const leaf = fc.oneof(
    fc.boolean().map((value): Formula => ({ kind: 'constant', value })),
    fc.constantFrom('p', 'q', 'r').map((key): Formula => ({ kind: 'free', key })),
    fc
      .tuple(fc.constantFrom(mode, choice), fc.constantFrom('a', 'x'))
      .map(([variable, value]) => is(variable, value)),
  );
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { depthSize: 'small' },
      leaf,
      tie('formula').map(negation),
      fc.array(tie('formula'), { minLength: 1, maxLength: 3 }).map(all),
      fc
        .array(tie('formula'), { minLength: 1, maxLength: 3 })
        .map((parts): Formula => ({ kind: 'or', parts })),
    ),
  }));
  const opposite = { every: 'none', none: 'every', some: 'some' };
  const always: Formula = { kind: 'constant', value: true };
  fc.assert(
    fc.property(formula, (one) => {
      const truth = truthOf(one);
      // What follows from anything is found by trying, also where each variable is read once.
      return truthOf(negation(one)) === opposite[truth] && implies(always, one) === (truth === 'every');
    }),
  );
});
