import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import type { DocumentDiagnostic } from '../document/report-document.ts';
import { ruleId } from './html-ids.ts';
import { htmlProse, htmlText } from './html-text.ts';

/** What the rules that spoke mean, so that the page needs no other: closed, opened by the links of the findings. */
export function htmlRules(diagnostics: readonly DocumentDiagnostic[], rules: readonly RuleMeta[]): string {
  const spoke = new Set(diagnostics.map((one) => one.rule));
  const told = rules.filter((rule) => spoke.has(rule.id));
  if (told.length === 0) return '';
  const parts = told.map(
    ({ id, page }) =>
      `<article class="card about" id="${ruleId(id)}"><h3>${htmlText(id)}</h3><p>${htmlProse(page.what)}</p><p>${htmlProse(page.why)}</p><p><b>What to do:</b> ${htmlProse(page.fix)}</p><p class="soft"><code>pw-workflow-check explain ${htmlText(id)}</code> shows examples; a comment <code># pw-check: allow ${htmlText(id)} -- reason</code> on the line allows it.</p></article>`,
  );
  return `<h2 id="rules">What the rules mean</h2>${parts.join('')}`;
}
