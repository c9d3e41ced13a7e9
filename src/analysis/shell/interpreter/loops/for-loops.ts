import type { ArithmeticExpression, For, NodeOf } from '../../../../syntax/bash/tree.ts';
import { type Machine, placeOf } from '../machine.ts';
import { compact } from '../state/merge.ts';
import { fork, type State } from '../state/state.ts';
import type { Value } from '../state/value.ts';
import { assign } from '../state/variables.ts';
import { evaluate } from '../words/arithmetic.ts';
import { expandFields, partsValue } from '../words/words.ts';
import { anyTurns, forget } from './any-turns.ts';
import { maxTurns, runFewTurns, turned } from './known-turns.ts';

type Counting = NodeOf<'For' | 'ArithmeticFor' | 'Select'>;

/** `for … in …`, and the loops that count or ask. */
export function runFor(machine: Machine, state: State, node: Counting): State[] {
  if (node.type === 'ArithmeticFor') return runCounting(machine, state, node);
  if (node.type === 'Select') return anyTurns(machine, state, node.body, { atLeastOnce: false });
  const { values, atLeastOnce } = loopValues(machine, state, node);
  if (state.flow !== 'next') return [state];
  if (values === undefined) return anyTurns(machine, state, node.body, { atLeastOnce, variable: node });
  if (values.length > maxTurns)
    return anyTurns(machine, state, node.body, { atLeastOnce: true, variable: node });
  const results: State[] = [];
  let active: State[] = [state];
  state.status = 0;
  machine.repeated++;
  machine.loops++;
  for (const value of values) {
    for (const one of active) assign(machine, one, node.name.value, value, placeOf(machine, node.name));
    const next: State[] = [];
    for (const one of machine.hooks.list(machine, node.body.commands, active)) turned(one, next, results);
    active = compact(machine, next);
    if (active.length === 0 || machine.budget < 0) break;
  }
  machine.repeated--;
  machine.loops--;
  return compact(machine, [...results, ...active]);
}

/** What a loop goes through, `undefined` where the number of words is not known. */
function loopValues(
  machine: Machine,
  state: State,
  node: For,
): { readonly values: readonly Value[] | undefined; readonly atLeastOnce: boolean } {
  if (node.wordlist === undefined) return { values: state.positional, atLeastOnce: false };
  const fields = node.wordlist.flatMap((word) => [...expandFields(machine, state, word)]);
  const certain = fields.filter((field) => !field.glob && !field.loose);
  const values = certain.length === fields.length ? fields.map((field) => field.value) : undefined;
  return { values, atLeastOnce: certain.length > 0 };
}

/** `for (( … ))`. */
function runCounting(machine: Machine, state: State, node: NodeOf<'ArithmeticFor'>): State[] {
  const number = (one: State, expression: ArithmeticExpression | undefined) =>
    expression === undefined
      ? undefined
      : evaluate(machine, one, expression, (parts) => partsValue(machine, one, parts), 40);
  number(state, node.initialize);
  if (state.flow !== 'next') return [state];
  const fixed = runFewTurns(machine, fork(state), {
    body: node.body,
    goesOnWhen: 'holds',
    counts: true,
    at: placeOf(machine, node),
    text: 'the loop goes on',
    test(one) {
      const value = number(one, node.test);
      one.status = node.test === undefined ? 0 : value === undefined ? undefined : value === 0 ? 1 : 0;
      return [one];
    },
    after: (one) => number(one, node.update),
  });
  if (fixed !== undefined) return fixed;
  forget(machine, state, node);
  return anyTurns(machine, state, node.body, { atLeastOnce: false });
}
