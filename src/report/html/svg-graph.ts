import { columnsOf, type JobGraph } from '../job-graph.ts';
import { htmlText } from './html-text.ts';

const box = { width: 168, height: 44, gapX: 56, gapY: 18 } as const;

/**
 * The jobs of a workflow as a picture from left to right.
 *
 * @param outcomes what became of a job, by its id
 */
export function svgGraph(graph: JobGraph, outcomes: ReadonlyMap<string, string>): string {
  const columns = columnsOf(graph);
  const tallest = Math.max(0, ...columns.map((column) => column.length));
  if (tallest === 0) return '';
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  for (const [index, column] of columns.entries()) {
    const free = ((tallest - column.length) * (box.height + box.gapY)) / 2;
    for (const [row, id] of column.entries()) {
      places.set(id, { x: 2 + index * (box.width + box.gapX), y: 2 + free + row * (box.height + box.gapY) });
    }
  }
  const edges = graph.jobs.flatMap((job) =>
    job.needs.flatMap((need) => {
      const from = places.get(need);
      const to = places.get(job.id);
      return from && to && from.x < to.x ? [edge(from, to)] : [];
    }),
  );
  const boxes = graph.jobs.flatMap((job) => {
    const at = places.get(job.id);
    if (at === undefined) return [];
    const tone = outcomes.get(job.id);
    return [
      `<g class="${tone === undefined ? '' : htmlText(tone)}"><rect class="box" x="${at.x}" y="${at.y}" width="${box.width}" height="${box.height}" rx="8"/><text x="${at.x + 12}" y="${at.y + 19}" font-weight="600">${htmlText(cut(job.id, 22))}</text><text class="soft" x="${at.x + 12}" y="${at.y + 35}">${htmlText(cut(job.does, 25))}</text><title>${htmlText(job.id)}</title></g>`,
    ];
  });
  const width = columns.length * (box.width + box.gapX) - box.gapX + 4;
  const height = tallest * (box.height + box.gapY) - box.gapY + 4;
  return `<svg role="img" aria-label="jobs" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${edges.join('')}${boxes.join('')}</svg>`;
}

function edge(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
  const [x2, y2] = [to.x - 6, to.y + box.height / 2];
  const middle = (x1 + x2) / 2;
  return `<path class="edge" d="M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}"/><path class="head" d="M${x2 + 5} ${y2} l-7 -4 v8 z"/>`;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
