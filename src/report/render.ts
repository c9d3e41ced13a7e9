import type { RuleMeta } from '../diagnostics/rule-meta.ts';
import type { SourceLines } from './document/document-of.ts';
import { documentOf, sourceLines } from './document/document-of.ts';
import { formatJson } from './document/json.ts';
import { formatNdjson } from './document/ndjson.ts';
import type { ReportDocument } from './document/report-document.ts';
import type { FailOn } from './document/verdict.ts';
import { annotationsPerKind, formatGithub } from './github/annotations.ts';
import { formatHtml } from './html/html.ts';
import type { Provenance } from './html/html-options.ts';
import type { JobGraph } from './job-graph.ts';
import { formatJunit } from './junit/junit.ts';
import { formatMarkdown } from './markdown/markdown.ts';
import type { Report } from './report.ts';
import type { ReportFormat } from './report-format.ts';
import { formatCodeQuality } from './review/code-quality.ts';
import { formatRdjson } from './review/rdjson.ts';
import { formatSarif } from './sarif/sarif.ts';
import { type ListOptions, shownFindings } from './terminal/finding-list.ts';
import { formatPretty } from './terminal/pretty.ts';

/** What every format is made from: plain data, the lines it points into, and the rules that spoke. */
export interface RenderSource {
  readonly document: ReportDocument;
  readonly lines: SourceLines;
  readonly rules: readonly RuleMeta[];
  /** The jobs of a workflow by its path; empty where only the document is known. */
  readonly graphs: ReadonlyMap<string, JobGraph>;
}

/** What only some formats look at. */
export interface RenderOptions extends ListOptions {
  readonly colour: 'colour' | 'plain';
  readonly talk: 'normal' | 'quiet';
  readonly failOn: FailOn;
  /** Whether the terminal shows where a failure of the program arose; absent: it does not. */
  readonly faults?: 'sentences' | 'traces' | undefined;
  /** What keeps several analyses of one commit apart in code scanning. */
  readonly category?: string | undefined;
  /** Where the report comes from, for the page. */
  readonly provenance?: Provenance | undefined;
  /** A picture by its path as a `data:` address, for the page. */
  readonly picture?: ((path: string) => string | undefined) | undefined;
  readonly linkTo?: ((path: string, line: number) => string | undefined) | undefined;
}

/** Prepares a report for any number of formats. */
export function renderSource(report: Report): RenderSource {
  const lines = sourceLines(report.files);
  const graphs = new Map((report.graphs ?? []).map((graph) => [graph.path, graph]));
  return { document: documentOf(report, lines), lines, rules: report.rules, graphs };
}

/** A report in a format; pure, the same source gives the same text. */
export function render(format: ReportFormat, source: RenderSource, options: RenderOptions): string {
  const { document, lines, rules } = source;
  const read = { ...document, diagnostics: shownFindings(document.diagnostics, options) };
  switch (format) {
    case 'pretty':
      return formatPretty(document, lines, options);
    case 'json':
      return formatJson(document);
    case 'ndjson':
      return formatNdjson(document);
    case 'sarif':
      return formatSarif(document, { rules, category: options.category });
    case 'junit':
      return formatJunit(document, options.failOn);
    case 'markdown':
      return formatMarkdown(read, lines, { linkTo: options.linkTo, maxBytes: 1_000_000 });
    case 'html':
      return formatHtml(read, lines, {
        picture: options.picture ?? (() => undefined),
        linkTo: options.linkTo ?? (() => undefined),
        graphs: source.graphs,
        rules,
        provenance: options.provenance,
      });
    case 'gitlab':
      return formatCodeQuality(document);
    case 'rdjson':
      return formatRdjson(document, lines);
    case 'github':
      return formatGithub(read, { rules, perKind: annotationsPerKind, scope: 'everything' });
  }
}
