import type { Diagnostic, Severity } from '../../diagnostics/finding.ts';
import { discoverWorkflows } from '../../model/discover-workflows.ts';
import { selectFiles } from '../../model/select-files.ts';
import { filePath } from '../../source/span.ts';
import { check } from '../check.ts';
import { loadConfiguration } from '../load-configuration.ts';
import { readRequest } from '../request.ts';
import type { World } from '../world.ts';
import { workflowGlobs } from './workflow-globs.ts';

/** What is found in a repository that adopts the check, or what is wrong with its configuration (exit status 2). */
export type Adoption =
  | {
      readonly kind: 'adoption';
      /** The workflows that there are, as globs; what the configuration names when there is one. */
      readonly globs: readonly string[];
      readonly workflows: number;
      /** What is found today. */
      readonly findings: readonly Diagnostic[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Looks for every workflow of a repository, wherever it stands, and lints them all. */
export async function lookForAdoption(world: World): Promise<Adoption> {
  const loaded = loadConfiguration(undefined, world);
  if (loaded.kind === 'refused') return loaded;
  const globs = loaded.configuration.workflows ?? everyWorkflow(world);
  const read = readRequest({ command: 'lint', paths: [], options: {} });
  if (read.kind === 'refused') return read;
  const request = { ...read.request, workflows: globs, upkeep: 'unused' } as const;
  const result = await check(request, world, { say: () => {}, watch: () => {} }, new AbortController());
  // With a configuration that holds, only a repository without workflows is refused; it may be adopted all the same.
  if (result.kind === 'refused') return { kind: 'adoption', globs, workflows: 0, findings: [] };
  const { workflows, diagnostics } = result.report;
  return { kind: 'adoption', globs, workflows: workflows.length, findings: diagnostics };
}

function everyWorkflow({ files }: Pick<World, 'files'>): readonly string[] {
  const found = discoverWorkflows(filePath(''), files, () => true).paths;
  const usual = selectFiles(files, {}).workflows;
  return workflowGlobs([...new Set([...usual, ...found])].sort(), files.paths);
}

/** How often each rule speaks, the worst and most frequent first. */
export function countsByRule(
  findings: readonly Diagnostic[],
): readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[] {
  const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
  const counts = new Map<string, { rule: string; severity: Severity; count: number }>();
  for (const { rule, severity } of findings) {
    const key = `${severity} ${rule}`;
    const row = counts.get(key) ?? { rule, severity, count: 0 };
    counts.set(key, { ...row, count: row.count + 1 });
  }
  return [...counts.values()].sort(
    (left, right) => weights[left.severity] - weights[right.severity] || right.count - left.count,
  );
}
