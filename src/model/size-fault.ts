import type { Finding } from '../diagnostics/finding.ts';
import { valueAt, type YamlMap } from '../syntax/yaml/tree.ts';
import { asMap } from './shapes.ts';

/** How much of a workflow is looked at, because rules compare jobs and scripts with each other. Real ones stay far below. */
const most = { jobs: 500, steps: 1000 };

/** What is told of a workflow with more jobs or steps than are looked at, at the job that is one too many. */
export function sizeFault(root: YamlMap): Finding | undefined {
  let steps = 0;
  for (const [index, { key, value }] of (asMap(valueAt(root, 'jobs'))?.pairs ?? []).entries()) {
    const list = valueAt(asMap(value), 'steps');
    if (list?.kind === 'sequence') steps += list.items.length;
    const limit = index >= most.jobs ? `${most.jobs} jobs` : steps > most.steps && `${most.steps} steps`;
    if (!limit) continue;
    return {
      message: `the workflow has more than ${limit}, so it is not looked at`,
      at: key.span,
      help: 'let a matrix, a loop in a script or a called workflow do what repeats',
    };
  }
  return undefined;
}
