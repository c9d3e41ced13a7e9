import type { Step } from '../../model/workflow.ts';
import { namesItem } from './names-item.ts';

/** Whether a step calls job_runner or script_submitter, which start a script on a resource, in any version. */
export function isScriptRunner(step: Step): boolean {
  const uses = step.uses?.value ?? '';
  return namesItem(uses, 'job_runner') || namesItem(uses, 'script_submitter');
}
