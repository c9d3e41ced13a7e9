import type { JobGraph } from '../report/job-graph.ts';
import { jobGraphs } from './job-graphs.ts';
import { prepareRequest } from './prepare-request.ts';
import type { CheckRequest } from './request.ts';
import type { World } from './world.ts';

/** The graph of one workflow, or why there is none (exit status 2). */
export type GraphAnswer =
  | { readonly kind: 'graph'; readonly graph: JobGraph }
  | { readonly kind: 'refused'; readonly message: string };

/** The jobs of the one workflow that a request names, by its path or by its name. */
export async function graphOf(
  request: CheckRequest,
  name: string | undefined,
  world: World,
): Promise<GraphAnswer> {
  const prepared = await prepareRequest(request, world);
  if (prepared.kind === 'refused') return prepared;
  const found = prepared.workspace.workflows.filter((file) => name === undefined || file.name === name);
  const [file, second] = found;
  if (file === undefined) {
    const known = prepared.workspace.workflows.map((one) => one.name).join(', ');
    return { kind: 'refused', message: `there is no workflow "${name ?? ''}": expected one of ${known}` };
  }
  if (second !== undefined) {
    return { kind: 'refused', message: `name one workflow: ${found.map((one) => one.name).join(', ')}` };
  }
  const [graph] = jobGraphs([file]);
  if (graph === undefined)
    return { kind: 'refused', message: `${file.source.path} cannot be read as a workflow` };
  return { kind: 'graph', graph };
}
