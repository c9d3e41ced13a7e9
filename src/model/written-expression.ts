import type { Finding } from '../diagnostics/finding.ts';
import type { MappedText } from '../source/mapped-text.ts';
import type { Span } from '../source/span.ts';
import type { Expression } from '../syntax/expression/tree.ts';

/** One `${{ … }}` as it is written, wherever it stands. */
export interface WrittenExpression {
  /** What stands between the braces, blanks included. */
  readonly text: MappedText;
  /** The whole, braces included. */
  readonly span: Span;
  /** The tree; `undefined` when it does not parse. Parsed when first asked for. */
  readonly expression: Expression | undefined;
  /** Why it does not parse. */
  readonly faults: readonly Finding[];
  /** Whether the scalar is this expression and nothing else, so that the value keeps its type. */
  readonly whole: boolean;
}
