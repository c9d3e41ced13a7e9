import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import type { DocumentDiagnostic, ReportDocument } from '../document/report-document.ts';
import type { Verdict } from '../document/verdict.ts';
import { wellFormed } from '../document/well-formed.ts';
import { findingCount, workflowCount } from '../document/words.ts';
import { withDirectionsNamed } from '../terminal/terminal-text.ts';
import { selectAnnotations } from './annotations.ts';

/** Annotations that GitHub takes in one request. */
export const annotationsPerRequest = 50;
/** Characters that GitHub takes of a summary, a text, a message. */
export const longestText = 65_535;
/** Annotations that we send at most: ten requests. */
const mostAnnotations = 500;
const longestTitle = 255;

/** One annotation of a check run, in the names of GitHub's API. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** A check run as the bodies of its requests: the first makes it, the others add annotations. */
export interface CheckRunRequests {
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly outputs: readonly [CheckOutput, ...CheckOutput[]];
}

/** The `output` of one request. */
export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** The check run of a report: all findings that fit, worst and nearest first, fifty a request. */
export function checkRunRequests(
  document: ReportDocument,
  verdict: Verdict,
  summary: string,
  rules: readonly RuleMeta[],
  pathPrefix: string | undefined,
): CheckRunRequests {
  const { annotations } = selectAnnotations(document, {
    rules,
    perKind: mostAnnotations,
    scope: 'everything',
    pathPrefix,
  });
  const all = annotations
    .slice(0, mostAnnotations)
    .flatMap((one) =>
      one.findings.map((finding) => annotationOf(finding, one.properties.file ?? finding.path)),
    );
  const title = cut(`${workflowCount(document)}; ${findingCount(document.summary)}`, longestTitle);
  const output = (from: number): CheckOutput => ({
    title,
    summary: cut(summary, longestText),
    annotations: all.slice(from, from + annotationsPerRequest),
  });
  const rest: CheckOutput[] = [];
  for (let from = annotationsPerRequest; from < all.length; from += annotationsPerRequest)
    rest.push(output(from));
  return { conclusion: conclusionOf(verdict), outputs: [output(0), ...rest] };
}

function conclusionOf(verdict: Verdict): CheckRunRequests['conclusion'] {
  switch (verdict) {
    case 'clean':
      return 'success';
    case 'problems':
      return 'failure';
    case 'faulty':
      return 'neutral';
  }
}

const levels = { error: 'failure', warning: 'warning', note: 'notice' } as const;

function annotationOf(one: DocumentDiagnostic, path: string): CheckAnnotation {
  const { start, end } = one.range;
  const oneLine = start.line === end.line;
  return {
    path: withDirectionsNamed(wellFormed(path)).replace(/[\u0000-\u001f\u007f]/g, '\ufffd'),
    start_line: start.line,
    end_line: end.column > 1 ? end.line : Math.max(start.line, end.line - 1),
    ...(oneLine && { start_column: start.column, end_column: Math.max(start.column, end.column - 1) }),
    annotation_level: levels[one.severity],
    title: cut(one.rule, longestTitle),
    message:
      cut(one.help === undefined ? one.message : `${one.message}\n${one.help}`, longestText) || one.rule,
  };
}

/** Cuts a text to a number of bytes, because GitHub counts what it stores. */
function cut(text: string, most: number): string {
  const shown = withDirectionsNamed(wellFormed(text)).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f]/g,
    '\ufffd',
  );
  if (new TextEncoder().encode(shown).length <= most) return shown;
  let kept = shown.slice(0, most - 4);
  while (new TextEncoder().encode(kept).length > most - 4)
    kept = kept.slice(0, -Math.max(1, kept.length >> 6));
  return `${wellFormed(kept)}…`;
}
