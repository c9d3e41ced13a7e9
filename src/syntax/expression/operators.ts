import type { BinaryOperator } from './tree.ts';

/** How an operator binds. */
export interface Binding {
  /** The higher, the tighter. */
  readonly power: number;
  readonly rightAssociative?: true;
}

/**
 * How tightly each binary operator binds. The platform documents no precedence; JavaScript's order is assumed
 * (language reference 6.3), which no published expression contradicts.
 */
export const bindings: Readonly<Record<BinaryOperator, Binding>> = {
  '??': { power: 2 },
  '||': { power: 3 },
  '&&': { power: 4 },
  '==': { power: 5 },
  '!=': { power: 5 },
  '===': { power: 5 },
  '!==': { power: 5 },
  '<': { power: 6 },
  '<=': { power: 6 },
  '>': { power: 6 },
  '>=': { power: 6 },
  in: { power: 6 },
  '!in': { power: 6 },
  includes: { power: 6 },
  '!includes': { power: 6 },
  '+': { power: 7 },
  '-': { power: 7 },
  '*': { power: 8 },
  '/': { power: 8 },
  '//': { power: 8 },
  '%': { power: 8 },
  '**': { power: 9, rightAssociative: true },
};

/** The ternary binds more loosely than every binary operator. */
export const ternaryPower = 1;

/** `!` and the minus sign bind more tightly than every binary operator. */
export const unaryPower = 10;

/** `get` binds tightest. */
export const getPower = 11;

/** The binary operator of this spelling, or `undefined`. */
export function binaryOperator(text: string): BinaryOperator | undefined {
  return Object.hasOwn(bindings, text) ? (text as BinaryOperator) : undefined;
}
