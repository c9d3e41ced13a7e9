import type { Job, Workflow } from '../model/workflow.ts';
import { valueAt, type YamlNode } from '../syntax/yaml/tree.ts';
import type { AnalysisContext } from './analysis.ts';
import { pathWritten } from './expressions-within.ts';
import { type InputNode, inputTree } from './input-tree.ts';

/**
 * The names of a job's matrix, each with the fields of its values when these are objects of known shape. `undefined`
 * when the job has no matrix or any of its names is computed.
 */
export function matrixShape(
  job: Job,
  workflow: Workflow,
  context: AnalysisContext,
): ReadonlyMap<string, ReadonlySet<string> | undefined> | undefined {
  const matrix = valueAt(valueAt(job.node, 'strategy'), 'matrix');
  if (matrix?.kind !== 'map') return undefined;
  const shape = new Map<string, ReadonlySet<string> | undefined>();
  for (const pair of matrix.pairs) {
    const name = pair.key.text.text;
    if (name === 'exclude') continue;
    if (name !== 'include') {
      shape.set(name, fieldsOf(pair.value, workflow, context));
      continue;
    }
    if (pair.value?.kind !== 'sequence') return undefined;
    for (const item of pair.value.items) {
      if (item?.kind !== 'map') return undefined;
      // What is included may have another shape than the list.
      for (const added of item.pairs) shape.set(added.key.text.text, undefined);
    }
  }
  return shape;
}

function fieldsOf(
  node: YamlNode | undefined,
  workflow: Workflow,
  context: AnalysisContext,
): ReadonlySet<string> | undefined {
  if (node?.kind === 'sequence') {
    const fields = new Set<string>();
    for (const item of node.items) {
      if (item?.kind !== 'map') return undefined;
      for (const pair of item.pairs) fields.add(pair.key.text.text);
    }
    return node.items.length === 0 ? undefined : fields;
  }
  const [root, ...names] = pathWritten(workflow, node) ?? [];
  if (root !== 'inputs') return undefined;
  let list: InputNode | undefined = context.ask(inputTree, workflow);
  for (const name of names) list = list?.children.get(name);
  return list?.yields === 'rows' ? new Set(list.children.keys()) : undefined;
}
