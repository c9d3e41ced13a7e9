import type { Job, Step, Workflow } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type Reference, referencesOf, type Segment } from '../expressions/references.ts';
import { jobGraph } from './job-graph.ts';

type Name = Extract<Segment, { kind: 'name' }>;

/** A reference to what a job or a step writes, as far as the names go. */
export interface OutputReference {
  readonly reference: Reference;
  /** The job whose output it is. */
  readonly job: Job;
  /** The name of the step, when the reference names one. */
  readonly stepName: Name | undefined;
  /** The step of this name. */
  readonly step: Step | undefined;
  /** The name of the output; `undefined` when all outputs are read at once or the name is computed. */
  readonly key: Name | undefined;
  /** The step that reads, when it is one of the same job. */
  readonly reader: Step | undefined;
}

/** Every reference of a job to outputs of jobs and steps that exist, in order. */
export function outputReferences(workflow: Workflow, context: AnalysisContext): readonly OutputReference[] {
  return context.ask(referencesOf, workflow).flatMap((reference) => {
    const read = outputReference(reference, workflow, context);
    return read === undefined ? [] : [read];
  });
}

/** What a reference of a job reads of another job, or of a step; `undefined` when it is no output that exists. */
export function outputReference(
  reference: Reference,
  workflow: Workflow,
  context: AnalysisContext,
): OutputReference | undefined {
  const { place } = reference.site;
  if (place.kind !== 'job' && place.kind !== 'step') return undefined;
  const here = place.job;
  const target = targetOf(reference, here, workflow, context);
  if (target === undefined) return undefined;
  const { job, rest } = target;
  const reader = place.kind === 'step' && job === here ? place.step : undefined;
  const [first, second, third, fourth] = rest;
  if (first?.kind !== 'name') return undefined;
  if (first.name === 'outputs') {
    return { reference, job, stepName: undefined, step: undefined, key: nameOf(second), reader };
  }
  if (first.name !== 'steps' || second?.kind !== 'name') return undefined;
  const step = job.steps.find((each) => each.id?.value === second.name);
  const isOutput = third?.kind === 'name' && third.name === 'outputs';
  return { reference, job, stepName: second, step, key: isOutput ? nameOf(fourth) : undefined, reader };
}

function nameOf(segment: Segment | undefined): Name | undefined {
  return segment?.kind === 'name' ? segment : undefined;
}

/** The job that is read, and what stands behind its name; `steps` is read of the job at hand. */
function targetOf(
  reference: Reference,
  here: Job,
  workflow: Workflow,
  context: AnalysisContext,
): { readonly job: Job; readonly rest: readonly Segment[] } | undefined {
  const [first, ...rest] = reference.segments;
  if (first === undefined) return undefined;
  if (reference.root === 'steps') {
    const range = { start: reference.path.rootRange.start, end: reference.path.rootRange.end };
    return { job: here, rest: [{ kind: 'name', name: 'steps', ...range }, first, ...rest] };
  }
  if (reference.root !== 'needs' || first.kind !== 'name') return undefined;
  const job = context.ask(jobGraph, workflow).byName.get(first.name);
  return job && { job, rest };
}
