import type { State } from '../state/state.ts';

/** What a condition comes to on one path, and what follows from it either way. */
export interface Verdict {
  readonly holds: boolean | undefined;
  whenTrue?(state: State): void;
  whenFalse?(state: State): void;
}

/** Nothing is known. */
export const open: Verdict = { holds: undefined };

/** The opposite of a condition. */
export function negated(verdict: Verdict): Verdict {
  return {
    holds: verdict.holds === undefined ? undefined : !verdict.holds,
    whenTrue: (state) => verdict.whenFalse?.(state),
    whenFalse: (state) => verdict.whenTrue?.(state),
  };
}

/** Two conditions joined, both of which have been looked at. */
export function combined(left: Verdict, operator: '&&' | '||', right: Verdict): Verdict {
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
