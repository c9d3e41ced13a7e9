import type { JobGraph } from '../job-graph.ts';
import { pageCss } from './assets.generated.ts';
import { htmlText } from './html-text.ts';
import { svgGraph } from './svg-graph.ts';

/** The jobs of a workflow as a page of its own, without scripts and without anything from elsewhere. */
export function jobGraphPage(graph: JobGraph): string {
  const rows = graph.jobs.map(({ id, needs, does }) => {
    const waits = needs.length === 0 ? '' : `, after ${needs.join(', ')}`;
    return `<li><b>${htmlText(id)}</b>: ${htmlText(does + waits)}</li>`;
  });
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(graph.workflow)}</title>`,
    `<style>${pageCss}</style></head><body><main><h2>${htmlText(graph.workflow)}</h2>`,
    `<div class="picture">${svgGraph(graph, new Map())}</div><ul>${rows.join('')}</ul>`,
    '</main></body></html>',
    '',
  ].join('\n');
}
