import type { Span } from '../../source/span.ts';

/** One word that may be meant at a place. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'key' | 'word' | 'type' | 'call' | 'name' | 'field' | 'variable';
  /** What it is, in a few words. */
  readonly detail?: string | undefined;
  /** What there is to read about it, as Markdown. */
  readonly text?: string | undefined;
  /** What is written in the place of the word at hand; absent: the label. */
  readonly insert?: string | undefined;
  /** Whether it comes before the others. */
  readonly isFirst?: boolean | undefined;
}

/** The words that may be meant at a place, and what they take the place of. */
export interface Suggestions {
  readonly span: Span;
  readonly items: readonly Suggestion[];
}
