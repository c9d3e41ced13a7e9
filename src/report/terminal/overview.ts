import { plural } from '../../base/plural.ts';
import type { Severity } from '../../diagnostics/finding.ts';
import type { DocumentDiagnostic } from '../document/report-document.ts';
import { bySeverity, worstFirst } from '../document/verdict.ts';
import { type Palette, severityPaint } from './palette.ts';
import { visible } from './terminal-text.ts';

/** From how many findings on an overview is worth its lines. */
export const overviewFrom = 10;

/** How many findings make a repository one that was never checked before. */
const many = 30;

/** How often each rule spoke, the worst first, as rows of a table. */
export function ruleCounts(diagnostics: readonly DocumentDiagnostic[], colours: Palette): readonly string[] {
  const counts = new Map<string, { severity: Severity; rule: string; count: number; files: Set<string> }>();
  for (const { rule, severity, path } of diagnostics) {
    const key = `${severity} ${rule}`;
    const row = counts.get(key) ?? { severity, rule, count: 0, files: new Set() };
    row.count++;
    row.files.add(path);
    counts.set(key, row);
  }
  const rows = [...counts.values()].sort(
    (a, b) => bySeverity(a.severity, b.severity) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
  const width = Math.max(...rows.map(({ rule }) => rule.length));
  return rows.map(({ severity, rule, count, files }) => {
    const number = String(count).padStart(6);
    const word = severityPaint(colours, severity)((count === 1 ? severity : `${severity}s`).padEnd(8));
    return `${number} ${word}  ${visible(rule).padEnd(width)}  ${colours.dim(`in ${plural(files.size, 'file')}`)}`;
  });
}

/** What to do next about many findings, one sentence each. */
export function nextSteps(diagnostics: readonly DocumentDiagnostic[], collapsed: boolean): readonly string[] {
  const [first] = diagnostics;
  if (first === undefined) return [];
  const safe = diagnostics.filter(({ fix }) => fix?.safety === 'safe').length;
  const ours = worstFirst(diagnostics).find(({ rule }) => !rule.startsWith('shellcheck/'));
  return [
    ...(safe > 0
      ? [`--fix repairs ${safe} of these findings; --fix-dry-run shows how and changes nothing`]
      : []),
    ...(collapsed ? ['--only RULE lists every place of one rule, --format json all of them'] : []),
    ...(ours === undefined
      ? []
      : [`pw-workflow-check explain ${ours.rule} tells what a rule means and how to allow it`]),
    ...(diagnostics.length >= many
      ? ['pw-workflow-check init keeps what is there today in a baseline, so that only new findings fail']
      : []),
  ];
}
