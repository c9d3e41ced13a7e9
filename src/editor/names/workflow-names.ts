import type { AnalysisContext } from '../../analysis/analysis.ts';
import { referencesOf, spanIn } from '../../analysis/expressions/references.ts';
import { calledFile } from '../../analysis/form/called-form.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { jobGraph } from '../../analysis/workflow/job-graph.ts';
import { jobOutputs, stepOutputs } from '../../analysis/workflow/job-outputs.ts';
import { launchedScript, repositoryScript } from '../../analysis/workflow/launched-scripts.ts';
import { outputReferences } from '../../analysis/workflow/output-references.ts';
import { repositoryUses } from '../../analysis/workflow/repository-uses.ts';
import type { Workflow, WorkflowFile } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { inputOccurrences } from './input-names.ts';
import type { Occurrence } from './occurrence.ts';

/** Everywhere that something of a workflow is named, in its own file and in others. */
export function occurrencesOf(file: WorkflowFile, context: AnalysisContext): readonly Occurrence[] {
  const { workflow } = file;
  if (workflow === undefined) return [];
  return [
    ...context.ask(inputOccurrences, file),
    ...jobOccurrences(workflow, context),
    ...sessionOccurrences(workflow, context),
    ...outputOccurrences(workflow, context),
    ...scriptOccurrences(file, context),
  ];
}

function jobOccurrences(workflow: Workflow, context: AnalysisContext): readonly Occurrence[] {
  const { byName } = context.ask(jobGraph, workflow);
  const at = (name: string, role: Occurrence['role'], span: Span): readonly Occurrence[] =>
    byName.has(name) ? [{ kind: 'job', key: [workflow.path, name], role, span, form: 'name' }] : [];
  return [
    ...workflow.jobs.flatMap((job) => [
      ...at(job.id.value, 'declaration', job.id.span),
      ...job.needs.flatMap((need) =>
        at(need.value, 'use', { ...need.span, end: need.span.start + need.value.length }),
      ),
      ...job.steps.flatMap((step) => {
        const list = valueAt(step.with, 'jobs');
        if (step.uses?.value !== 'parallelworks/cancel-jobs' || list?.kind !== 'sequence') return [];
        return list.items.flatMap((item) =>
          item?.kind === 'scalar'
            ? at(item.text.text, 'use', item.text.spanOf(0, item.text.text.length))
            : [],
        );
      }),
    ]),
    ...context
      .ask(referencesOf, workflow)
      .flatMap(({ root, segments: [first], site }) =>
        root === 'needs' && first?.kind === 'name' ? at(first.name, 'use', spanIn(site, first)) : [],
      ),
  ];
}

function sessionOccurrences(workflow: Workflow, context: AnalysisContext): readonly Occurrence[] {
  const names = new Set(workflow.sessions.map((session) => session.name.value));
  const at = (name: string, role: Occurrence['role'], span: Span): readonly Occurrence[] =>
    names.has(name) ? [{ kind: 'session', key: [workflow.path, name], role, span, form: 'name' }] : [];
  return [
    ...workflow.sessions.flatMap(({ name }) => at(name.value, 'declaration', name.span)),
    ...context
      .ask(referencesOf, workflow)
      .flatMap(({ root, segments: [first], site }) =>
        root === 'sessions' && first?.kind === 'name' ? at(first.name, 'use', spanIn(site, first)) : [],
      ),
  ];
}

/** Steps by their ids, and the outputs of steps and jobs where they are written and where they are read. */
function outputOccurrences(workflow: Workflow, context: AnalysisContext): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const { path } = workflow;
  for (const job of workflow.jobs) {
    const key = (...names: readonly string[]): readonly string[] => [path, job.id.value, ...names];
    for (const step of job.steps) {
      const { id } = step;
      if (id === undefined) continue;
      found.push({ kind: 'step', key: key(id.value), role: 'declaration', span: id.span, form: 'name' });
      for (const { key: name, span } of context.ask(stepOutputs, step).written)
        found.push({ kind: 'output', key: key(id.value, name), role: 'declaration', span, form: 'name' });
    }
    for (const { key: name, span } of context.ask(jobOutputs, job).written)
      found.push({ kind: 'output', key: key('', name), role: 'declaration', span, form: 'name' });
  }
  for (const { reference, job, step, stepName, key: name } of context.ask(outputReferences, workflow)) {
    const span = (range: { readonly start: number; readonly end: number }) => spanIn(reference.site, range);
    const id = step?.id?.value;
    const common = { role: 'use', form: 'name' } as const;
    if (stepName !== undefined && id !== undefined)
      found.push({ kind: 'step', key: [path, job.id.value, id], span: span(stepName), ...common });
    if (name !== undefined)
      found.push({
        kind: 'output',
        key: [path, job.id.value, id ?? '', name.name],
        span: span(name),
        ...common,
      });
  }
  return found;
}

/** Files of the repository where the workflow or its scripts start, source or call them. */
function scriptOccurrences(file: WorkflowFile, context: AnalysisContext): readonly Occurrence[] {
  const use = (path: FilePath, span: Span): Occurrence => ({
    kind: 'script',
    key: [path],
    role: 'use',
    span,
    form: 'name',
  });
  const { workspace } = context;
  const uses = [
    ...context.ask(repositoryUses, file).map(({ path, span }) => use(path, span)),
    ...(file.workflow?.jobs ?? []).flatMap((job) =>
      job.steps.flatMap((step) => {
        const called = step.uses === undefined ? undefined : context.ask(calledFile, step);
        const isHere = called !== undefined && workspace.files.kindOf(called) === 'file';
        return isHere && step.uses !== undefined ? [use(called, step.uses.span)] : [];
      }),
    ),
    ...[...file.scripts, ...(file.workflow?.scripts ?? [])].flatMap((script) =>
      context.ask(shellCommands, script).commands.flatMap((command) => {
        const launched = launchedScript(command, script);
        return [command.node.name, ...command.words].flatMap((word) => {
          const name = word?.text.replaceAll(/["']/g, '') ?? '';
          // What is copied, or put together with other texts, is run under another name.
          if (word === undefined || (name !== launched && !/\/.*\.(?:sh|bash)$/.test(name))) return [];
          const target = repositoryScript(name, script, context);
          return target === undefined ? [] : [use(target.path, script.text.spanOf(word.pos, word.end))];
        });
      }),
    ),
  ];
  const targets = new Set(uses.map(({ key: [path] }) => path as FilePath));
  return [
    ...uses,
    ...[...targets].map(
      (path): Occurrence => ({
        ...use(path, { file: path, start: 0, end: 0 }),
        role: 'declaration',
      }),
    ),
  ];
}
