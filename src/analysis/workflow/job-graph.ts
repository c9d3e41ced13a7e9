import type { Job, Workflow } from '../../model/workflow.ts';
import { pairOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';

/** One entry of a job's `needs` that names a job. */
export interface NeedEdge {
  readonly from: Job;
  readonly to: Job;
  readonly need: Job['needs'][number];
}

/** The jobs of a workflow and what they wait for. */
export interface JobGraph {
  readonly byName: ReadonlyMap<string, Job>;
  /** Each cycle once, as the edges along it, beginning at the job that is written first. */
  readonly cycles: readonly (readonly NeedEdge[])[];
}

/** The graph of a workflow's jobs; entries of `needs` that name no job have no edge. */
export function jobGraph(workflow: Workflow): JobGraph {
  const byName = new Map<string, Job>();
  for (const job of workflow.jobs) if (!byName.has(job.id.value)) byName.set(job.id.value, job);
  return { byName, cycles: findCycles(workflow.jobs, byName) };
}

/** Whether a job runs once for each combination of a matrix. */
export function isMatrixJob(job: Job): boolean {
  return pairOf(valueAt(job.node, 'strategy'), 'matrix') !== undefined;
}

/** Whether the whole list of needed jobs can be read: not when any of it is computed by an expression. */
export function needsAreKnown(job: Job): boolean {
  const needs = valueAt(job.node, 'needs');
  const items: readonly (YamlNode | undefined)[] = needs?.kind === 'sequence' ? needs.items : [needs];
  return items.every((item) => item?.kind !== 'scalar' || !item.text.text.includes('${{'));
}

/** The job whose matrix makes an instance of this name, `workers` for `workers-0`. */
export function matrixJobOf(name: string, byName: ReadonlyMap<string, Job>): Job | undefined {
  const base = /^(.+)-\d+$/.exec(name)?.[1];
  const job = base === undefined ? undefined : byName.get(base);
  return job !== undefined && isMatrixJob(job) ? job : undefined;
}

/** One cycle for each group of jobs that wait for each other. */
function findCycles(
  jobs: readonly Job[],
  byName: ReadonlyMap<string, Job>,
): readonly (readonly NeedEdge[])[] {
  const stuck = onCycles(byName);
  const cycles: (readonly NeedEdge[])[] = [];
  const settled = new Set<Job>();
  for (const start of jobs) {
    if (settled.has(start) || stuck.get(start.id.value) !== start) continue;
    const cycle = shortestCycle(start, stuck);
    if (cycle === undefined) continue;
    cycles.push(cycle);
    for (const job of waitingWith(start, stuck)) settled.add(job);
  }
  return cycles;
}

/** The jobs of cycles and those between two cycles: what is left when all that can start has, from both ends. */
function onCycles(byName: ReadonlyMap<string, Job>): ReadonlyMap<string, Job> {
  const needed = new Map<string, ReadonlySet<string>>();
  const waiting = new Map<string, Set<string>>();
  for (const [name, job] of byName) {
    const known = new Set(job.needs.map((need) => need.value).filter((need) => byName.has(need)));
    needed.set(name, known);
    for (const need of known) waiting.set(need, (waiting.get(need) ?? new Set()).add(name));
  }
  const stuck = peeled(byName.keys(), needed, waiting);
  const left = peeled(stuck, waiting, needed);
  return new Map([...byName].filter(([name]) => left.has(name)));
}

/** Takes away, again and again, whatever has nothing before it that is left. */
function peeled(
  names: Iterable<string>,
  before: ReadonlyMap<string, ReadonlySet<string>>,
  behind: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const left = new Set(names);
  const counts = new Map<string, number>();
  const open: string[] = [];
  for (const name of left) {
    const count = [...(before.get(name) ?? [])].filter((other) => left.has(other)).length;
    counts.set(name, count);
    if (count === 0) open.push(name);
  }
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    left.delete(name);
    for (const other of behind.get(name) ?? []) {
      const count = (counts.get(other) ?? 0) - 1;
      counts.set(other, count);
      if (count === 0) open.push(other);
    }
  }
  return left;
}

function edgesFrom(job: Job, byName: ReadonlyMap<string, Job>): readonly NeedEdge[] {
  return job.needs.flatMap((need) => {
    const to = byName.get(need.value);
    return to === undefined ? [] : [{ from: job, to, need }];
  });
}

/** The shortest way from a job along its needs back to it. */
function shortestCycle(start: Job, byName: ReadonlyMap<string, Job>): readonly NeedEdge[] | undefined {
  const arrivals = new Map<Job, NeedEdge>();
  const open: Job[] = [start];
  for (const job of open) {
    for (const edge of edgesFrom(job, byName)) {
      if (edge.to === start) {
        const cycle = [edge];
        for (let at = edge.from; at !== start; ) {
          const arrival = arrivals.get(at);
          if (arrival === undefined) break;
          cycle.unshift(arrival);
          at = arrival.from;
        }
        return cycle;
      }
      if (arrivals.has(edge.to)) continue;
      arrivals.set(edge.to, edge);
      open.push(edge.to);
    }
  }
  return undefined;
}

/** The jobs that a job waits for and that wait for it, itself included. */
function waitingWith(start: Job, byName: ReadonlyMap<string, Job>): ReadonlySet<Job> {
  const forward = reach(start, (job) => edgesFrom(job, byName).map((edge) => edge.to));
  const waiting = new Map<Job, Job[]>();
  for (const job of byName.values()) {
    for (const { to } of edgesFrom(job, byName)) {
      const others = waiting.get(to);
      if (others === undefined) waiting.set(to, [job]);
      else others.push(job);
    }
  }
  const backward = reach(start, (job) => waiting.get(job) ?? []);
  return new Set([...forward].filter((job) => backward.has(job)));
}

function reach(start: Job, next: (job: Job) => readonly Job[]): ReadonlySet<Job> {
  const seen = new Set<Job>([start]);
  for (const job of seen) for (const other of next(job)) seen.add(other);
  return seen;
}
