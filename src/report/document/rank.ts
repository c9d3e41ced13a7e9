import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import type { DocumentDiagnostic } from './report-document.ts';
import { bySeverity } from './verdict.ts';

const ranks = { 'very-high': 0, high: 1, medium: 2, low: 3 } as const;

/** How precise the rule of a finding is, from 0, the most precise; one without metadata counts as precise. */
export function precisionRanks(
  rules: readonly RuleMeta[],
): (one: Pick<DocumentDiagnostic, 'rule'>) => number {
  const precision = new Map(rules.map((rule) => [rule.id, ranks[rule.precision ?? 'high']]));
  return (one) => precision.get(one.rule) ?? ranks.high;
}

/** Findings for readers that stop somewhere: the worse first, then those of the more precise rules, then by place. */
export function byRank(
  findings: readonly DocumentDiagnostic[],
  rules: readonly RuleMeta[],
): readonly DocumentDiagnostic[] {
  const rank = precisionRanks(rules);
  return findings.toSorted((a, b) => bySeverity(a.severity, b.severity) || rank(a) - rank(b));
}
