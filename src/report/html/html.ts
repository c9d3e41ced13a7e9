import { plural } from '../../base/plural.ts';
import type { SourceLines } from '../document/document-of.ts';
import type { ReportDocument } from '../document/report-document.ts';
import { worstFirst } from '../document/verdict.ts';
import { findingCount, workflowCount, workflowWords } from '../document/words.ts';
import { pageCss } from './assets.generated.ts';
import { htmlFinding } from './html-finding.ts';
import type { HtmlOptions } from './html-options.ts';
import { htmlRun } from './html-run.ts';
import { htmlText } from './html-text.ts';

/** Findings on the page at most: a browser still shows it at once. */
const mostFindings = 2000;

/** The report as one page that needs nothing else: no script, no font and no picture from elsewhere. */
export function formatHtml(document: ReportDocument, lines: SourceLines, options: HtmlOptions): string {
  const { summary } = document;
  const outcome = verdictOf(document);
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(`${workflowCount(summary)}; ${findingCount(summary)}`)}</title>`,
    `<style>${pageCss}</style></head><body><main>`,
    hero(document, outcome),
    workflowTable(document),
    findings(document, lines, options),
    runs(document, options),
    allowed(document),
    `<footer>${htmlText(`${document.tool.name} ${document.tool.version}`)}${document.commit === undefined ? '' : ` · commit <code>${htmlText(document.commit)}</code>`}</footer>`,
    '</main></body></html>',
    '',
  ].join('\n');
}

type Outcome = 'error' | 'warning' | 'passed';

function verdictOf({ summary, faults }: ReportDocument): Outcome {
  if (summary.errors > 0 || summary.failed > 0 || faults.some((one) => one.kind !== 'tool-missing'))
    return 'error';
  return summary.warnings > 0 ? 'warning' : 'passed';
}

const titles = { error: 'There is work to do', warning: 'Works, with warnings', passed: 'All good' } as const;
const signs = { error: '✗', warning: '!', passed: '✓' } as const;

function hero(document: ReportDocument, outcome: Outcome): string {
  const { summary } = document;
  const tile = (tone: string, count: number, word: string): string =>
    `<div class="tile ${count > 0 ? tone : 'skipped'}"><b>${count}</b><span>${word}</span></div>`;
  return [
    `<header class="hero ${outcome}"><div class="sign" aria-hidden="true">${signs[outcome]}</div>`,
    `<div class="words"><h1>${titles[outcome]}</h1><p>${htmlText(workflowCount(summary))}</p></div>`,
    '<div class="tiles">',
    tile('error', summary.errors, 'errors'),
    tile('warning', summary.warnings, 'warnings'),
    tile('note', summary.notes, 'notes'),
    tile('passed', summary.passed, 'passed'),
    tile('failed', summary.failed, 'failed'),
    '</div></header>',
    ...document.faults.map(
      (one) => `<p class="remark fault">fault of this tool: ${htmlText(one.message)}</p>`,
    ),
    ...document.remarks.map((one) => `<p class="remark">${htmlText(one)}</p>`),
  ].join('');
}

function workflowTable(document: ReportDocument): string {
  if (document.workflows.length === 0) return '';
  const rows = document.workflows.map((workflow) => {
    const own = document.runs.filter((run) => run.path === workflow.path);
    const found = document.diagnostics.filter((one) => one.workflow === workflow.name).length;
    return `<tr class="${workflow.outcome}"><td class="name">${htmlText(workflow.name)}</td><td><span class="badge">${workflow.outcome}</span></td><td class="wide">${htmlText(workflowWords(workflow, own))}</td><td class="number">${found}</td></tr>`;
  });
  return `<h2>Workflows</h2><div class="card"><table><thead><tr><th>name</th><th>result</th><th class="wide">run</th><th class="number">findings</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function findings(document: ReportDocument, lines: SourceLines, options: HtmlOptions): string {
  if (document.diagnostics.length === 0)
    return '<h2>Findings</h2><div class="card empty">Nothing was found.</div>';
  const { summary } = document;
  const filter = (severity: string, count: number, word: string): string =>
    count === 0
      ? ''
      : `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked> ${plural(count, word)}</label>`;
  const shown = worstFirst(document.diagnostics).slice(0, mostFindings);
  const left = document.diagnostics.length - shown.length;
  return [
    '<h2>Findings</h2><div class="filters">',
    filter('error', summary.errors, 'error'),
    filter('warning', summary.warnings, 'warning'),
    filter('note', summary.notes, 'note'),
    '</div>',
    ...shown.map((one) => htmlFinding(one, lines, options.linkTo)),
    left > 0 ? `<p class="remark">${left} more findings are in the JSON report.</p>` : '',
  ].join('');
}

function runs(document: ReportDocument, options: HtmlOptions): string {
  if (document.runs.length === 0) return '';
  const parts = document.runs.map((run) => htmlRun(run, options.graphs.get(run.path), options));
  return `<h2>Runs</h2>${parts.join('')}`;
}

function allowed(document: ReportDocument): string {
  if (document.allowed.length === 0) return '';
  const rows = document.allowed.map(
    (one) =>
      `<tr><td><code>${htmlText(one.rule)}</code></td><td>${htmlText(`${one.path}:${one.range.start.line}`)}</td><td>${htmlText(one.reason)}</td></tr>`,
  );
  return `<h2>Allowed in the files</h2><div class="card"><table><tbody>${rows.join('')}</tbody></table></div>`;
}
