import type { ExpressionSite, Workflow } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';
import { partsOf, withoutGroups } from './references.ts';

/** A path of an expression, such as `inputs.resource.id`. */
export type PathExpression = Extract<Expression, { kind: 'path' }>;

/** The expressions that are written inside a span, in order. */
export function expressionsWithin(workflow: Workflow, span: Span): readonly ExpressionSite[] {
  const sites = workflow.expressions;
  let low = 0;
  let high = sites.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sites[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: ExpressionSite[] = [];
  for (let index = low; index < sites.length; index++) {
    const site = sites[index];
    if (site === undefined || site.span.start >= span.end) break;
    if (site.span.end <= span.end) found.push(site);
  }
  return found;
}

/**
 * The names of the path that a scalar consists of: `['inputs', 'resource', 'id']` for `${{ inputs.resource.id }}`;
 * `undefined` when the scalar is anything else.
 */
export function pathWritten(workflow: Workflow, node: YamlNode | undefined): readonly string[] | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const [site, second] = expressionsWithin(workflow, node.span);
  if (site?.expression === undefined || second !== undefined || !site.whole) return undefined;
  const expression = withoutGroups(site.expression);
  return expression.kind === 'path' ? namesOf(expression) : undefined;
}

/** Every path in an expression, however deep, in order. */
export function* pathsOf(expression: Expression): Generator<PathExpression> {
  if (expression.kind === 'path') yield expression;
  for (const part of partsOf(expression)) yield* pathsOf(part);
}

/**
 * The paths whose value the expression can yield: the operands of `&&`, `||` and `??`, the branches of `? :`, the
 * target of `get`; not what is only compared, tested or counted.
 */
export function* yieldedPaths(expression: Expression): Generator<PathExpression> {
  switch (expression.kind) {
    case 'path':
      yield expression;
      return;
    case 'group':
      yield* yieldedPaths(expression.inner);
      return;
    case 'ternary':
      yield* yieldedPaths(expression.then);
      yield* yieldedPaths(expression.otherwise);
      return;
    case 'get':
    case 'slice':
      yield* yieldedPaths(expression.target);
      return;
    case 'list':
      for (const item of expression.items) yield* yieldedPaths(item);
      return;
    case 'binary':
      // The left side of `&&` is only yielded when it is empty or false.
      if (['||', '??', '+'].includes(expression.operator)) yield* yieldedPaths(expression.left);
      if (['&&', '||', '??', '+'].includes(expression.operator)) yield* yieldedPaths(expression.right);
      return;
    default:
      return;
  }
}

/** The names along a path, the context first; `undefined` when an index is computed on the way. */
export function namesOf(path: PathExpression): readonly string[] | undefined {
  const names = [path.root];
  for (const part of path.parts) {
    if (part.kind === 'row-index') continue;
    if (part.kind === 'name') names.push(part.name);
    else if (part.key.kind === 'string' || part.key.kind === 'bareword') names.push(part.key.value);
    else if (part.key.kind !== 'number') return undefined;
  }
  return names;
}

/** Whether an expression of a job, or of one of its steps, reads `needs.<id>`. */
export function readsNeed(workflow: Workflow, jobId: string, id: string): boolean {
  return workflow.expressions.some(({ place, expression }) => {
    if ((place.kind !== 'step' && place.kind !== 'job') || place.job.id.value !== jobId) return false;
    if (expression === undefined) return false;
    return [...pathsOf(expression)].some(({ root, parts: [part] }) => {
      return root === 'needs' && part?.kind === 'name' && part.name === id;
    });
  });
}
