import { findExpressions } from '../model/find-expressions.ts';
import type { MappedText } from '../source/mapped-text.ts';
import type { Span } from '../source/span.ts';
import { type EvaluationContexts, evaluate } from '../syntax/expression/evaluate.ts';
import { parseExpression } from '../syntax/expression/parse-expression.ts';
import type { Expression } from '../syntax/expression/tree.ts';
import { type ExpressionValue, isRecord, renderValue } from '../syntax/expression/value.ts';
import type { YamlNode } from '../syntax/yaml/tree.ts';

/** A text with expressions in it, ready to be filled in when their values are known. */
export interface Template {
  readonly text: MappedText;
  /** The expressions by offset into the text, braces included; one that does not parse has none. */
  readonly holes: readonly {
    readonly start: number;
    readonly end: number;
    readonly expression: Expression | undefined;
  }[];
  /** Whether the text is one expression and nothing else, so that its value keeps its type. */
  readonly whole: boolean;
}

/** A value of a workflow file with expressions still in it. */
export type TemplateValue =
  | { readonly kind: 'text'; readonly template: Template }
  | { readonly kind: 'literal'; readonly value: ExpressionValue }
  | { readonly kind: 'list'; readonly items: readonly TemplateValue[] }
  | { readonly kind: 'map'; readonly entries: readonly TemplateEntry[] };

/** One entry of a map of template values. */
export interface TemplateEntry {
  readonly name: string;
  readonly value: TemplateValue;
  readonly span: Span;
}

/** Reads a text. */
export function templateOf(text: MappedText): Template {
  const stretches = findExpressions(text.text).filter((stretch) => stretch.closed);
  const holes = stretches.map(({ start, end }) => ({
    start,
    end,
    expression: parseExpression(text.slice(start + 3, end - 2)).expression,
  }));
  const only = stretches.length === 1 ? stretches[0] : undefined;
  return { text, holes, whole: only !== undefined && text.text.trim().length === only.end - only.start };
}

/** Reads a node; nothing written is an absent value. */
export function templateValue(node: YamlNode | undefined): TemplateValue {
  if (node === undefined) return { kind: 'literal', value: undefined };
  switch (node.kind) {
    case 'scalar':
      if (typeof node.value === 'string') return { kind: 'text', template: templateOf(node.text) };
      return { kind: 'literal', value: node.value ?? undefined };
    case 'sequence':
      return { kind: 'list', items: node.items.map(templateValue) };
    case 'map':
      return {
        kind: 'map',
        entries: node.pairs.map((pair) => ({
          name: pair.key.text.text,
          value: templateValue(pair.value),
          span: pair.key.span,
        })),
      };
  }
}

/** Where the value of an entry of a map is written, when it is a text. */
export function placeOfValue(value: TemplateValue, name: string): Span | undefined {
  const entry = value.kind === 'map' ? value.entries.find((one) => one.name === name) : undefined;
  if (entry?.value.kind !== 'text') return undefined;
  const { text } = entry.value.template;
  return text.spanOf(0, text.text.length);
}

/** A text filled in, and where each of its characters comes from. */
export interface Filled {
  readonly text: string;
  /** The span in the workflow file of a line of the filled text, counted from 1. */
  spanOfLine(line: number): Span;
}

/** Fills in a text; every expression becomes text. */
export function fillText(template: Template, contexts: EvaluationContexts): Filled {
  const source = template.text.text;
  const pieces: { readonly at: number; readonly from: number; readonly verbatim: boolean }[] = [];
  let text = '';
  let from = 0;
  for (const { start, end, expression } of template.holes) {
    pieces.push({ at: text.length, from, verbatim: true });
    text += source.slice(from, start);
    pieces.push({ at: text.length, from: start, verbatim: false });
    text += expression === undefined ? '' : interpolated(expression, contexts);
    from = end;
  }
  pieces.push({ at: text.length, from, verbatim: true });
  text += source.slice(from);
  const sourceOffset = (offset: number): number => {
    const piece = pieces.findLast((candidate) => candidate.at <= offset);
    if (piece === undefined) return 0;
    return piece.verbatim ? piece.from + offset - piece.at : piece.from;
  };
  return {
    text,
    spanOfLine(line) {
      const start = lineStart(text, line);
      const feed = text.indexOf('\n', start);
      const end = feed === -1 ? text.length : feed;
      const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
      const trimmed = text.slice(start, end).trimEnd().length;
      const first = sourceOffset(start + Math.min(indent, trimmed));
      const last = sourceOffset(start + trimmed);
      return template.text.spanOf(first, Math.max(first, last));
    },
  };
}

/** The text of a value. An input that no form declares and nobody sends is empty, a declared one `undefined`. */
function interpolated(expression: Expression, contexts: EvaluationContexts): string {
  const value = evaluate(expression, contexts);
  return value === undefined && isUndeclared(expression, contexts) ? '' : renderValue(value);
}

function isUndeclared(expression: Expression, { roots }: EvaluationContexts): boolean {
  if (expression.kind !== 'path' || expression.root !== 'inputs') return false;
  let place = roots['inputs'];
  for (const part of expression.parts) {
    if (part.kind !== 'name' || place === undefined || !isRecord(place)) return false;
    if (!Object.hasOwn(place, part.name)) return true;
    place = place[part.name];
  }
  return false;
}

function lineStart(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count++) {
    const feed = text.indexOf('\n', at);
    if (feed === -1) return at;
    at = feed + 1;
  }
  return at;
}

/** The value of a template value; a text that is one expression keeps the expression's type. */
export function fillValue(value: TemplateValue, contexts: EvaluationContexts): ExpressionValue {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'text': {
      const only = value.template.holes[0];
      if (value.template.whole && only !== undefined) {
        return only.expression === undefined ? '' : evaluate(only.expression, contexts);
      }
      return fillText(value.template, contexts).text;
    }
    case 'list':
      return value.items.map((item) => fillValue(item, contexts));
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.name, fillValue(entry.value, contexts)]));
  }
}

/** The paths such as `inputs.resource.ip` that the expressions of a text read from one root, in order. */
export function rootsRead(template: Template, root: string): readonly (readonly string[])[] {
  return template.holes.flatMap(({ expression }) =>
    expression === undefined ? [] : pathsRead(expression, root),
  );
}

/** The paths that an expression reads from one root, the root itself left off. */
export function pathsRead(within: Expression, root: string): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const expression = node as Partial<Extract<Expression, { kind: 'path' }>>;
      if (expression.kind === 'path' && expression.root === root) {
        found.push((expression.parts ?? []).map((part) => (part.kind === 'name' ? part.name : '')));
      }
      Object.values(node).forEach(visit);
    }
  };
  visit(within);
  return found;
}
