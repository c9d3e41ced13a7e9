import { jsonText } from './json.ts';
import type { ReportDocument } from './report-document.ts';

/**
 * The report as lines of JSON, each an object with a `type`: the findings, the runs, the workflows, and last the
 * summary. While a run goes on its events are printed before, in the same manner.
 */
export function formatNdjson(document: ReportDocument): string {
  const { schema, tool, commit, summary } = document;
  const lines = [
    ...document.diagnostics.map((one) => ({ type: 'diagnostic', ...one })),
    ...document.allowed.map((one) => ({ type: 'allowed', ...one })),
    ...document.runs.map((one) => ({ type: 'run', ...one })),
    ...document.workflows.map((one) => ({ type: 'workflow', ...one })),
    ...document.remarks.map((message) => ({ type: 'remark', message })),
    ...document.faults.map((one) => ({ type: 'fault', ...one })),
    { type: 'summary', schema, tool, commit, ...summary },
  ];
  return lines.map((line) => `${jsonText(line)}\n`).join('');
}
