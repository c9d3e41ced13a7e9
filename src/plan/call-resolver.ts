import type { Workflow } from '../model/workflow.ts';
import type { PlannedWorkflow } from './run-plan.ts';

/** How the steps of a workflow that call others find what they call. */
export interface CallResolver {
  /** Whether `OWNER/REPO` in `github/OWNER/REPO@REF` names the repository at hand. */
  isOwn(repository: string): boolean;
  /** A workflow of this repository by its path; `undefined` when there is none. */
  workflowAt(path: string): { readonly name: string; readonly workflow: Workflow } | undefined;
  /** How deep the calls are nested already. */
  readonly depth: number;
  /** The plan of a called workflow. */
  plan(name: string, workflow: Workflow, calls: CallResolver): PlannedWorkflow;
}
