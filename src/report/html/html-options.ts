import type { JobGraph } from '../job-graph.ts';

/** What the page may have beside the report. */
export interface HtmlOptions {
  readonly linkTo: (path: string, line: number) => string | undefined;
  /** A picture by its path as a `data:` address. */
  readonly picture: (path: string) => string | undefined;
  /** The jobs of a workflow by its path. */
  readonly graphs: ReadonlyMap<string, JobGraph>;
}
