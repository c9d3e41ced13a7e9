import type { Finding } from '../diagnostics/finding.ts';
import type { MappedText } from '../source/mapped-text.ts';
import type { Span } from '../source/span.ts';
import { parseExpression } from '../syntax/expression/parse-expression.ts';
import type { Expression } from '../syntax/expression/tree.ts';
import type { YamlNode, YamlScalar } from '../syntax/yaml/tree.ts';
import { findExpressions } from './find-expressions.ts';
import type { ExpressionPlace, ExpressionSite } from './workflow.ts';

/** The way from the top of a file to a node, as a chain from the node upwards. */
export interface PathLink {
  readonly key: string | number;
  readonly parent: PathLink | undefined;
}

/** Collects the expressions of a file, scalar by scalar. */
export interface ExpressionCollector {
  /** Collects from everything under a node, keys of maps included. */
  collect(node: YamlNode | undefined, path: PathLink | undefined, place: ExpressionPlace): void;
  /** Collects from one scalar and returns what stands in it, by offset into its text. */
  collectScalar(
    scalar: YamlScalar,
    path: PathLink | undefined,
    place: ExpressionPlace,
  ): readonly { readonly start: number; readonly end: number; readonly site: ExpressionSite }[];
  /** What was found, in the order of the file. */
  sites(): readonly ExpressionSite[];
}

/** A collector with nothing in it. */
export function expressionCollector(): ExpressionCollector {
  const found: ExpressionSite[] = [];

  const collectScalar: ExpressionCollector['collectScalar'] = (scalar, path, place) => {
    const { text } = scalar;
    const stretches = findExpressions(text.text);
    return stretches.map(({ start, end, closed }) => {
      const whole = closed && stretches.length === 1 && text.text.trim().length === end - start;
      const site = new FoundExpression(text, start, end, { closed, whole, place, path });
      found.push(site);
      return { start, end, site };
    });
  };

  const collect: ExpressionCollector['collect'] = (node, path, place) => {
    if (node === undefined) return;
    switch (node.kind) {
      case 'scalar':
        collectScalar(node, path, place);
        return;
      case 'sequence':
        node.items.forEach((item, index) => void collect(item, { key: index, parent: path }, place));
        return;
      case 'map':
        for (const pair of node.pairs) {
          const inside: PathLink = { key: pair.key.text.text, parent: path };
          collectScalar(pair.key, inside, place);
          collect(pair.value, inside, place);
        }
    }
  };

  return {
    collect,
    collectScalar,
    sites: () => found.sort((left, right) => left.span.start - right.span.start),
  };
}

/** An expression that is parsed when its tree is first asked for. */
class FoundExpression implements ExpressionSite {
  readonly text: MappedText;
  readonly span: Span;
  readonly whole: boolean;
  readonly place: ExpressionPlace;
  private readonly closed: boolean;
  private readonly link: PathLink | undefined;
  private known: ParsedExpression | undefined;

  constructor(
    scalarText: MappedText,
    start: number,
    end: number,
    facts: {
      readonly closed: boolean;
      readonly whole: boolean;
      readonly place: ExpressionPlace;
      readonly path: PathLink | undefined;
    },
  ) {
    this.text = scalarText.slice(start + 3, facts.closed ? end - 2 : end);
    this.span = scalarText.spanOf(start, end);
    this.whole = facts.whole;
    this.place = facts.place;
    this.closed = facts.closed;
    this.link = facts.path;
    this.known = undefined;
  }

  get path(): readonly (string | number)[] {
    return keysOf(this.link);
  }

  get expression(): Expression | undefined {
    return this.parsed().expression;
  }

  get faults(): readonly Finding[] {
    return this.parsed().faults;
  }

  private parsed(): ParsedExpression {
    this.known ??= this.closed
      ? parseExpression(this.text)
      : { expression: undefined, faults: [unterminated(this.text.text, this.span)] };
    return this.known;
  }
}

type ParsedExpression = Pick<ExpressionSite, 'expression' | 'faults'>;

function unterminated(text: string, span: Span): Finding {
  const missing = text.endsWith('}') ? '}' : text.endsWith(' ') ? '}}' : ' }}';
  return {
    message: 'this "${{" is never closed',
    at: span,
    help: `add "${missing.trim()}" after the expression`,
    fix: {
      title: 'close the expression',
      safety: 'unsafe',
      edits: [{ span: { ...span, start: span.end }, replacement: missing }],
    },
  };
}

function keysOf(path: PathLink | undefined): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let link = path; link !== undefined; link = link.parent) keys.push(link.key);
  return keys.reverse();
}
