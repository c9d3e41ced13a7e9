import { plural } from '../../base/plural.ts';
import type { DocumentRun } from '../document/report-document.ts';
import { duration, leftoverWords, runOutcome, runTitle } from '../document/words.ts';
import type { JobGraph } from '../job-graph.ts';
import type { HtmlOptions } from './html-options.ts';
import { htmlAddress, htmlText } from './html-text.ts';
import { svgGraph } from './svg-graph.ts';
import { svgTimeline } from './svg-timeline.ts';

/** One run with its timeline, its jobs, what differed from the platform, and its last lines. */
export function htmlRun(
  run: DocumentRun,
  graph: JobGraph | undefined,
  { linkTo, picture: pictureOf }: Pick<HtmlOptions, 'linkTo' | 'picture'>,
): string {
  const failure = run.failure;
  const line = failure?.range?.start.line;
  const place = failure?.path !== undefined && line !== undefined ? `${failure.path}:${line}` : undefined;
  const address =
    failure?.path !== undefined && line !== undefined ? htmlAddress(linkTo(failure.path, line)) : undefined;
  const shownPlace =
    place === undefined
      ? ''
      : ` at ${address === undefined ? htmlText(place) : `<a href="${address}">${htmlText(place)}</a>`}`;
  const timeline = svgTimeline(run);
  const outcomes = new Map(
    run.jobs.map((job) => [job.job, job.outcome === 'cancelled' ? 'skipped' : job.outcome]),
  );
  const picture = graph === undefined ? '' : svgGraph(graph, outcomes);
  const parts = [
    `<article class="card run ${run.outcome}"><header><h3>${htmlText(run.workflow)}</h3>`,
    `<span class="badge">${run.outcome}</span><span class="wide">${htmlText(runTitle(run))}</span>`,
    `<span class="words">${htmlText(runOutcome(run))}${shownPlace}</span></header><div class="body">`,
    failure?.help === undefined ? '' : `<p><b>What to do:</b> ${htmlText(failure.help)}</p>`,
    run.leftovers.length === 0
      ? ''
      : `<ul class="plain left">${run.leftovers.map((one) => `<li>left behind: ${htmlText(leftoverWords(one))}</li>`).join('')}</ul>`,
    screenshot(run, pictureOf),
    timeline === '' ? '' : `<div class="picture">${timeline}</div>`,
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
    '</div></article>',
  ];
  return parts.join('');
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
