import { plural } from '../../base/plural.ts';
import type { DocumentRun, DocumentSummary, DocumentWorkflow } from './report-document.ts';

/** A length of time as people say it: `412 ms`, `3.2 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const rest = seconds % 60;
  return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

/** `1 error, 2 warnings, 0 notes`. */
export function findingCount(summary: Pick<DocumentSummary, 'errors' | 'warnings' | 'notes'>): string {
  return `${plural(summary.errors, 'error')}, ${plural(summary.warnings, 'warning')}, ${plural(summary.notes, 'note')}`;
}

/** `3 workflows: 1 passed, 1 failed, 1 skipped`; outcomes that did not occur are left out. */
export function workflowCount(summary: DocumentSummary): string {
  const outcomes = (
    [
      [summary.passed, 'passed'],
      [summary.failed, 'failed'],
      [summary.skipped, 'skipped'],
    ] as const
  ).filter(([count]) => count > 0);
  const parts = outcomes.map(([count, outcome]) => `${count} ${outcome}`);
  return `${plural(summary.workflows, 'workflow')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** How a run is named: its mode, and its scenario when it is not the default one. */
export function runTitle(run: Pick<DocumentRun, 'mode' | 'scenario'>): string {
  return run.scenario === 'default' ? run.mode : `${run.mode}, ${run.scenario}`;
}

/** What became of a run, in one line without its title. */
export function runOutcome(run: DocumentRun): string {
  switch (run.outcome) {
    case 'passed': {
      if (run.readyMs === undefined) return 'passed';
      const where = run.service ? ` at ${run.service.hostname}:${run.service.port}` : '';
      const noticed = run.detectMs === undefined ? '' : `, noticed after ${duration(run.detectMs)}`;
      return `ready in ${duration(run.readyMs)}${where}${noticed}`;
    }
    case 'failed':
      return run.failure ? `${run.failure.cause}: ${run.failure.message}` : 'failed';
    case 'skipped':
      return run.reason === undefined ? 'skipped' : `skipped: ${run.reason}`;
  }
}

/** What was left behind, in words. */
export function leftoverWords(one: DocumentRun['leftovers'][number]): string {
  switch (one.kind) {
    case 'process':
      return `process ${one.pid ?? '?'}: ${one.command ?? ''}`;
    case 'port':
      return `port ${one.port ?? '?'} on ${one.address ?? '?'}`;
    case 'file':
      return `file ${one.path ?? '?'}`;
    case 'mount':
      return `mount at ${one.path ?? '?'}`;
    case 'batch-job':
      return `batch job ${one.id ?? '?'}`;
  }
}

/** The workflow's line in a table: its runs, or why there is none. */
export function workflowWords(workflow: DocumentWorkflow, runs: readonly DocumentRun[]): string {
  if (workflow.reason !== undefined) return workflow.reason;
  return runs.map((run) => `${runTitle(run)}: ${runOutcome(run)}`).join('; ');
}
