import { summaryOf } from './document-of.ts';
import { pathsIn } from './paths-in.ts';
import type { ReportDocument } from './report-document.ts';

/** A report read back, or why the text is none. */
export type ReadDocument =
  | { readonly kind: 'document'; readonly document: ReportDocument }
  | { readonly kind: 'refused'; readonly message: string };

/** No check is divided into more parts: the option for it takes four digits. */
const mostShards = 9999;

const lists = ['workflows', 'diagnostics', 'runs', 'allowed', 'faults', 'remarks'] as const;

/** Reads a JSON report; only what the formats and the merging rely on is looked at. */
export function readDocument(text: string): ReadDocument {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('it is not JSON');
  }
  if (!isRecord(data) || !isRecord(data['tool']) || data['tool']['name'] !== 'pw-workflow-check') {
    return refused('it is no report of pw-workflow-check');
  }
  if (data['schema'] !== 1) {
    return refused(
      `it has version ${JSON.stringify(data['schema'])} of the report; this program reads version 1`,
    );
  }
  for (const list of lists) {
    if (!Array.isArray(data[list])) return refused(`"${list}" is no list`);
  }
  const report = data as unknown as ReportDocument;
  if (!report.diagnostics.every(isDiagnostic) || !report.allowed.every(isDiagnostic)) {
    return refused('a finding in it has no rule, severity, message or place');
  }
  if (!report.workflows.every(isWorkflow)) return refused('a workflow in it has no name, path or outcome');
  if (!report.runs.every(isRun)) return refused('a run in it is not complete');
  if (!report.faults.every(isFault)) return refused('a fault in it has no kind or message');
  if (report.shard !== undefined && !isShard(report.shard)) return refused('its "shard" is none');
  if (report.leftOut !== undefined && !isTexts(report.leftOut))
    return refused('its "leftOut" is no list of texts');
  const outside = pathsIn(report).find((path) => !isInside(path));
  if (outside !== undefined) return refused(`it has a path outside of the repository, "${outside}"`);
  const miscounted = miscountIn(report, data['summary']);
  if (miscounted !== undefined) return refused(miscounted);
  return { kind: 'document', document: report };
}

/** Whether a path leads to a place below the folder that it begins at, on every system that it may be read on. */
function isInside(path: string): boolean {
  const parts = path.split(/[\\/]/);
  return path !== '' && !path.includes('\0') && !/^[\\/]|^[a-z]:[\\/]/i.test(path) && !parts.includes('..');
}

/** What a summary counts otherwise than what it sums up; `undefined` when it is right. */
function miscountIn({ diagnostics, workflows }: ReportDocument, summary: unknown): string | undefined {
  if (!isRecord(summary)) return 'it has no summary';
  for (const [name, count] of Object.entries(summaryOf(diagnostics, workflows))) {
    if (summary[name] !== count)
      return `its summary says ${JSON.stringify(summary[name])} ${name}, and it has ${count}`;
  }
  return undefined;
}

function isDiagnostic(one: unknown): boolean {
  return (
    isRecord(one) &&
    texts(one, 'rule', 'message', 'path', 'fingerprint') &&
    ['error', 'warning', 'note'].includes(String(one['severity'])) &&
    Array.isArray(one['related']) &&
    one['related'].every((related) => isRecord(related) && texts(related, 'path')) &&
    isRange(one['range'])
  );
}

function isWorkflow(one: unknown): boolean {
  return isRecord(one) && texts(one, 'name', 'path') && isOutcome(one['outcome']);
}

function isInputs(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isRecord(one) && texts(one, 'name', 'value'));
}

function isRun(one: unknown): boolean {
  return (
    isRecord(one) &&
    texts(one, 'workflow', 'path', 'mode', 'scenario') &&
    isOutcome(one['outcome']) &&
    (one['inputs'] === undefined || isInputs(one['inputs'])) &&
    ['observations', 'coordination', 'phases', 'jobs', 'leftovers', 'fidelity', 'log'].every((list) =>
      Array.isArray(one[list]),
    ) &&
    (one['phases'] as readonly unknown[]).every((phase) => isRecord(phase) && Number(phase['ms']) >= 0)
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isShard(one: unknown): boolean {
  if (!isRecord(one) || !isCount(one['index']) || !isCount(one['count'])) return false;
  return Number(one['index']) <= Number(one['count']) && Number(one['count']) <= mostShards;
}

function isFault(one: unknown): boolean {
  return isRecord(one) && texts(one, 'kind') && isTrace(one);
}

function isTrace(one: unknown): boolean {
  return (
    isRecord(one) &&
    texts(one, 'message') &&
    ['string', 'undefined'].includes(typeof one['stack']) &&
    (one['cause'] === undefined || isTrace(one['cause']))
  );
}

function isOutcome(value: unknown): boolean {
  return value === 'passed' || value === 'failed' || value === 'skipped';
}

function isRange(value: unknown): boolean {
  return isRecord(value) && isPlace(value['start']) && isPlace(value['end']);
}

function isPlace(value: unknown): boolean {
  return isRecord(value) && isCount(value['line']) && isCount(value['column']);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function texts(value: Readonly<Record<string, unknown>>, ...names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(message: string): ReadDocument {
  return { kind: 'refused', message };
}
