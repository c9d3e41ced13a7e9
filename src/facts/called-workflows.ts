import { jobRunnerV35 } from './tables/called/job-runner-v3-5.ts';
import { jobRunnerV40 } from './tables/called/job-runner-v4-0.ts';
import { jobRunnerV50 } from './tables/called/job-runner-v5-0.ts';
import { scriptSubmitterV36 } from './tables/called/script-submitter-v3-6.ts';
import { sessionRunnerV14 } from './tables/called/session-runner-v1-4.ts';
import type { CalledInputFact, CalledWorkflowFact } from './types.ts';

/** The published workflows whose forms are known. */
export const calledWorkflows: readonly CalledWorkflowFact[] = [
  jobRunnerV35,
  jobRunnerV40,
  jobRunnerV50,
  scriptSubmitterV36,
  sessionRunnerV14,
];

/** The known form behind `marketplace/SLUG/VERSION` or `marketplace/SLUG@VERSION`, or `undefined`. */
export function calledWorkflowOf(uses: string): CalledWorkflowFact | undefined {
  if (!uses.startsWith('marketplace/')) return undefined;
  const match = /^marketplace\/([^/@]+)[/@](.+)$/.exec(uses);
  if (match === null) return undefined;
  return calledWorkflows.find((called) => called.slug === match[1] && called.version === match[2]);
}

/** Whether the form hides or ignores an input at times. */
export const isConditional = ({ conditional, ignore }: CalledInputFact): boolean =>
  conditional === true || ignore !== undefined;
