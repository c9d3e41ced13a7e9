import { shownTexts } from '../facts/tables/shown-texts.ts';
import { isBlock, type Script } from '../model/script.ts';
import type { ExpressionSite, WorkflowFile, Workspace } from '../model/workflow.ts';
import type { SubjectKind, Subjects } from '../rules/rule.ts';

/** The subjects of rules that belong together: those of one workflow file, or those of none. Runs are not among them. */
export interface SubjectGroup {
  readonly file: WorkflowFile | undefined;
  readonly subjects: { readonly [Kind in SubjectKind]: readonly Subjects[Kind][] };
}

/** A script, and the workflow that leads to it. */
export interface OwnedScript {
  readonly script: Script;
  readonly file: WorkflowFile | undefined;
}

const none: SubjectGroup['subjects'] = {
  workspace: [],
  file: [],
  workflow: [],
  input: [],
  job: [],
  step: [],
  expression: [],
  script: [],
  run: [],
};

/**
 * What rules can be asked about, workflow by workflow, so that no more than one of them is worked on at a time.
 *
 * @param withWritten the scripts that belong to one workflow, or to none, with those that they write
 */
export function* subjectGroups(
  workspace: Workspace,
  scripts: readonly OwnedScript[],
  withWritten: (scripts: readonly OwnedScript[]) => readonly OwnedScript[],
): Generator<SubjectGroup> {
  yield {
    file: undefined,
    subjects: {
      ...none,
      workspace: [workspace],
      script: withWritten(scripts.filter((one) => one.file === undefined)),
    },
  };
  const byFile = new Map<WorkflowFile, OwnedScript[]>();
  for (const one of scripts) {
    if (one.file === undefined) continue;
    const known = byFile.get(one.file);
    if (known === undefined) byFile.set(one.file, [one]);
    else known.push(one);
  }
  for (const file of workspace.workflows) {
    yield { file, subjects: { ...subjectsIn(file), script: withWritten(byFile.get(file) ?? []) } };
  }
}

/** The records of runs as subjects. */
export function runSubjects(file: WorkflowFile, records: readonly Subjects['run'][]): SubjectGroup {
  return { file, subjects: { ...none, run: records } };
}

function subjectsIn(file: WorkflowFile): SubjectGroup['subjects'] {
  const { workflow } = file;
  if (workflow === undefined) return { ...none, file: [file] };
  const around = { workflow, file };
  return {
    ...none,
    file: [file],
    workflow: [around],
    input: workflow.form.all.map((input) => ({ input, ...around })),
    job: workflow.jobs.map((job) => ({ job, ...around })),
    step: workflow.jobs.flatMap((job) => job.steps.map((step) => ({ step, job, ...around }))),
    expression: workflow.expressions.filter((site) => !isShown(site)).map((site) => ({ site, ...around })),
  };
}

/** Whether an expression stands in a text that the form only shows. */
function isShown({ place, path }: ExpressionSite): boolean {
  return place.kind === 'input' && shownTexts.has(String(path.findLast((key) => typeof key === 'string')));
}

/** Every script once, with the first workflow that has it: blocks, files beside workflows, what they source or start. */
export function scriptsOf(workspace: Workspace, reached: readonly OwnedScript[]): readonly OwnedScript[] {
  const found: OwnedScript[] = [];
  for (const file of workspace.workflows) {
    for (const script of file.scripts) found.push({ script, file });
    for (const script of file.workflow?.scripts ?? []) found.push({ script, file });
  }
  for (const script of workspace.loneScripts) found.push({ script, file: undefined });
  const paths = new Set(found.filter(({ script }) => !isBlock(script)).map(({ script }) => script.path));
  for (const one of reached) {
    if (paths.has(one.script.path)) continue;
    paths.add(one.script.path);
    found.push(one);
  }
  return found;
}
