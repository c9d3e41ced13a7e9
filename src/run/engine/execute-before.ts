import type { RunRecord } from '../../trace/run-record.ts';
import { lastLines } from '../verdict/neutralise.ts';
import { executeScript } from './execute-script.ts';
import { mostFiles } from './inspect-leftovers.ts';
import { joinPath } from './paths.ts';
import type { RunWorld } from './run-world.ts';

/** What a run found out; the rest of the record is the plan's. */
export type RunParts = Omit<RunRecord, 'workflow' | 'path' | 'mode' | 'scenario' | 'phases' | 'fidelity'>;

const beforeGraceMs = 1000;
const logLines = 60;

/** Runs the configuration's own preparation; gives the record's parts when it failed. */
export async function executeBefore(world: RunWorld, signal: AbortSignal): Promise<RunParts | undefined> {
  const { before, limits } = world.plan;
  if (before === undefined) return undefined;
  const limit = new AbortController();
  void world.ports.clock.sleep(limits.startMs, limit.signal).then(() => limit.abort());
  const end = await executeScript(world, {
    filled: { text: before, spanOfLine: () => world.plan.at },
    shell: 'bash',
    cwd: world.jobDirectory,
    env: { ...world.env, PW_CHECK_REPOSITORY: world.options.root },
    logs: joinPath(world.directory, 'before'),
    name: 'before.sh',
    signal: AbortSignal.any([signal, limit.signal]),
    graceMs: beforeGraceMs,
  });
  limit.abort();
  if (end.status === 0) {
    for (const path of world.ports.files.listDeep(world.home, mostFiles)) world.filesBefore.add(path);
    return undefined;
  }
  const log = lastLines(world.ports.files.readEnd(end.output, 65_536) ?? '', logLines);
  const parts = { observations: [], coordination: [], jobs: [], leftovers: [], log };
  if (signal.aborted) return { ...parts, outcome: 'skipped', skipped: 'interrupted' };
  const said = log.findLast((line) => line.trim() !== '');
  const message = `"before" of the configuration ended with status ${end.status}${said === undefined ? '' : `: ${said}`}`;
  return { ...parts, outcome: 'failed', failure: { cause: 'step-failed', message, at: world.plan.at } };
}
