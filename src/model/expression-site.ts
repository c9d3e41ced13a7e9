import type { Finding } from '../diagnostics/finding.ts';
import type { MappedText } from '../source/mapped-text.ts';
import type { Span } from '../source/span.ts';
import type { Expression } from '../syntax/expression/tree.ts';
import type { InputField, Job, Step } from './workflow.ts';

/** Where an expression stands; decides which contexts it may read. */
export type ExpressionPlace =
  | { readonly kind: 'input'; readonly input: InputField; readonly attribute: string }
  | { readonly kind: 'workflow'; readonly key: string }
  | { readonly kind: 'job'; readonly job: Job; readonly key: string }
  | { readonly kind: 'step'; readonly job: Job; readonly step: Step; readonly key: string };

/** One `${{ … }}` of a workflow. */
export interface ExpressionSite {
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
  readonly place: ExpressionPlace;
  /** The keys that lead to the scalar from the top of the file, sequence items as numbers. */
  readonly path: readonly (string | number)[];
}
