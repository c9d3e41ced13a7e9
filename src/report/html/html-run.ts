import { plural } from '../../base/plural.ts';
import type { DocumentRun } from '../document/report-document.ts';
import { duration, leftoverWords, runOutcome, runTitle } from '../document/words.ts';
import type { HtmlOptions } from './html-options.ts';
import { htmlAddress, htmlProse, htmlText } from './html-text.ts';
import { htmlTimeline } from './html-timeline.ts';
import { svgGraph } from './svg-graph.ts';

/** One run under a name to link to, with its timeline, its jobs, what differed from the platform, and its last lines. */
export function htmlRun(
  run: DocumentRun,
  id: string,
  { linkTo, picture: pictureOf, graphs }: Pick<HtmlOptions, 'linkTo' | 'picture' | 'graphs'>,
): string {
  const failure = run.failure;
  const graph = graphs.get(run.path);
  const line = failure?.range?.start.line;
  const place = failure?.path !== undefined && line !== undefined ? `${failure.path}:${line}` : undefined;
  const address =
    failure?.path !== undefined && line !== undefined ? htmlAddress(linkTo(failure.path, line)) : undefined;
  const shownPlace =
    place === undefined
      ? ''
      : ` at ${address === undefined ? htmlText(place) : `<a href="${address}">${htmlText(place)}</a>`}`;
  const timeline = htmlTimeline(run);
  const outcomes = new Map(
    run.jobs.map((job) => [job.job, job.outcome === 'cancelled' ? 'skipped' : job.outcome]),
  );
  const picture = graph === undefined ? '' : svgGraph(graph, outcomes);
  const parts = [
    `<details class="card run ${run.outcome}" id="${id}"${run.outcome === 'passed' ? '' : ' open'}><summary><h3>${htmlText(run.workflow)}</h3>`,
    `<span class="badge">${run.outcome}</span><span class="wide">${htmlText(runTitle(run))}</span>`,
    `<span class="words">${htmlText(runOutcome(run))}${shownPlace}</span></summary><div class="body">`,
    failure?.help === undefined ? '' : `<p><b>What to do:</b> ${htmlProse(failure.help)}</p>`,
    leftovers(run),
    screenshot(run, pictureOf),
    run.again === undefined ? '' : `<p><b>Run it again:</b> <code>${htmlText(run.again)}</code></p>`,
    timeline,
    picture === '' ? '' : folded('jobs', `<div class="picture">${picture}</div>${jobTable(run)}`, true),
    serviceTable(run),
    run.fidelity.length === 0
      ? ''
      : folded(
          'what was emulated',
          `<ul class="plain">${run.fidelity.map((one) => `<li>${htmlText(one.what)}: ${one.how}${one.why === undefined ? '' : `, ${htmlText(one.why)}`}</li>`).join('')}</ul>`,
        ),
    run.log.length === 0
      ? ''
      : folded(
          `last ${plural(run.log.length, 'line')}`,
          `<pre class="log">${htmlText(run.log.join('\n'))}</pre>`,
          run.outcome === 'failed',
        ),
    '</div></details>',
  ];
  return parts.join('');
}

/** Things left behind that are not folded away. */
const openLeftovers = 5;

function leftovers(run: DocumentRun): string {
  if (run.leftovers.length === 0) return '';
  const rows = run.leftovers.map((one) => `<li>left behind: ${htmlText(leftoverWords(one))}</li>`);
  const list = (some: readonly string[]): string => `<ul class="plain left">${some.join('')}</ul>`;
  const rest = rows.slice(openLeftovers);
  const more = rest.length === 0 ? '' : folded(`and ${rest.length} more left behind`, list(rest));
  return `${list(rows.slice(0, openLeftovers))}${more}`;
}

/** The page of the service as a user would see it; only a picture of ours may stand here. */
function screenshot(run: DocumentRun, pictureOf: HtmlOptions['picture']): string {
  const address = run.session?.screenshot === undefined ? undefined : pictureOf(run.session.screenshot);
  if (address === undefined || !/^data:image\/png;base64,[A-Za-z0-9+/=]+$/.test(address)) return '';
  return `<img class="screenshot" alt="the page of the service" src="${address}">`;
}

function jobTable(run: DocumentRun): string {
  if (run.jobs.length === 0) return '';
  const rows = run.jobs.map(
    (job) =>
      `<tr class="${job.outcome === 'cancelled' ? 'skipped' : job.outcome}"><td class="name">${htmlText(job.job)}</td><td><span class="badge">${job.outcome}</span></td><td class="number">${duration(job.ms)}</td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function serviceTable(run: DocumentRun): string {
  const files = run.coordination.map(
    (one) =>
      `<tr><td class="name">${htmlText(one.file)}</td><td><code>${htmlText(one.content.slice(0, 200))}</code></td><td>${htmlText(one.by)}</td><td class="number">${duration(one.atMs)}</td></tr>`,
  );
  const listeners = (run.service?.listening ?? []).map(
    (one) =>
      `<tr><td class="name">port ${one.port}</td><td><code>${htmlText(one.address)}</code></td><td>${htmlText(one.command ?? '')}</td><td class="number"></td></tr>`,
  );
  const rows = [...files, ...listeners];
  if (rows.length === 0) return '';
  return folded('coordination files and ports', `<table><tbody>${rows.join('')}</tbody></table>`);
}

function folded(title: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${htmlText(title)}</summary>${body}</details>`;
}
