import type { Span } from '../../../../source/span.ts';
import type { Case, CompoundList, If, SyntaxNode, Word } from '../../../../syntax/bash/tree.ts';
import { assume, type Machine, placeOf } from '../machine.ts';
import { compact } from '../state/merge.ts';
import { fork, type State } from '../state/state.ts';
import type { Value } from '../state/value.ts';
import { refined } from '../state/variables.ts';
import { expandWord } from '../words/words.ts';
import { patternTest } from './comparisons.ts';

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

/** How many ends of branches are gathered before they are joined as far as they may be. */
const mostEnds = 40;

/** The ends that were gathered, joined before there are too many to compare each with each. */
function gathered(machine: Machine, ends: State[]): State[] {
  return ends.length > mostEnds ? compact(machine, ends) : ends;
}

/** `if … then … elif … else … fi`. */
export function runIf(machine: Machine, state: State, node: If): State[] {
  let results: State[] = [];
  const arms: readonly Arm[] = [
    { clause: node.clause, body: node.then },
    ...node.elif.map((arm) => ({ clause: arm.clause, body: arm.then })),
  ];
  let waiting: State[] = [state];
  for (const arm of arms) {
    results = gathered(machine, results);
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
  if (state.flow !== 'next') return [state];
  let results: State[] = [];
  let waiting: State[] = [state];
  // Paths on which no pattern fitted yet: there the status is that of no command.
  const fitted = new Set<State>();
  let falling: State[] = [];
  for (const item of node.items) {
    results = gathered(machine, results);
    let entering: State[] = falling;
    falling = [];
    for (const pattern of item.pattern) {
      const left: State[] = [];
      for (const one of waiting) {
        const { taken, passed } = fits(machine, one, value, node.word, pattern);
        if (taken !== undefined) entering = [...entering, taken];
        if (passed === undefined) continue;
        if (fitted.has(one)) fitted.add(passed);
        left.push(passed);
      }
      waiting = left;
    }
    if (entering.length === 0) continue;
    for (const one of entering) one.status = 0;
    const after = machine.hooks.list(machine, item.body.commands, compact(machine, entering));
    for (const one of after) {
      if (one.flow !== 'next' || item.terminator === ';;' || item.terminator === undefined) results.push(one);
      else if (item.terminator === ';&') falling.push(one);
      else {
        // The patterns after it are tried as well.
        waiting.push(one);
        fitted.add(one);
      }
    }
  }
  results.push(...falling);
  for (const one of waiting) {
    if (!fitted.has(one)) one.status = 0;
    results.push(one);
  }
  return compact(machine, results);
}

/** The paths on which a pattern fits, and on which it does not. */
function fits(
  machine: Machine,
  state: State,
  value: Value,
  word: Word,
  pattern: Word,
): { readonly taken?: State; readonly passed?: State } {
  const text = expandWord(machine, state, pattern);
  const isPattern = (pattern.parts ?? []).some(
    (part) => part.type === 'Glob' || part.type === 'ExtendedGlob',
  );
  const verdict = patternTest(refined(state, value), text, isPattern);
  if (verdict.holds === false) return { passed: state };
  if (verdict.holds === true) return { taken: state };
  const taken = fork(state);
  verdict.whenTrue?.(taken);
  const words = `${word.text} is ${pattern.text}`;
  assume(taken, placeOf(machine, pattern), words, true);
  verdict.whenFalse?.(state);
  assume(state, placeOf(machine, pattern), words, false);
  return { taken, passed: state };
}
