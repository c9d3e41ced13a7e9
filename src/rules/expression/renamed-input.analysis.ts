import type { AnalysisContext } from '../../analysis/analysis.ts';
import { type Reference, referencesOf } from '../../analysis/expressions/references.ts';
import { type InputNode, nodesBelow } from '../../analysis/form/input-tree.ts';
import { inputsRead } from '../../analysis/form/input-use.ts';
import { resourceFields } from '../../facts/tables/resource-fields.ts';
import type { Workflow } from '../../model/workflow.ts';

/**
 * The group or resource that an undeclared input was probably renamed to: the only one of its level that nothing reads
 * although it has every field that is read of the undeclared name.
 *
 * @param at which segment of the reference is not declared
 */
export function renamedInput(
  reference: Reference,
  at: number,
  parent: InputNode,
  workflow: Workflow,
  context: AnalysisContext,
): InputNode | undefined {
  const names = fieldsReadOf(reference, at, workflow, context);
  const read = context.ask(inputsRead, workflow);
  if (names.size === 0 || read === undefined) return undefined;
  const fitting = [...parent.children.values()].filter((node) => {
    const known = fieldsOf(node);
    if (known === undefined || [...names].some((name) => !known.has(name))) return false;
    return ![node, ...nodesBelow(node)].some(({ field }) => field !== undefined && read.has(field));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What is read behind the undeclared name, anywhere in the workflow. */
function fieldsReadOf(
  { segments }: Reference,
  at: number,
  workflow: Workflow,
  context: AnalysisContext,
): ReadonlySet<string> {
  const path = segments.slice(0, at + 1).map((segment) => (segment.kind === 'name' ? segment.name : ''));
  const names = new Set<string>();
  for (const other of context.ask(referencesOf, workflow)) {
    if (other.root !== 'inputs') continue;
    const next = other.segments[at + 1];
    const isSame = path.every((name, index) => {
      const segment = other.segments[index];
      return segment?.kind === 'name' && segment.name === name;
    });
    if (isSame && next?.kind === 'name') names.add(next.name);
  }
  return names;
}

function fieldsOf(node: InputNode): ReadonlySet<string> | undefined {
  if (node.yields === 'group') return new Set(node.children.keys());
  if (node.yields === 'resource') return new Set(resourceFields.map((field) => field.name));
  return undefined;
}
