import type { Span } from '../../source/span.ts';
import type { Case, CompoundList, If, SyntaxNode } from '../../syntax/bash/tree.ts';
import { patternTest } from './conditions.ts';
import { assume, type Machine, placeOf } from './machine.ts';
import { compact } from './merge.ts';
import { fork, type State } from './state.ts';
import { expandWord } from './words.ts';

/** The two ways on from a command whose exit status decides; a way that cannot be taken is absent. */
export function branch(state: State, at: Span, text: string): { readonly yes?: State; readonly no?: State } {
  if (state.status === 0) return { yes: state };
  if (state.status !== undefined) return { no: state };
  const other = fork(state);
  state.status = 0;
  assume(state, at, text, true);
  other.status = -1;
  assume(other, at, text, false);
  return { yes: state, no: other };
}

interface Arm {
  readonly clause: CompoundList;
  readonly body: CompoundList;
}

/** `if … then … elif … else … fi`. */
export function runIf(machine: Machine, state: State, node: If): State[] {
  const results: State[] = [];
  const arms: readonly Arm[] = [
    { clause: node.clause, body: node.then },
    ...node.elif.map((arm) => ({ clause: arm.clause, body: arm.then })),
  ];
  let waiting: State[] = [state];
  for (const arm of arms) {
    machine.tested++;
    const tested = machine.hooks.list(machine, arm.clause.commands, waiting);
    machine.tested--;
    waiting = [];
    const taken: State[] = [];
    for (const one of tested) {
      if (one.flow !== 'next') {
        results.push(one);
        continue;
      }
      const { yes, no } = branch(one, clausePlace(machine, arm.clause), clauseText(machine, arm.clause));
      if (yes !== undefined) taken.push(yes);
      if (no !== undefined) waiting.push(no);
    }
    if (taken.length > 0)
      results.push(...machine.hooks.list(machine, arm.body.commands, compact(machine, taken)));
    if (waiting.length === 0) break;
  }
  if (waiting.length > 0) {
    if (node.else !== undefined) {
      results.push(...machine.hooks.list(machine, node.else.commands, compact(machine, waiting)));
    } else {
      for (const one of waiting) {
        one.status = 0;
        results.push(one);
      }
    }
  }
  return compact(machine, results);
}

function clausePlace(machine: Machine, clause: CompoundList): Span {
  const last: SyntaxNode = clause.commands.at(-1) ?? clause;
  return placeOf(machine, last);
}

function clauseText(machine: Machine, clause: CompoundList): string {
  const last: SyntaxNode = clause.commands.at(-1) ?? clause;
  return machine.frame.script.text.text.slice(last.pos, last.end).replace(/[;\s]+$/, '');
}

/** `case … in … esac`. */
export function runCase(machine: Machine, state: State, node: Case): State[] {
  const value = expandWord(machine, state, node.word);
  const results: State[] = [];
  let waiting: State | undefined = state;
  let falling: State[] = [];
  for (const item of node.items) {
    let entering: State[] = falling;
    falling = [];
    for (const pattern of item.pattern) {
      if (waiting === undefined) break;
      const text = expandWord(machine, waiting, pattern);
      const isPattern = (pattern.parts ?? []).some(
        (part) => part.type === 'Glob' || part.type === 'ExtendedGlob',
      );
      const verdict = patternTest(value, text, isPattern);
      if (verdict.holds === false) continue;
      if (verdict.holds === true) {
        entering = [...entering, waiting];
        waiting = undefined;
        break;
      }
      const taken = fork(waiting);
      verdict.whenTrue?.(taken);
      const words = `${node.word.text} is ${pattern.text}`;
      assume(taken, placeOf(machine, pattern), words, true);
      verdict.whenFalse?.(waiting);
      assume(waiting, placeOf(machine, pattern), words, false);
      entering = [...entering, taken];
    }
    if (entering.length === 0) continue;
    for (const one of entering) one.status = 0;
    const after = machine.hooks.list(machine, item.body.commands, compact(machine, entering));
    if (item.terminator === ';&') {
      for (const one of after) (one.flow === 'next' ? falling : results).push(one);
    } else if (item.terminator === ';;&') {
      // The patterns after it are tried as well.
      for (const one of after) {
        if (one.flow !== 'next') results.push(one);
        else if (waiting === undefined) waiting = one;
        else {
          machine.opaque = true;
          results.push(one);
        }
      }
    } else results.push(...after);
  }
  results.push(...falling);
  if (waiting !== undefined) {
    waiting.status = 0;
    results.push(waiting);
  }
  return compact(machine, results);
}
