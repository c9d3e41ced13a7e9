import { jsonText } from './document/json.ts';
import type { JobGraph } from './job-graph.ts';
import { mermaidLabel } from './markdown/markdown-text.ts';
import { withDirectionsNamed } from './terminal/terminal-text.ts';

/** The jobs of a workflow as text: for Mermaid, for Graphviz, or as JSON. */
export function formatGraph(graph: JobGraph, format: 'mermaid' | 'dot' | 'json'): string {
  switch (format) {
    case 'mermaid':
      return mermaid(graph);
    case 'dot':
      return dot(graph);
    case 'json':
      return `${jsonText(graph, 2)}\n`;
  }
}

function edges(graph: JobGraph): readonly (readonly [number, number])[] {
  const index = new Map(graph.jobs.map((job, position) => [job.id, position]));
  return graph.jobs.flatMap((job, to) =>
    job.needs.flatMap((need) => {
      const from = index.get(need);
      return from === undefined ? [] : [[from, to] as const];
    }),
  );
}

function mermaid(graph: JobGraph): string {
  const boxes = graph.jobs.map(
    (job, index) => `  j${index}["${mermaidLabel(job.id)}<br/><small>${mermaidLabel(job.does)}</small>"]`,
  );
  const arrows = edges(graph).map(([from, to]) => `  j${from} --> j${to}`);
  return `${['flowchart LR', ...boxes, ...arrows].join('\n')}\n`;
}

function dot(graph: JobGraph): string {
  const word = (text: string): string =>
    `"${withDirectionsNamed(text.replace(/[\r\n]+/g, ' ')).replace(/[\\"]/g, '\\$&')}"`;
  const boxes = graph.jobs.map((job, index) => `  j${index} [label=${word(job.id)}];`);
  const arrows = edges(graph).map(([from, to]) => `  j${from} -> j${to};`);
  return `${[`digraph ${word(graph.workflow)} {`, '  rankdir=LR;', '  node [shape=box];', ...boxes, ...arrows, '}'].join('\n')}\n`;
}
