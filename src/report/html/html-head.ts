import type { DocumentGate, ReportDocument } from '../document/report-document.ts';
import { faultsOfCheck } from '../document/verdict.ts';
import { duration, workflowCount } from '../document/words.ts';
import type { Provenance } from './html-options.ts';
import { htmlAddress, htmlText } from './html-text.ts';

type Outcome = 'error' | 'warning' | 'passed';

const titles = { error: 'There is work to do', warning: 'Works, with warnings', passed: 'All good' } as const;
const signs = { error: '✗', warning: '!', passed: '✓' } as const;

/** The head of the page: the verdict, what was checked and when, and the counts, each leading to what it counts. */
export function htmlHead(document: ReportDocument, provenance: Provenance | undefined): string {
  const { summary } = document;
  const outcome = outcomeOf(document);
  const tile = (tone: string, count: number, word: string, to: string): string => {
    const inside = `<b>${count}</b><span>${word}</span>`;
    return count > 0
      ? `<a class="tile ${tone}" href="#${to}">${inside}</a>`
      : `<div class="tile skipped">${inside}</div>`;
  };
  return [
    `<header class="hero ${outcome}"><div class="sign" aria-hidden="true">${signs[outcome]}</div>`,
    `<div class="words"><h1>${titles[outcome]}</h1>${origin(document, provenance)}<p>${htmlText(workflowCount(document))}</p></div>`,
    '<div class="tiles">',
    tile('error', summary.errors, 'errors', 'findings'),
    tile('warning', summary.warnings, 'warnings', 'findings'),
    tile('note', summary.notes, 'notes', 'findings'),
    tile('passed', summary.passed, 'passed', 'workflows'),
    tile('failed', summary.failed, 'failed', 'workflows'),
    tile('skipped', summary.skipped, 'skipped', 'skipped'),
    '</div></header>',
    ...(document.gate === undefined ? [] : [gateWords(document.gate)]),
    ...document.faults.map(
      (one) => `<p class="remark fault">fault of this tool: ${htmlText(one.message)}</p>`,
    ),
    ...document.remarks.map((one) => `<p class="remark">${htmlText(one)}</p>`),
  ].join('');
}

function gateWords({ ready, reasons }: DocumentGate): string {
  if (ready) return '<p class="remark">release gate: open</p>';
  const items = reasons.map((reason) => `<li>${htmlText(reason)}</li>`).join('');
  return `<div class="remark fault">release gate: closed<ul>${items}</ul></div>`;
}

function outcomeOf({ summary, faults, gate }: ReportDocument): Outcome {
  if (summary.errors > 0 || summary.failed > 0 || gate?.ready === false) return 'error';
  if (faultsOfCheck(faults).length > 0) return 'error';
  return summary.warnings > 0 ? 'warning' : 'passed';
}

/** `owner/name · branch · commit · date · duration`, as far as it is known. */
function origin({ commit }: ReportDocument, provenance: Provenance | undefined): string {
  const parts: string[] = [];
  const { repository, branch, date, durationMs } = provenance ?? {};
  const home = htmlAddress(repository?.address);
  if (repository !== undefined) {
    const name = `<b>${htmlText(repository.name)}</b>`;
    parts.push(home === undefined ? name : `<a href="${home}">${name}</a>`);
  }
  if (branch !== undefined) parts.push(htmlText(branch));
  if (commit !== undefined) parts.push(`<code>${htmlText(commit.slice(0, 10))}</code>`);
  if (date !== undefined) parts.push(htmlText(`${date.slice(0, 10)} ${date.slice(11, 16)} UTC`));
  if (durationMs !== undefined) parts.push(`took ${duration(durationMs)}`);
  return parts.length === 0
    ? ''
    : `<p class="origin">${parts.map((part) => `<span>${part}</span>`).join('')}</p>`;
}
