import type { Diagnostic } from '../../src/diagnostics/finding.ts';
import type { LintResult } from '../../src/lint/lint-result.ts';
import { lineIndex } from '../../src/source/line-index.ts';

/** What linting found, for a person to review: one block a finding, the marked characters underlined. */
export function renderedFindings(result: LintResult, texts: Readonly<Record<string, string>>): string {
  const blocks = result.diagnostics.map((one) => renderedFinding(one, texts));
  const allowed = result.allowed.map(
    ({ diagnostic, reason }) => `allowed ${diagnostic.rule} in ${diagnostic.at.file}: ${reason}\n`,
  );
  const faults = result.faults.map((fault) => `fault of the tool: ${fault.message}\n`);
  const all = [...blocks, ...allowed, ...faults];
  return all.length === 0 ? 'nothing\n' : all.join('\n');
}

function renderedFinding(one: Diagnostic, texts: Readonly<Record<string, string>>): string {
  const lines = lineIndex(texts[one.at.file] ?? '');
  const start = lines.placeOf(one.at.start);
  const end = lines.placeOf(one.at.end);
  const line = lines.lineText(start.line);
  const last = end.line === start.line ? end.column : line.length + 1;
  const before = line.slice(0, start.column - 1).replace(/[^\t]/g, ' ');
  return [
    `${one.at.file}:${start.line}:${start.column} ${one.severity} ${one.rule}`,
    `  ${line}`,
    `  ${before}${'^'.repeat(Math.max(last - start.column, 1))}${end.line === start.line ? '' : '…'}`,
    `  ${one.message}`,
    ...(one.help === undefined ? [] : [`  help: ${one.help}`]),
    ...(one.related ?? []).map(({ span, text }) => {
      const place = lineIndex(texts[span.file] ?? '').placeOf(span.start);
      return `  ${span.file}:${place.line}:${place.column} ${text}`;
    }),
    ...(one.fix === undefined ? [] : [`  fix (${one.fix.safety}): ${one.fix.title}`]),
    '',
  ].join('\n');
}
