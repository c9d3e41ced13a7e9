import { readDocument } from '../report/document/read-document.ts';
import type { RunMode } from '../trace/run-record.ts';
import type { World } from './world.ts';

/** One run of a report, by what makes it that one. */
export interface RunName {
  readonly path: string;
  readonly mode: RunMode;
  readonly scenario: string;
}

/** The runs that failed in a report, or why they are not known (exit status 2). */
export type FailedRuns =
  | { readonly kind: 'runs'; readonly runs: readonly RunName[] }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Reads which runs failed.
 *
 * @param file a JSON report; empty: the last one that was made of this repository on this machine
 */
export function failedRuns(file: string, world: World): FailedRuns {
  const content =
    file === '' ? { kind: 'text' as const, text: world.lastReport?.read() } : world.readNamed(file);
  const name = file === '' ? 'the last report' : `"${file}"`;
  if (content.kind === 'problem') return refused(`${name} cannot be read: ${content.message}`);
  if (content.text === undefined)
    return refused(
      '--failed knows no report: run the services first, or name a JSON report, as in --failed=report.json',
    );
  const read = readDocument(content.text);
  if (read.kind === 'refused') return refused(`${name} is no report: ${read.message}`);
  const runs = read.document.runs
    .filter((run) => run.outcome === 'failed')
    .map(({ path, mode, scenario }) => ({ path, mode: mode as RunMode, scenario }));
  return runs.length === 0
    ? refused(`${name} has no run that failed: there is nothing to repeat`)
    : { kind: 'runs', runs };
}

const refused = (message: string): FailedRuns => ({ kind: 'refused', message });

/** Whether a run is one of some that are named. */
export const isAmong = (runs: readonly RunName[], one: RunName): boolean =>
  runs.some((run) => run.path === one.path && run.mode === one.mode && run.scenario === one.scenario);
