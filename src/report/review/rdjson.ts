import type { Severity } from '../../diagnostics/finding.ts';
import type { SourceLines } from '../document/document-of.ts';
import { jsonText } from '../document/json.ts';
import type {
  DocumentDiagnostic,
  DocumentLocation,
  DocumentPlace,
  ReportDocument,
} from '../document/report-document.ts';
import { untoldRuns } from '../document/untold-runs.ts';
import { runOutcome } from '../document/words.ts';
import { harmlessText } from './harmless-text.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/**
 * The report in the format of reviewdog (rdjson, `proto/rdf/reviewdog.proto` of reviewdog), which comments on changed lines
 * in many forges. Its columns count bytes of UTF-8.
 */
export function formatRdjson(document: ReportDocument, lines: SourceLines): string {
  const result = {
    source: { name: document.tool.name, url: 'https://github.com/org/pw-workflow-check' },
    diagnostics: [
      ...untoldRuns(document).map((run) => ({
        message: harmlessText(`run of ${run.workflow}: ${runOutcome(run)}`),
        location: { path: run.path },
        severity: severities.error,
        code: { value: run.cause ?? 'run' },
      })),
      ...document.diagnostics.map((one) => diagnosticOf(one, lines)),
    ],
  };
  return `${jsonText(result, 2)}\n`;
}

function diagnosticOf(one: DocumentDiagnostic, lines: SourceLines) {
  // Each suggestion is a repair by itself, at the lines of the finding: one that takes several places is none.
  const edits = one.fix?.edits ?? [];
  const own = edits.length === 1 ? edits.filter((edit) => isWithin(edit, one)) : [];
  return {
    message: harmlessText(one.help === undefined ? one.message : `${one.message}: ${one.help}`),
    location: placed(one, lines),
    severity: severities[one.severity],
    code: { value: one.rule, ...(one.url !== undefined && { url: one.url }) },
    ...(own.length > 0 && {
      suggestions: own.map((edit) => ({ range: placed(edit, lines).range, text: edit.text })),
    }),
    ...(one.related.length > 0 && {
      related_locations: one.related.map((label) => ({
        message: harmlessText(label.message),
        location: placed(label, lines),
      })),
    }),
  };
}

function isWithin(
  { path, range }: DocumentLocation,
  { path: other, range: lines }: DocumentLocation,
): boolean {
  return path === other && range.start.line >= lines.start.line && range.end.line <= lines.end.line;
}

function placed({ path, range }: DocumentLocation, lines: SourceLines) {
  return { path, range: { start: inBytes(range.start, path, lines), end: inBytes(range.end, path, lines) } };
}

function inBytes({ line, column }: DocumentPlace, path: string, lines: SourceLines): DocumentPlace {
  const source = lines(path);
  if (source === undefined || line > source.count) return { line, column };
  const before = source.lineText(line).slice(0, column - 1);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}
