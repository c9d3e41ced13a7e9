import type { Step } from '../model/workflow.ts';

/** Whether a step calls job_runner or script_submitter, which start a script on a resource, in any version. */
export function isScriptRunner(step: Step): boolean {
  return /(^|\/)(job_runner|script_submitter)([/@]|$)/.test(step.uses?.value ?? '');
}
