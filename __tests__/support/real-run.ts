import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serviceStarts } from '../../src/analysis/contract/services.ts';
import { nodeRepositoryFiles } from '../../src/host/files/repository-files.ts';
import { nodeRunPorts } from '../../src/host/run-ports.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { type PlanRequest, planRun } from '../../src/plan/plan-run.ts';
import type { RunPorts } from '../../src/ports/run-ports.ts';
import { executeRun } from '../../src/run/engine/execute-run.ts';
import type { RunOptions } from '../../src/run/engine/run-world.ts';
import type { RunEvent } from '../../src/trace/run-event.ts';
import type { RunRecord } from '../../src/trace/run-record.ts';

/** Short limits, so that a run that cannot succeed ends soon. */
export const shortLimits = { startMs: 20_000, stableMs: 1500, waitMs: 4000, stopMs: 2500 };

/** What a real run of a repository gave. */
export interface RealRun {
  readonly record: RunRecord;
  readonly events: readonly RunEvent[];
}

/** Writes a repository to a temporary folder and runs its first workflow for real. */
export async function runForReal(
  texts: Readonly<Record<string, string>>,
  request: Partial<PlanRequest> = {},
  more: {
    readonly options?: Partial<RunOptions>;
    readonly signal?: AbortSignal;
    readonly watch?: (event: RunEvent) => void;
  } = {},
): Promise<RealRun> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pwc-test-run-')));
  try {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text, { mode: path.endsWith('.sh') ? 0o755 : 0o644 });
    }
    const repository = nodeRepositoryFiles(root);
    const { workspace } = openWorkspace(repository);
    const file = workspace.workflows[0];
    if (file === undefined) throw new Error('the repository has no workflow');
    const outcome = planRun(file, workspace, {
      mode: 'controller',
      scenario: 'default',
      inputs: {},
      limits: shortLimits,
      ...request,
    });
    if (outcome.kind === 'problem')
      throw new Error(outcome.findings.map((finding) => finding.message).join('; '));
    const events: RunEvent[] = [];
    const signal = more.signal ?? new AbortController().signal;
    for await (const event of executeRun(
      outcome.plan,
      emulating(nodeRunPorts()),
      { root, repository, serviceStarts: () => serviceStarts(file, workspace), ...more.options },
      signal,
    )) {
      events.push(event);
      more.watch?.(event);
    }
    const last = events.at(-1);
    if (last?.type !== 'run-ended') throw new Error('the run did not end');
    return { record: last.record, events };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The same world without a batch scheduler, so that every machine shows the emulation. */
const emulating = (ports: RunPorts): RunPorts => ({
  ...ports,
  schedulers: { state: async (name) => ({ kind: 'missing', command: name === 'slurm' ? 'sbatch' : 'qsub' }) },
});

/** Runs work for all items, a few at a time; results in the order of the items. */
export async function severalAtATime<Item, Result>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++)
      results[index] = await work(items[index] as Item);
  };
  await Promise.all(Array.from({ length: count }, worker));
  return results;
}
