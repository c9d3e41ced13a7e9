import { partsIn } from '../../analysis/expressions/references.ts';
import type { ExpressionSite } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import type { Expression, ExpressionRange } from '../../syntax/expression/tree.ts';
import type { Reading } from '../typing/last-good.ts';

/** The kinds of words in expressions, by the names that editors have colours for. */
export const tokenKinds = [
  'operator',
  'namespace',
  'property',
  'function',
  'string',
  'number',
  'keyword',
] as const;

/** A word of an expression. */
export interface ExpressionToken {
  readonly kind: (typeof tokenKinds)[number];
  readonly span: Span;
}

/** The words of all expressions of a workflow, in order; no two overlap. Texts around them belong to other grammars. */
export function expressionTokens({ workspace }: Reading, path: FilePath): readonly ExpressionToken[] {
  const workflow = workspace.workflows.find((file) => file.source.path === path)?.workflow;
  return (workflow?.expressions ?? []).flatMap(tokensOf);
}

function tokensOf(site: ExpressionSite): readonly ExpressionToken[] {
  const { start, end, file } = site.span;
  const found: ExpressionToken[] = [{ kind: 'operator', span: { file, start, end: start + 3 } }];
  const add = (kind: ExpressionToken['kind'], range: ExpressionRange): void => {
    if (range.start < range.end) found.push({ kind, span: site.text.spanOf(range.start, range.end) });
  };
  for (const part of partsIn(site)) addWords(part, add);
  if (site.expression !== undefined) found.push({ kind: 'operator', span: { file, start: end - 2, end } });
  const sorted = found.toSorted((left, right) => left.span.start - right.span.start);
  return sorted.filter((one, index) => one.span.start >= (sorted[index - 1]?.span.end ?? 0));
}

function addWords(
  part: Expression,
  add: (kind: ExpressionToken['kind'], range: ExpressionRange) => void,
): void {
  switch (part.kind) {
    case 'string':
    case 'bareword':
      add('string', part);
      break;
    case 'number':
      add('number', part);
      break;
    case 'boolean':
    case 'null':
    case 'keyword':
      add('keyword', part);
      break;
    case 'path':
      add('namespace', part.rootRange);
      for (const step of part.parts) if (step.kind === 'name') add('property', step);
      break;
    case 'binary':
      add('operator', part.operatorRange);
      break;
    case 'call':
      add('function', part.nameRange);
      break;
    default:
  }
}
