import { traceOf } from '../../diagnostics/fault-trace.ts';
import type { Diagnostic, Severity } from '../../diagnostics/finding.ts';
import type { ToolFault } from '../../diagnostics/tool-fault.ts';
import { type LineIndex, lineIndex } from '../../source/line-index.ts';
import type { Span } from '../../source/span.ts';
import type { RunFailure, RunRecord } from '../../trace/run-record.ts';
import type { Report } from '../report.ts';
import type {
  DocumentDiagnostic,
  DocumentFailure,
  DocumentFault,
  DocumentLocation,
  DocumentRun,
  DocumentSummary,
  DocumentWorkflow,
  ReportDocument,
} from './report-document.ts';

/** Gives the lines of a file of the report, or `undefined` for a file whose text it does not hold. */
export type SourceLines = (path: string) => LineIndex | undefined;

/** The lines of a report's files, each indexed when first asked for. */
export function sourceLines(files: Report['files']): SourceLines {
  const known = new Map<string, LineIndex | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const file = files.get(path);
      known.set(path, file && lineIndex(file.text));
    }
    return known.get(path);
  };
}

/** A report as plain data: offsets become lines and columns; what has no text is placed at its first character. */
export function documentOf(report: Report, lines: SourceLines = sourceLines(report.files)): ReportDocument {
  const diagnostics = report.diagnostics.map((one) => diagnosticOf(one, lines));
  return {
    schema: 1,
    tool: { name: report.tool.name, version: report.tool.version },
    commit: report.commit,
    shard: report.shard,
    leftOut: report.leftOut,
    summary: summaryOf(diagnostics, report.workflows),
    workflows: report.workflows.map(({ name, path, outcome, reason }) => ({ name, path, outcome, reason })),
    diagnostics,
    runs: report.runs.map((run) => runOf(run, lines)),
    allowed: report.allowed.map((one) => ({ ...diagnosticOf(one.diagnostic, lines), reason: one.reason })),
    faults: report.faults.map(faultOf),
    // In the order that reports of parts have when they are put together.
    remarks: [...report.remarks].sort(),
  };
}

function faultOf({ kind, message, cause }: ToolFault): DocumentFault {
  if (cause === undefined) return { kind, message };
  const trace = traceOf(cause);
  return { kind, message, stack: trace.stack, cause: trace.cause };
}

/** Counts findings by severity and workflows by outcome. */
export function summaryOf(
  diagnostics: readonly { readonly severity: Severity }[],
  workflows: readonly Pick<DocumentWorkflow, 'outcome'>[],
): DocumentSummary {
  const found = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  const came = (outcome: DocumentWorkflow['outcome']) =>
    workflows.filter((one) => one.outcome === outcome).length;
  return {
    errors: found('error'),
    warnings: found('warning'),
    notes: found('note'),
    workflows: workflows.length,
    passed: came('passed'),
    failed: came('failed'),
    skipped: came('skipped'),
  };
}

function locationOf(span: Span, lines: SourceLines): DocumentLocation {
  const index = lines(span.file);
  const first = { line: 1, column: 1 };
  return {
    path: span.file,
    range: {
      start: index?.placeOf(span.start) ?? first,
      end: index?.placeOf(Math.max(span.start, span.end)) ?? first,
    },
  };
}

/** A finding as plain data: offsets become lines and columns. */
export function diagnosticOf(one: Diagnostic, lines: SourceLines): DocumentDiagnostic {
  return {
    rule: one.rule,
    severity: one.severity,
    message: one.message,
    ...locationOf(one.at, lines),
    workflow: one.workflow,
    help: one.help,
    url: one.url,
    fingerprint: one.fingerprint,
    related: (one.related ?? []).map((label) => ({ ...locationOf(label.span, lines), message: label.text })),
    fix: one.fix && {
      title: one.fix.title,
      safety: one.fix.safety,
      edits: one.fix.edits.map((edit) => ({ ...locationOf(edit.span, lines), text: edit.replacement })),
    },
  };
}

function failureOf(failure: RunFailure, lines: SourceLines): DocumentFailure {
  const location = failure.at && locationOf(failure.at, lines);
  return {
    cause: failure.cause,
    message: failure.message,
    path: location?.path,
    range: location?.range,
    help: failure.help,
  };
}

function runOf(run: RunRecord, lines: SourceLines): DocumentRun {
  return {
    workflow: run.workflow,
    path: run.path,
    mode: run.mode,
    scenario: run.scenario,
    outcome: run.outcome,
    cause: run.failure?.cause,
    failure: run.failure && failureOf(run.failure, lines),
    observations: run.observations.map((one) => failureOf(one, lines)),
    reason: run.skipped,
    inputs: run.inputs?.map(({ name, value }) => ({ name, value })),
    readyMs: run.readyMs,
    detectMs: run.detectMs,
    service: run.service,
    session: run.session && {
      path: run.session.path,
      status: run.session.status,
      outsideReferences: run.session.outsideReferences.map((reference) => reference.target),
      screenshot: run.session.screenshot,
    },
    coordination: run.coordination.map(({ file, atMs, content, by }) => ({ file, atMs, content, by })),
    wait: run.wait && { job: run.wait.job, said: run.wait.said, atMs: run.wait.atMs },
    phases: run.phases.map(({ phase, ms }) => ({ phase, ms })),
    jobs: run.jobs.map(({ outputs, ...job }) => ({ ...job, outputs: { ...outputs } })),
    leftovers: run.leftovers.map((one) => ({ ...one })),
    fidelity: run.fidelity.map(({ what, how, why }) => ({ what, how, why })),
    log: [...run.log],
    stopMs: run.stopMs,
    again: run.again,
    kept: run.kept,
  };
}
