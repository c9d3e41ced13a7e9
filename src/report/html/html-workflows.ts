import { plural } from '../../base/plural.ts';
import type { DocumentWorkflow, ReportDocument } from '../document/report-document.ts';
import { worstFirst } from '../document/verdict.ts';
import { hasPassedWithWarnings, workflowWords } from '../document/words.ts';
import { findingId, runId } from './html-ids.ts';
import { htmlText } from './html-text.ts';

const order = { failed: 0, skipped: 1, passed: 2 } as const;

/** The workflows, failed ones first, each leading to its run and its findings; and why some were skipped. */
export function htmlWorkflows(document: ReportDocument): string {
  if (document.workflows.length === 0) return '';
  const rows = document.workflows
    .toSorted((a, b) => order[a.outcome] - order[b.outcome])
    .map((workflow) => row(workflow, document));
  return `<h2 id="workflows">Workflows</h2><div class="card"><table><thead><tr><th>name</th><th>result</th><th class="wide">run</th><th class="number">findings</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>${skipped(document)}`;
}

function row(workflow: DocumentWorkflow, document: ReportDocument): string {
  const runs = document.runs.filter((run) => run.path === workflow.path);
  const [run] = runs.toSorted((a, b) => order[a.outcome] - order[b.outcome]);
  const found = worstFirst(document.diagnostics.filter((one) => one.workflow === workflow.name));
  const [first] = found;
  const name = htmlText(workflow.name);
  const linked = run === undefined ? name : `<a href="#${runId(run)}">${name}</a>`;
  const count = first === undefined ? '0' : `<a href="#${findingId(first)}">${found.length}</a>`;
  const tone = hasPassedWithWarnings(workflow, document) ? 'warning' : workflow.outcome;
  return `<tr class="${tone}"><td class="name">${linked}</td><td><span class="badge">${workflow.outcome}</span></td><td class="wide">${htmlText(workflowWords(workflow, runs))}</td><td class="number">${count}</td></tr>`;
}

/** Why workflows were skipped: each reason once, with the workflows that it keeps from running. */
function skipped({ workflows, runs }: ReportDocument): string {
  const reasons = new Map<string, string[]>();
  for (const workflow of workflows) {
    if (workflow.outcome !== 'skipped') continue;
    const run = runs.find((one) => one.path === workflow.path && one.reason !== undefined);
    const reason = workflow.reason ?? run?.reason ?? 'no reason is known';
    reasons.set(reason, [...(reasons.get(reason) ?? []), workflow.name]);
  }
  if (reasons.size === 0) return '';
  const rows = [...reasons].map(
    ([reason, names]) =>
      `<tr class="skipped"><td class="name">${plural(names.length, 'workflow')}</td><td>${htmlText(reason)}</td><td class="name">${htmlText(names.join(', '))}</td></tr>`,
  );
  return `<h2 id="skipped">Skipped</h2><div class="card"><table><tbody>${rows.join('')}</tbody></table></div>`;
}
