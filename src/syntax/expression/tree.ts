/** A place in the text of one expression, in UTF-16 units of that text. */
export interface ExpressionRange {
  readonly start: number;
  readonly end: number;
}

/** Keywords that stand alone: the state of the jobs needed, or of the job so far. */
export type StateKeyword = 'always' | 'never' | 'completed' | 'error' | 'canceled';

/** Operators between two operands, loosest binding last in the grammar's table. */
export type BinaryOperator =
  | '&&'
  | '||'
  | '??'
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '//'
  | '**'
  | '%'
  | 'in'
  | '!in'
  | 'includes'
  | '!includes';

/** One step along a path: `.name`, `.[index]`, `[n]`, `['name']`. */
export type PathPart =
  | (ExpressionRange & { readonly kind: 'name'; readonly name: string })
  | (ExpressionRange & { readonly kind: 'row-index' })
  | (ExpressionRange & { readonly kind: 'computed'; readonly key: Expression });

/** An expression of the workflow language; ranges are relative to the expression's own text. */
export type Expression = ExpressionRange &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'string'; readonly value: string; readonly quote: "'" | '"' }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
    /** A bareword, which is a string; whether it was meant so is a rule's question. */
    | { readonly kind: 'bareword'; readonly value: string }
    | { readonly kind: 'keyword'; readonly keyword: StateKeyword }
    /** `inputs.a.b`, `needs.job.outputs.K`, `.hidden` (then `root` is empty). */
    | {
        readonly kind: 'path';
        readonly root: string;
        readonly rootRange: ExpressionRange;
        readonly parts: readonly PathPart[];
      }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'group'; readonly inner: Expression }
    | { readonly kind: 'not'; readonly operand: Expression }
    | { readonly kind: 'negate'; readonly operand: Expression }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly operatorRange: ExpressionRange;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'ternary';
        readonly condition: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    | { readonly kind: 'get'; readonly target: Expression; readonly key: Expression }
    | {
        readonly kind: 'slice';
        readonly target: Expression;
        readonly from: Expression | undefined;
        readonly to: Expression | undefined;
      }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly nameRange: ExpressionRange;
        readonly arguments: readonly Expression[];
      }
  );
