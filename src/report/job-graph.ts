/** The jobs of a workflow and what each waits for. */
export interface JobGraph {
  readonly workflow: string;
  readonly path: string;
  readonly jobs: readonly {
    readonly id: string;
    readonly needs: readonly string[];
    /** What kinds of step it has, in a few words. */
    readonly does: string;
  }[];
}

/**
 * Jobs in columns: one stands right of everything that it waits for. Jobs in a cycle, and needs that name no job,
 * count as waiting for nothing.
 */
export function columnsOf(graph: JobGraph): readonly (readonly string[])[] {
  const jobs = new Map(graph.jobs.map((job) => [job.id, job]));
  const column = new Map<string, number>();
  const open = new Set<string>();
  const place = (id: string): number => {
    const known = column.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return -1;
    open.add(id);
    const before = (jobs.get(id)?.needs ?? []).filter((need) => need !== id && jobs.has(need)).map(place);
    const own = Math.max(-1, ...before) + 1;
    open.delete(id);
    column.set(id, own);
    return own;
  };
  const columns: string[][] = [];
  for (const { id } of graph.jobs.slice(0, 500)) {
    const own = place(id);
    const list = columns[own] ?? [];
    list.push(id);
    columns[own] = list;
  }
  return columns;
}
