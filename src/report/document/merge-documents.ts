import { summaryOf } from './document-of.ts';
import type { DocumentDiagnostic, DocumentRun, DocumentWorkflow, ReportDocument } from './report-document.ts';

/** One report out of those of several shards; the order of the arguments does not matter. */
export function mergeDocuments(documents: readonly [ReportDocument, ...ReportDocument[]]): ReportDocument {
  const [first] = documents.toSorted((a, b) => compare(JSON.stringify(a.tool), JSON.stringify(b.tool)));
  const diagnostics = each(
    documents.flatMap((one) => one.diagnostics),
    findingKey,
  ).sort(byPlace);
  const workflows = mergeWorkflows(documents.flatMap((one) => one.workflows));
  const commits = new Set(documents.map((one) => one.commit));
  const versions = new Set(documents.map((one) => one.tool.version));
  const leftOut = [...new Set(documents.flatMap((one) => one.leftOut ?? []))].sort();
  const remarks = documents.flatMap((one) => one.remarks);
  if (versions.size > 1) remarks.push('the merged reports are of different versions of this program');
  return {
    schema: 1,
    tool: first?.tool ?? documents[0].tool,
    commit: commits.size === 1 ? documents[0].commit : undefined,
    leftOut: leftOut.length === 0 ? undefined : leftOut,
    summary: summaryOf(diagnostics, workflows),
    workflows,
    diagnostics,
    runs: each(
      documents.flatMap((one) => one.runs),
      (run) => JSON.stringify(run),
    ).sort(byRun),
    allowed: each(
      documents.flatMap((one) => one.allowed),
      findingKey,
    ).sort(byPlace),
    faults: each(
      documents.flatMap((one) => one.faults),
      (fault) => `${fault.kind}\n${fault.message}`,
    ).sort(byText),
    remarks: [...new Set(remarks)].sort(),
  };
}

function each<Item extends object>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const kept = new Map<string, Item>();
  for (const item of items) {
    const known = kept.get(key(item));
    if (known === undefined || byText(item, known) < 0) kept.set(key(item), item);
  }
  return [...kept.values()];
}

function findingKey(one: DocumentDiagnostic): string {
  const { start, end } = one.range;
  return [one.path, start.line, start.column, end.line, end.column, one.rule, one.message].join('\n');
}

const severityOfOutcome = { failed: 2, skipped: 1, passed: 0 } as const;

/** A workflow that several shards looked at has the worst of its outcomes. */
function mergeWorkflows(workflows: readonly DocumentWorkflow[]): readonly DocumentWorkflow[] {
  const worst = new Map<string, DocumentWorkflow>();
  for (const one of workflows) {
    const known = worst.get(one.path);
    const worse =
      known === undefined ||
      severityOfOutcome[one.outcome] - severityOfOutcome[known.outcome] > 0 ||
      (one.outcome === known.outcome && byText(one, known) < 0);
    if (worse) worst.set(one.path, one);
  }
  return [...worst.values()].sort((a, b) => compare(a.path, b.path));
}

function byPlace(a: DocumentDiagnostic, b: DocumentDiagnostic): number {
  return (
    compare(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message) ||
    byText(a, b)
  );
}

function byRun(a: DocumentRun, b: DocumentRun): number {
  return (
    compare(a.path, b.path) || compare(a.mode, b.mode) || compare(a.scenario, b.scenario) || byText(a, b)
  );
}

/** Two that differ in nothing else must not stand in the order of the arguments. */
function byText(a: object, b: object): number {
  return compare(JSON.stringify(a), JSON.stringify(b));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
