import type { Evidence } from '../types.ts';

/** A word that stands for the state of the jobs needed (job `if`) or of the job so far (step `if`). */
interface StateKeywordFact {
  readonly name: string;
  /** What the visual editor calls it, as a function. */
  readonly called?: string;
  readonly step: string;
  readonly job: string;
  readonly evidence: Evidence;
}

const tutorial = {
  kind: 'documented',
  from: 'parallelworks/workflows tutorials/if-conditions, verified 2026-09-14',
  disputed: 'the visual editor writes failure(), cancelled() and success()',
} as const;

/** The keywords of `if`. */
export const stateKeywords = [
  { name: 'always', step: 'runs in any case', job: 'runs in any case', evidence: tutorial },
  { name: 'never', step: 'is skipped', job: 'is skipped', evidence: tutorial },
  {
    name: 'completed',
    called: 'success',
    step: 'runs when no earlier step failed and the job is not cancelled; the default',
    job: 'runs when all needed jobs have succeeded; the default',
    evidence: tutorial,
  },
  {
    name: 'error',
    called: 'failure',
    step: 'runs when an earlier step failed',
    job: 'runs when a needed job failed',
    evidence: tutorial,
  },
  {
    name: 'canceled',
    called: 'cancelled',
    step: 'runs when the job is cancelled',
    job: 'runs when a needed job was cancelled',
    evidence: tutorial,
  },
] as const satisfies readonly StateKeywordFact[];
