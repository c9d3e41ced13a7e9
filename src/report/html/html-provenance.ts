import type { DocumentRun, ReportDocument } from '../document/report-document.ts';
import { runTitle } from '../document/words.ts';
import type { Provenance } from './html-options.ts';
import { htmlText } from './html-text.ts';

/** How the report came about, closed at the end of the page: versions, what was real in each run, and its command. */
export function htmlProvenance(document: ReportDocument, provenance: Provenance | undefined): string {
  const { tool, commit, runs } = document;
  const facts: (readonly [string, string])[] = [[tool.name, tool.version]];
  for (const { name, version } of provenance?.versions ?? []) facts.push([name, version]);
  const { repository, branch, date, request } = provenance ?? {};
  const told = { repository: repository?.name, branch, commit, date, request };
  for (const [name, value] of Object.entries(told)) if (value !== undefined) facts.push([name, value]);
  const rows = facts.map(
    ([name, value]) =>
      `<tr><td class="name">${htmlText(name)}</td><td><code>${htmlText(value)}</code></td></tr>`,
  );
  const started = runs.filter(({ outcome }) => outcome !== 'skipped').map(runRow);
  const runTable =
    started.length === 0
      ? ''
      : `<table><thead><tr><th>run</th><th>real or emulated, and the inputs used</th></tr></thead><tbody>${started.join('')}</tbody></table>`;
  return `<details class="card provenance"><summary>Provenance</summary><table><tbody>${rows.join('')}</tbody></table>${runTable}</details>`;
}

function runRow(run: DocumentRun): string {
  const by = (how: DocumentRun['fidelity'][number]['how']): string =>
    run.fidelity
      .filter((one) => one.how === how)
      .map(({ what }) => what)
      .join(', ');
  const kinds = (['ran', 'emulated', 'stand-in', 'skipped'] as const).flatMap((how) =>
    by(how) === '' ? [] : [`${how}: ${by(how)}`],
  );
  const words = kinds.length === 0 ? 'everything ran as it is' : kinds.join('; ');
  const inputs = (run.inputs ?? []).map(
    ({ name, value }) => `<code>${htmlText(name)}: ${htmlText(shortened(value))}</code>`,
  );
  const list = inputs.length === 0 ? '' : `<p class="inputs">${inputs.join(' ')}</p>`;
  return `<tr><td class="name">${htmlText(run.workflow)}<br>${htmlText(runTitle(run))}</td><td>${htmlText(words)}${list}</td></tr>`;
}

/** Characters of a value that the table shows. */
const longestValue = 120;

function shortened(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue)}…`;
}
