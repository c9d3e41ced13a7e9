import type { Workflow, WorkflowFile, Workspace } from '../../model/workflow.ts';
import { planWithCalls } from '../../plan/plan-workflow.ts';
import { schedulerSwitch } from '../../plan/scheduler-switch.ts';
import { branchesOf, formTemplate } from './form-template.ts';

/** The scenarios that a form suggests. */
export interface SuggestedScenarios {
  /** By the name of a file in the folder `ci` beside the workflow. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** The input that the mode of a run sets, so that it needs no scenario: a form's switch for the scheduler. */
  readonly setByMode: string | undefined;
}

/** A scenario for the form as it is, and one for each of its branches. */
export function suggestedScenarios(
  { name, workflow }: WorkflowFile & { readonly workflow: Workflow },
  workspace: Workspace,
): SuggestedScenarios {
  const setByMode = schedulerSwitch(
    workflow,
    planWithCalls(name, workflow, workspace, () => false),
  );
  const branches = branchesOf(workflow).filter(
    ({ reference, value }) => !(reference.join('.') === setByMode && value === true),
  );
  const asItIs =
    setByMode === undefined
      ? '# The form as it is.\n'
      : `# The form as it is; --mode slurm and --mode pbs set ${setByMode}.\n`;
  return {
    setByMode,
    files: [
      { name: 'default.yaml', text: asItIs + commented(formTemplate(workflow)) },
      ...branches.map((branch) => ({
        name: `${fileName(`${branch.reference.join('-')}-${branch.value}`)}.yaml`,
        text: `# The branch in which ${branch.reference.join('.')} is ${JSON.stringify(branch.value)}.\n${formTemplate(workflow, branch)}`,
      })),
    ],
  };
}

/** All of a template in comments: a scenario without values is the form as it is. */
function commented(text: string): string {
  return text.replaceAll(/^(\s*)(?!\s*#)(?=\S)/gm, '$1# ');
}

function fileName(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
