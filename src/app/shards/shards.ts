import type { Configuration, RunSettings } from '../../lint/configuration/configuration.ts';
import { readDocument } from '../../report/document/read-document.ts';
import type { FilePath } from '../../source/span.ts';
import type { CheckRequest } from '../request.ts';
import { scenarioNames } from '../scenarios/scenarios.ts';
import type { LintWorld } from '../world.ts';

/** What a workflow costs next to others; any unit, but one for all. */
export type Cost = (path: FilePath, name: string) => number;

/** How costs are known, or why they cannot be (exit status 2). */
export type CostAnswer =
  | { readonly kind: 'cost'; readonly cost: Cost }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * One part of a list, so that all parts cost about the same: the dearest first, each to the part that has least so far.
 * Every machine that is given the same list and the same costs shares it out alike.
 */
export function partOf<Item>(
  items: readonly Item[],
  shard: { readonly index: number; readonly count: number },
  cost: (item: Item) => number,
): readonly Item[] {
  const loads = Array.from({ length: shard.count }, () => 0);
  const mine = new Set<Item>();
  const dearest = items.map((item) => ({ item, cost: cost(item) })).sort((a, b) => b.cost - a.cost);
  for (const one of dearest) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + one.cost;
    if (least === shard.index - 1) mine.add(one.item);
  }
  return items.filter((item) => mine.has(item));
}

/**
 * What workflows cost: the time that their runs took in an earlier report, else as many runs of usual length as there are
 * modes and scenarios. Linting is the same little for each.
 */
export function costOf(request: CheckRequest, configuration: Configuration, world: LintWorld): CostAnswer {
  if (request.stage === 'lint') return { kind: 'cost', cost: () => 1 };
  const times = request.times === undefined ? new Map<string, number>() : timesIn(request.times, world);
  if ('message' in times) return { kind: 'refused', message: times.message };
  const known = [...times.values()].sort((a, b) => a - b);
  const usual = known[Math.floor(known.length / 2)] ?? 1;
  return {
    kind: 'cost',
    cost(path, name) {
      const took = times.get(path);
      if (took !== undefined) return took;
      const own = configuration.workflowsSettings;
      const settings: Partial<RunSettings> = Object.hasOwn(own, name) ? (own[name] ?? {}) : {};
      const modes = [request.modes, settings.modes ?? [], configuration.run.modes ?? []].find(
        (some) => some.length > 0,
      );
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      const scenarios = scenarioNames(folder, world.files.paths).filter(
        (scenario) => request.scenarios.length === 0 || request.scenarios.includes(scenario),
      );
      return usual * (modes?.length ?? 1) * Math.max(1, scenarios.length) * request.repeat;
    },
  };
}

/** The milliseconds that the runs of each workflow took in a report, by its path. */
function timesIn(file: string, world: LintWorld): Map<string, number> | { readonly message: string } {
  const content = world.readNamed(file);
  if (content.kind === 'problem') return { message: `"${file}" cannot be read: ${content.message}` };
  const read = readDocument(content.text);
  if (read.kind === 'refused') return { message: `"${file}" is no report: ${read.message}` };
  const times = new Map<string, number>();
  for (const run of read.document.runs) {
    const took = run.phases.reduce((sum, phase) => sum + phase.ms, 0);
    times.set(run.path, (times.get(run.path) ?? 0) + Math.max(1, took));
  }
  return times;
}
