import { plural } from '../../base/plural.ts';
import type { SourceLines } from '../document/document-of.ts';
import type { DocumentDiagnostic, ReportDocument } from '../document/report-document.ts';
import { worstFirst } from '../document/verdict.ts';
import { findingCount, workflowCount } from '../document/words.ts';
import { pageCss, pageFilterInlineJs, pageFilterInlineJsSource } from './assets.generated.ts';
import { htmlFinding } from './html-finding.ts';
import { htmlHead } from './html-head.ts';
import { runId } from './html-ids.ts';
import type { HtmlOptions } from './html-options.ts';
import { htmlProvenance } from './html-provenance.ts';
import { htmlRules } from './html-rules.ts';
import { htmlRun } from './html-run.ts';
import { htmlText } from './html-text.ts';
import { htmlWorkflows } from './html-workflows.ts';

/** Findings on the page at most: a browser still shows it at once. */
const mostFindings = 2000;

/**
 * The report as one page that needs nothing else: no font, no picture and no script from elsewhere. Its own script finds
 * and filters; the page reads as well without it.
 */
export function formatHtml(document: ReportDocument, lines: SourceLines, options: HtmlOptions): string {
  const { summary } = document;
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src '${pageFilterInlineJsSource}'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(`${workflowCount(document)}; ${findingCount(summary)}`)}</title>`,
    `<style>${pageCss}</style></head><body><main>`,
    htmlHead(document, options.provenance),
    htmlWorkflows(document),
    findings(document, lines, options),
    runs(document, options),
    allowed(document),
    htmlRules(document.diagnostics, options.rules),
    htmlProvenance(document, options.provenance),
    `</main><script>${pageFilterInlineJs}</script></body></html>`,
    '',
  ].join('\n');
}

function findings(document: ReportDocument, lines: SourceLines, options: HtmlOptions): string {
  if (document.diagnostics.length === 0)
    return '<h2 id="findings">Findings</h2><div class="card empty">Nothing was found.</div>';
  const { summary } = document;
  const filter = (severity: string, count: number, word: string): string =>
    count === 0
      ? ''
      : `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked> ${plural(count, word)}</label>`;
  const shown = worstFirst(document.diagnostics).slice(0, mostFindings);
  const left = document.diagnostics.length - shown.length;
  return [
    '<h2 id="findings">Findings</h2><div class="filters">',
    filter('error', summary.errors, 'error'),
    filter('warning', summary.warnings, 'warning'),
    filter('note', summary.notes, 'note'),
    chooser(shown),
    '</div>',
    ...shown.map((one) => htmlFinding(one, lines, options)),
    left > 0 ? `<p class="remark">${left} more findings are in the JSON report.</p>` : '',
  ].join('');
}

/** The search and the choices of workflow and rule, hidden until the page's script can answer them. */
function chooser(shown: readonly DocumentDiagnostic[]): string {
  const select = (label: string, values: readonly (string | undefined)[]): string => {
    const options = [...new Set(values)].filter((value) => value !== undefined).toSorted();
    const rows = options.map((value) => `<option value="${htmlText(value)}">${htmlText(value)}</option>`);
    return `<select aria-label="${label}"><option value="">every ${label}</option>${rows.join('')}</select>`;
  };
  return [
    '<div id="filter" class="chooser" hidden><input type="search" placeholder="search" aria-label="search findings">',
    select(
      'workflow',
      shown.map((one) => one.workflow),
    ),
    select(
      'rule',
      shown.map((one) => one.rule),
    ),
    '<span id="filter-count"></span></div>',
  ].join('');
}

const order = { failed: 0, skipped: 1, passed: 2 } as const;

function runs(document: ReportDocument, options: HtmlOptions): string {
  if (document.runs.length === 0) return '';
  const times = new Map<string, number>();
  const parts = document.runs
    .toSorted((a, b) => order[a.outcome] - order[b.outcome])
    .map((run) => {
      const id = runId(run);
      const time = (times.get(id) ?? 0) + 1;
      times.set(id, time);
      return htmlRun(run, time === 1 ? id : `${id}-${time}`, options);
    });
  return `<h2 id="runs">Runs</h2>${parts.join('')}`;
}

function allowed(document: ReportDocument): string {
  if (document.allowed.length === 0) return '';
  const rows = document.allowed.map(
    (one) =>
      `<tr><td><code>${htmlText(one.rule)}</code></td><td>${htmlText(`${one.path}:${one.range.start.line}`)}</td><td>${htmlText(one.reason)}</td></tr>`,
  );
  return `<h2>Allowed in the files</h2><div class="card"><table><tbody>${rows.join('')}</tbody></table></div>`;
}
