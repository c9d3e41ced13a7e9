import { assertNever } from '../base/assert-never.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Job, Workflow } from '../model/workflow.ts';
import { valueAt } from '../syntax/yaml/tree.ts';
import { rootsRead, type TemplateValue, templateValue } from './template.ts';

/** What the platform refuses at submission: needs that lead nowhere or round, a matrix that only the run knows. */
export function refusedAtSubmission(workflow: Workflow): readonly Finding[] {
  const { jobs } = workflow;
  const names = new Set(jobs.map((job) => job.id.value));
  const matrices = new Set(jobs.filter((job) => matrixOf(job) !== undefined).map((job) => job.id.value));
  const isKnown = (name: string): boolean => names.has(name) || matrices.has(name.replace(/-\d+$/, ''));
  const unknown = jobs.flatMap((job) =>
    job.needs
      .filter((need) => !isKnown(need.value))
      .map((need) => ({
        message: `job "${job.id.value}" needs "${need.value}", which is no job of this workflow`,
        at: need.span,
      })),
  );
  return [...unknown, ...waitingForEachOther(jobs), ...jobs.flatMap(lateMatrix)];
}

const matrixOf = (job: Job) => valueAt(valueAt(job.node, 'strategy'), 'matrix');

/** One circle of jobs that never start because each waits for the next. */
function waitingForEachOther(jobs: readonly Job[]): readonly Finding[] {
  let stuck = jobs;
  for (;;) {
    const left = new Set(stuck.map((job) => job.id.value));
    const waiting = stuck.filter((job) => job.needs.some((need) => left.has(need.value)));
    if (waiting.length === stuck.length) break;
    stuck = waiting;
  }
  // Each of them waits for another of them: whoever follows the needs comes round.
  const byName = new Map(stuck.map((job) => [job.id.value, job]));
  const seen = new Set<Job>();
  let [job] = stuck;
  while (job !== undefined && !seen.has(job)) {
    seen.add(job);
    job = byName.get(job.needs.find(({ value }) => byName.has(value))?.value ?? '');
  }
  const need = job?.needs.find(({ value }) => byName.has(value));
  if (job === undefined || need === undefined) return [];
  return [
    { message: `job "${job.id.value}" needs "${need.value}", which waits for it in turn`, at: need.span },
  ];
}

function lateMatrix(job: Job): readonly Finding[] {
  const values = matrixOf(job);
  if (values === undefined || !readsOutputs(templateValue(values))) return [];
  return [
    {
      message: `could not expand matrix jobs: the matrix of "${job.id.value}" reads an output of a job`,
      at: values.span,
      help: 'write a list of the greatest width, and leave out what is not wanted with "if"',
    },
  ];
}

function readsOutputs(value: TemplateValue): boolean {
  switch (value.kind) {
    case 'literal':
      return false;
    case 'text':
      return rootsRead(value.template, 'needs').length + rootsRead(value.template, 'steps').length > 0;
    case 'list':
      return value.items.some(readsOutputs);
    case 'map':
      return value.entries.some((one) => readsOutputs(one.value));
    default:
      return assertNever(value);
  }
}
