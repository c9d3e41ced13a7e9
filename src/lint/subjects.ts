import type { Script } from '../model/script.ts';
import { allInputs, type WorkflowFile, type Workspace } from '../model/workflow.ts';
import type { SubjectKind, Subjects } from '../rules/rule.ts';

/** One subject of a rule, with the workflow file to which what is said about it belongs. */
export interface SubjectOf<Kind extends SubjectKind> {
  readonly subject: Subjects[Kind];
  readonly file: WorkflowFile | undefined;
}

/** Every subject of the workspace by kind; records of runs are not among them. */
export type AllSubjects = { readonly [Kind in SubjectKind]: readonly SubjectOf<Kind>[] };

/** Lists what rules can be asked about. */
export function subjectsOf(workspace: Workspace, sourced: readonly SubjectOf<'script'>[]): AllSubjects {
  const file: SubjectOf<'file'>[] = [];
  const workflow: SubjectOf<'workflow'>[] = [];
  const input: SubjectOf<'input'>[] = [];
  const job: SubjectOf<'job'>[] = [];
  const step: SubjectOf<'step'>[] = [];
  const expression: SubjectOf<'expression'>[] = [];
  for (const one of workspace.workflows) {
    file.push({ subject: one, file: one });
    if (one.workflow === undefined) continue;
    const around = { workflow: one.workflow, file: one };
    workflow.push({ subject: around, file: one });
    for (const each of allInputs(one.workflow.form.inputs)) {
      input.push({ subject: { input: each, ...around }, file: one });
    }
    for (const each of one.workflow.jobs) {
      job.push({ subject: { job: each, ...around }, file: one });
      for (const inner of each.steps)
        step.push({ subject: { step: inner, job: each, ...around }, file: one });
    }
    for (const site of one.workflow.expressions) expression.push({ subject: { site, ...around }, file: one });
  }
  return {
    workspace: [{ subject: workspace, file: undefined }],
    file,
    workflow,
    input,
    job,
    step,
    expression,
    script: scriptSubjects(workspace, sourced),
    run: [],
  };
}

/** Every script once, with the first workflow that has it. */
function scriptSubjects(
  workspace: Workspace,
  sourced: readonly SubjectOf<'script'>[],
): readonly SubjectOf<'script'>[] {
  const found: SubjectOf<'script'>[] = [];
  const add = (script: Script, file: WorkflowFile | undefined): void => {
    found.push({ subject: { script, file }, file });
  };
  for (const file of workspace.workflows) {
    for (const script of file.scripts) add(script, file);
    for (const script of file.workflow?.scripts ?? []) add(script, file);
  }
  for (const script of workspace.loneScripts) add(script, undefined);
  const files = new Set(
    found
      .map(({ subject }) => subject.script)
      .filter(isFile)
      .map((script) => script.path),
  );
  for (const one of sourced) {
    if (files.has(one.subject.script.path)) continue;
    files.add(one.subject.script.path);
    found.push(one);
  }
  return found;
}

function isFile(script: Script): boolean {
  return script.role !== 'run' && script.role !== 'cleanup';
}
