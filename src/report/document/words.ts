import { plural } from '../../base/plural.ts';
import type { DocumentRun, DocumentSummary, DocumentWorkflow, ReportDocument } from './report-document.ts';

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

/**
 * `3 workflows: 1 passed with warnings, 1 failed, 1 skipped`; outcomes that did not occur are left out, and "passed" does
 * not stand alone where there are warnings.
 */
export function workflowCount(
  document: Pick<ReportDocument, 'summary' | 'workflows' | 'diagnostics'>,
): string {
  const { summary } = document;
  const warned = document.workflows.filter((one) => hasPassedWithWarnings(one, document)).length;
  const all = warned === summary.passed;
  const warnings = warned === 0 ? '' : all ? ' with warnings' : ` (${warned} with warnings)`;
  const outcomes = (
    [
      [summary.passed, `passed${warnings}`],
      [summary.failed, 'failed'],
      [summary.skipped, 'skipped'],
    ] as const
  ).filter(([count]) => count > 0);
  const parts = outcomes.map(([count, outcome]) => `${count} ${outcome}`);
  return `${plural(summary.workflows, 'workflow')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** Whether a workflow passed and something was found that may fail on the platform. */
export function hasPassedWithWarnings(
  { name, outcome }: DocumentWorkflow,
  { diagnostics }: Pick<ReportDocument, 'diagnostics'>,
): boolean {
  return outcome === 'passed' && diagnostics.some((one) => one.workflow === name && one.severity !== 'note');
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
