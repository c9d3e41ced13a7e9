import { assertNever } from '../../base/assert-never.ts';
import type { ExpressionSite, Workflow } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import type { Expression, ExpressionRange, PathPart } from '../../syntax/expression/tree.ts';
import type { AnalysisContext } from '../analysis.ts';

/** A path of an expression: `inputs.resource.ip`. */
export type PathExpression = Extract<Expression, { kind: 'path' }>;

/** One step along a reference, as far as it is known before the run. */
export type Segment =
  | (ExpressionRange & { readonly kind: 'name'; readonly name: string })
  /** A row of a list: `[index]` or a number. */
  | (ExpressionRange & { readonly kind: 'row'; readonly current: boolean })
  /** Computed while the workflow runs. */
  | (ExpressionRange & { readonly kind: 'unknown' });

/** A path in an expression of a workflow, with every `.name`, `[…]` and `get` behind it. */
export interface Reference {
  readonly site: ExpressionSite;
  readonly path: PathExpression;
  /** The context that is read; empty for the attributes of the input at hand. */
  readonly root: string;
  readonly segments: readonly Segment[];
  /** What the path is used for; words with dots stand for text in some of these. */
  readonly role: 'value' | 'operand' | 'key';
}

/** Every reference of a workflow, in the order of the file. Expressions that do not parse have none. */
export function referencesOf(workflow: Workflow, context: AnalysisContext): readonly Reference[] {
  return workflow.expressions.flatMap((site) => context.ask(referencesIn, site));
}

/** The references of one expression, in order. */
export function referencesIn(site: ExpressionSite): readonly Reference[] {
  const found: Reference[] = [];
  if (site.expression !== undefined) collect(site, site.expression, 'value', found);
  return found.sort((left, right) => left.path.start - right.path.start);
}

/** Where a part of a site's expression is written in the file. */
export function spanIn(site: ExpressionSite, range: ExpressionRange): Span {
  return site.text.spanOf(range.start, range.end);
}

/** A part of a site's expression as the author wrote it. */
export function writtenIn(site: ExpressionSite, range: ExpressionRange): string {
  return site.text.text.slice(range.start, range.end);
}

/** The expression inside any number of parentheses. */
export function withoutGroups(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === 'group') inner = inner.inner;
  return inner;
}

/** The parts of an expression, in order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'boolean':
    case 'null':
    case 'bareword':
    case 'keyword':
      return [];
    case 'path':
      return expression.parts.flatMap((part) => (part.kind === 'computed' ? [part.key] : []));
    case 'list':
      return expression.items;
    case 'group':
      return [expression.inner];
    case 'not':
    case 'negate':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'ternary':
      return [expression.condition, expression.then, expression.otherwise];
    case 'get':
      return [expression.target, expression.key];
    case 'slice':
      return [expression.target, expression.from, expression.to].filter((part) => part !== undefined);
    case 'call':
      return expression.arguments;
    default:
      return assertNever(expression);
  }
}

/** The expression of a site and all its parts, the outer before the inner; none when it does not parse. */
export function partsIn(site: ExpressionSite): readonly Expression[] {
  const found: Expression[] = [];
  const open = site.expression === undefined ? [] : [site.expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    const parts = partsOf(next);
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      if (part !== undefined) open.push(part);
    }
  }
  return found;
}

/** The reference that a `get` chain or a path is, or `undefined` for any other expression. */
export function referenceAt(site: ExpressionSite, expression: Expression): Reference | undefined {
  const chain = chainOf(withoutGroups(expression));
  return chain && { site, ...chain, root: chain.path.root, role: 'value' };
}

function collect(
  site: ExpressionSite,
  expression: Expression,
  role: Reference['role'],
  found: Reference[],
): void {
  const chain = chainOf(expression);
  if (chain !== undefined) {
    found.push({ site, ...chain, root: chain.path.root, role });
    for (const key of chain.keys) collect(site, key, 'key', found);
    return;
  }
  const inner = expression.kind === 'binary' && isComparison(expression.operator) ? 'operand' : 'value';
  for (const part of partsOf(expression))
    collect(site, part, expression.kind === 'group' ? role : inner, found);
}

function isComparison(operator: string): boolean {
  return !['&&', '||', '??'].includes(operator);
}

interface Chain {
  readonly path: PathExpression;
  readonly segments: readonly Segment[];
  /** The expressions that compute keys. */
  readonly keys: readonly Expression[];
}

function chainOf(expression: Expression): Chain | undefined {
  if (expression.kind === 'path') {
    const keys = expression.parts.flatMap((part) => (part.kind === 'computed' ? [part.key] : []));
    return { path: expression, segments: expression.parts.map(segmentOfPart), keys };
  }
  if (expression.kind === 'group') return chainOf(expression.inner);
  if (expression.kind !== 'get') return undefined;
  const target = chainOf(expression.target);
  if (target === undefined) return undefined;
  return {
    path: target.path,
    segments: [...target.segments, segmentOfKey(expression.key)],
    keys: [...target.keys, expression.key],
  };
}

function segmentOfPart(part: PathPart): Segment {
  const range = { start: part.start, end: part.end };
  switch (part.kind) {
    case 'name':
      return part.name.charAt(0) <= '9' && /^\d+$/.test(part.name)
        ? { kind: 'row', current: false, ...range }
        : { kind: 'name', name: part.name, ...range };
    case 'row-index':
      return { kind: 'row', current: true, ...range };
    case 'computed':
      return { ...segmentOfKey(part.key), ...range };
    default:
      return assertNever(part);
  }
}

function segmentOfKey(key: Expression): Segment {
  const inner = withoutGroups(key);
  const range = { start: key.start, end: key.end };
  if (inner.kind === 'number' || inner.kind === 'negate') return { kind: 'row', current: false, ...range };
  if (inner.kind === 'string' || inner.kind === 'bareword')
    return { kind: 'name', name: inner.value, ...range };
  return { kind: 'unknown', ...range };
}
