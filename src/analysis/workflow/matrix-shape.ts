import type { Job, Workflow } from '../../model/workflow.ts';
import { pairOf, valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { pathWritten } from '../expressions/expressions-within.ts';
import { type InputNode, inputTree } from '../form/input-tree.ts';

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
  if (node?.kind !== 'sequence') {
    const rows = rowsOf(node, workflow, context);
    return rows && new Set(rows.children.keys());
  }
  const fields = new Set<string>();
  for (const item of node.items) {
    if (item?.kind !== 'map') return undefined;
    for (const pair of item.pairs) fields.add(pair.key.text.text);
  }
  return node.items.length === 0 ? undefined : fields;
}

/** The list of the form that a matrix runs over, when the value is `${{ inputs.LIST }}`. */
function rowsOf(
  node: YamlNode | undefined,
  workflow: Workflow,
  context: AnalysisContext,
): InputNode | undefined {
  const [root, ...names] = pathWritten(workflow, node) ?? [];
  if (root !== 'inputs') return undefined;
  let list: InputNode | undefined = context.ask(inputTree, workflow);
  for (const name of names) list = list?.children.get(name);
  return list?.yields === 'rows' ? list : undefined;
}

/** What one name of a matrix stands for. */
export type MatrixValue =
  /** Rows of a list of the form. */
  | { readonly kind: 'rows'; readonly list: InputNode }
  /** Texts and numbers that are written out, as text. */
  | { readonly kind: 'scalars'; readonly values: readonly string[] };

/** What a name of a job's matrix stands for; `undefined` when that is not known, or when `include` may change it. */
export function matrixValue(
  job: Job,
  name: string,
  workflow: Workflow,
  context: AnalysisContext,
): MatrixValue | undefined {
  const matrix = valueAt(valueAt(job.node, 'strategy'), 'matrix');
  if (matrix?.kind !== 'map' || pairOf(matrix, 'include') !== undefined) return undefined;
  const node = valueAt(matrix, name);
  const list = rowsOf(node, workflow, context);
  if (list !== undefined) return { kind: 'rows', list };
  if (node?.kind !== 'sequence' || node.items.length === 0) return undefined;
  const values: string[] = [];
  for (const item of node.items) {
    if (item?.kind !== 'scalar' || item.text.text.includes('${{')) return undefined;
    values.push(item.text.text);
  }
  return { kind: 'scalars', values };
}
