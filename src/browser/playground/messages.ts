import type { Explanation, Finding, Texts } from '../../api/lint.ts';
import type { ShownRule } from '../../app/rule-example.ts';

/** What the page asks the worker, and what it is answered. */
export interface Questions {
  readonly lint: { readonly ask: { readonly texts: Texts }; readonly answer: Linted };
  readonly fix: {
    readonly ask: { readonly texts: Texts; readonly findings: readonly Finding[] };
    readonly answer: Texts;
  };
  readonly explain: { readonly ask: { readonly rule: string }; readonly answer: Explanation | undefined };
  readonly example: { readonly ask: { readonly rule: string }; readonly answer: Texts | undefined };
  readonly rules: { readonly ask: object; readonly answer: readonly ShownRule[] };
}

/** What was found in texts. */
export interface Linted {
  readonly findings: readonly Finding[];
  /** The jobs as an SVG; empty when the workflow cannot be read. */
  readonly graph: string;
  /** Why nothing could be linted; absent: it was. */
  readonly problem?: string | undefined;
}

/** What the worker can be asked about. */
export type Topic = keyof Questions;

/** A question on its way to the worker. */
export type Asked = {
  [Name in Topic]: { readonly id: number; readonly topic: Name } & Questions[Name]['ask'];
}[Topic];

/** An answer on its way to the page. */
export interface Answered {
  readonly id: number;
  readonly answer: unknown;
}
