import type { Severity } from '../../diagnostics/finding.ts';
import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import { precisionRanks } from '../document/rank.ts';
import type { DocumentDiagnostic, ReportDocument } from '../document/report-document.ts';
import { untoldRuns } from '../document/untold-runs.ts';
import { bySeverity } from '../document/verdict.ts';
import { runOutcome } from '../document/words.ts';
import { spread } from './spread.ts';
import {
  type AnnotationCommand,
  type AnnotationProperties,
  messageLimit,
  workflowCommand,
} from './workflow-command.ts';

/** Annotations of one kind that GitHub keeps of a step; it drops the rest in silence. */
export const annotationsPerKind = 10;

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** What decides which findings become annotations. */
export interface AnnotationOptions {
  readonly rules: readonly RuleMeta[];
  /** Most annotations of one severity. */
  readonly perKind: number;
  /** Annotations of a severity that something else makes, out of the same budget. */
  readonly spent?: Readonly<Partial<Record<Severity, number>>> | undefined;
  /** Whether a line is part of the change; absent: nobody knows, every line counts the same. */
  readonly inDiff?: ((path: string, line: number) => boolean) | undefined;
  /** `severity` ranks lines outside the change like those in it. */
  readonly order?: 'diff' | 'severity' | undefined;
  /** `diff` leaves out findings outside the change. */
  readonly scope: 'everything' | 'diff';
  /** Where the checked folder lies in the repository, when it is not its top. */
  readonly pathPrefix?: string | undefined;
}

/** One annotation: one line of one file, and every finding that it tells. */
export interface Annotation {
  readonly command: AnnotationCommand;
  readonly severity: Severity;
  readonly properties: AnnotationProperties;
  readonly message: string;
  readonly findings: readonly DocumentDiagnostic[];
}

/** The annotations that fit, best first, and how much of everything they tell. */
export interface AnnotationSelection {
  readonly annotations: readonly Annotation[];
  /** Findings told by the annotations. */
  readonly shown: number;
  readonly total: number;
}

/**
 * Picks annotations within GitHub's budget: findings on one line become one annotation; lines in the diff come
 * first, then the worse, then those of the more precise rules, then by place. Where not all fit, every file and every
 * rule is told of before one is told of again.
 */
export function selectAnnotations(
  document: Pick<ReportDocument, 'diagnostics'>,
  options: AnnotationOptions,
): AnnotationSelection {
  // What a finding points to belongs to it: a use may break because its declaration was changed.
  const inDiff = (one: DocumentDiagnostic) =>
    [one, ...one.related].some(({ path, range }) => options.inDiff?.(path, range.start.line) ?? true);
  const groups = new Map<string, DocumentDiagnostic[]>();
  for (const one of document.diagnostics) {
    if (options.scope === 'diff' && !inDiff(one)) continue;
    const line = `${one.range.start.line}:${one.path}`;
    const group = groups.get(line);
    if (group) group.push(one);
    else groups.set(line, [one]);
  }
  const rank = precisionRanks(options.rules);
  const ranked = [...groups.values()]
    .map((group) => group.toSorted((a, b) => bySeverity(a.severity, b.severity) || rank(a) - rank(b)))
    .flatMap((findings, order) => {
      const [first] = findings;
      return first ? [{ first, findings, order, near: options.order === 'severity' || inDiff(first) }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.near) - Number(a.near) ||
        bySeverity(a.first.severity, b.first.severity) ||
        rank(a.first) - rank(b.first) ||
        a.order - b.order,
    );
  const picked = new Set(
    severities.flatMap((severity) =>
      spread(
        ranked.filter(({ first }) => first.severity === severity),
        options.perKind - (options.spent?.[severity] ?? 0),
        ({ near }) => (near ? 0 : 1),
        ({ first }) => ({ file: first.path, rule: first.rule }),
      ),
    ),
  );
  const annotations = ranked
    .filter((one) => picked.has(one))
    .map(({ first, findings }) => annotationOf(first, findings, options.pathPrefix));
  return {
    annotations,
    shown: annotations.reduce((sum, one) => sum + one.findings.length, 0),
    total: document.diagnostics.length,
  };
}

/** What goes into the log of a step: workflow commands, and how much of everything they tell. */
export interface AnnotationLog {
  readonly lines: readonly string[];
  readonly shown: number;
  readonly total: number;
}

/**
 * The workflow commands of a report, one a line. Failed runs that no finding tells of and faults of this program come
 * first: they share the budget with the findings.
 */
export function annotationLog(document: ReportDocument, options: AnnotationOptions): AnnotationLog {
  const most = (severity: Severity) => options.perKind - (options.spent?.[severity] ?? 0);
  const runs = untoldRuns(document).slice(0, Math.max(0, most('error')));
  const faults = document.faults.slice(0, Math.max(0, most('warning')));
  const { annotations, shown, total } = selectAnnotations(document, {
    ...options,
    spent: {
      ...options.spent,
      error: (options.spent?.error ?? 0) + runs.length,
      warning: (options.spent?.warning ?? 0) + faults.length,
    },
  });
  return {
    lines: [
      ...runs.map((run) => workflowCommand('error', { title: `run of ${run.workflow}` }, runOutcome(run))),
      ...faults.map((fault) => workflowCommand('warning', { title: 'pw-workflow-check' }, fault.message)),
      ...annotations.map((one) => workflowCommand(one.command, one.properties, one.message)),
    ],
    shown,
    total,
  };
}

/** The workflow commands of a report, one a line, and a last line when not every finding is told. */
export function formatGithub(document: ReportDocument, options: AnnotationOptions): string {
  const log = annotationLog(document, options);
  const lines = log.shown < log.total ? [...log.lines, shownOf(log)] : log.lines;
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

/** `12 of 57 findings are annotated`. */
export function shownOf(selection: Pick<AnnotationSelection, 'shown' | 'total'>): string {
  return `${selection.shown} of ${selection.total} findings are annotated`;
}

function annotationOf(
  first: DocumentDiagnostic,
  findings: readonly DocumentDiagnostic[],
  prefix: string | undefined,
): Annotation {
  const told = fitting(findings);
  return {
    command: commandOf(first.severity),
    severity: first.severity,
    properties: {
      file:
        prefix === undefined || prefix === '' ? first.path : `${prefix.replace(/\/+$/, '')}/${first.path}`,
      ...rangeProperties(first),
      title: findings.length === 1 ? first.rule : `${first.rule} and ${findings.length - 1} more`,
    },
    message: told.map((one) => wordsOf(one, findings.length > 1)).join('\n\n'),
    findings: told,
  };
}

/** The findings of one line whose words fit into one message; the first always does, cut if need be. */
function fitting(findings: readonly DocumentDiagnostic[]): readonly DocumentDiagnostic[] {
  let left = messageLimit;
  return findings.filter((one, index) => {
    left -= wordsOf(one, findings.length > 1).length + 2;
    return index === 0 || left >= 0;
  });
}

function wordsOf(one: DocumentDiagnostic, several: boolean): string {
  const help = one.help === undefined ? '' : `\n${one.help}`;
  return several ? `${one.severity}: ${one.message} [${one.rule}]${help}` : `${one.message}${help}`;
}

/** GitHub drops columns of ranges over several lines, so those are not sent. */
function rangeProperties({ range }: DocumentDiagnostic): AnnotationProperties {
  const { start, end } = range;
  if (end.line > start.line) {
    return { line: start.line, endLine: end.column > 1 ? end.line : Math.max(start.line, end.line - 1) };
  }
  return {
    line: start.line,
    endLine: start.line,
    col: start.column,
    endColumn: Math.max(start.column, end.column - 1),
  };
}

function commandOf(severity: Severity): AnnotationCommand {
  switch (severity) {
    case 'error':
      return 'error';
    case 'warning':
      return 'warning';
    case 'note':
      return 'notice';
  }
}
