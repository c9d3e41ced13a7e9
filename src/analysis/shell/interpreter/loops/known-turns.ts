import type { Span } from '../../../../source/span.ts';
import type { CompoundList } from '../../../../syntax/bash/tree.ts';
import { branch } from '../conditions/branches.ts';
import type { Machine } from '../machine.ts';
import { compact } from '../state/merge.ts';
import type { State } from '../state/state.ts';

/** How often a loop whose course is known is carried out before only what any turn may do is looked at. */
export const maxTurns = 24;

/** The same for a loop that may end at any turn. */
const maxOpenTurns = 6;

/** A loop that ends when its condition says so. */
interface Course {
  readonly body: CompoundList;
  readonly goesOnWhen: 'holds' | 'fails';
  /** Whether the condition may become certain after some turns. */
  readonly counts: boolean;
  readonly at: Span;
  /** The condition as it is written. */
  readonly text: string;
  /** The paths that the condition leads to, its answer being their status. */
  test(state: State): State[];
  /** What is done after each turn. */
  after?(state: State): void;
}

/** Carries a loop out turn by turn until no path goes on; `undefined` when that takes too long to know. */
export function runFewTurns(machine: Machine, state: State, course: Course): State[] | undefined {
  const marks = { events: machine.events.length };
  const seen = new Set(machine.seen);
  const ends = new Map(machine.ends);
  const results: State[] = [];
  let active: State[] = [state];
  state.status = 0;
  machine.repeated++;
  machine.loops++;
  try {
    for (let turn = 0; turn < maxTurns; turn++) {
      const going: State[] = [];
      let open = false;
      for (const one of active) {
        const { status } = one;
        machine.tested++;
        const tested = course.test(one);
        machine.tested--;
        for (const after of tested) {
          if (after.flow !== 'next') {
            results.push(after);
            continue;
          }
          if (after.status === undefined || tested.length > 1) open = true;
          const { yes, no } = branch(after, course.at, course.text);
          const on = course.goesOnWhen === 'holds' ? yes : no;
          const off = course.goesOnWhen === 'holds' ? no : yes;
          if (on !== undefined) going.push(on);
          if (off !== undefined) {
            // The status of a loop is that of the last command in it.
            off.status = status;
            results.push(off);
          }
        }
      }
      if (open && (turn >= maxOpenTurns || !course.counts)) return undo();
      if (going.length === 0) return results;
      const next: State[] = [];
      for (const after of machine.hooks.list(machine, course.body.commands, compact(machine, going)))
        turned(after, next, results);
      for (const after of next) course.after?.(after);
      if (next.length === 0) return results;
      if (machine.budget < 0) return undo();
      active = compact(machine, next);
    }
    return undo();
  } finally {
    machine.repeated--;
    machine.loops--;
  }

  function undo(): undefined {
    machine.events.length = marks.events;
    machine.seen.clear();
    for (const key of seen) machine.seen.add(key);
    machine.ends.clear();
    for (const [key, end] of ends) machine.ends.set(key, end);
    return undefined;
  }
}

/** Sorts a path that has come to the end of a turn: on to the next one, or out of the loop. */
export function turned(state: State, next: State[], out: State[]): void {
  if (state.flow === 'next') {
    next.push(state);
    return;
  }
  if (state.flow === 'break' || state.flow === 'continue') {
    if (state.levels > 1) {
      state.levels--;
      out.push(state);
      return;
    }
    const goesOn = state.flow === 'continue';
    state.flow = 'next';
    state.levels = 0;
    (goesOn ? next : out).push(state);
    return;
  }
  out.push(state);
}
