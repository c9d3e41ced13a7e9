import type { Span } from '../../source/span.ts';
import type { Inheritance } from '../written/destinations.ts';

/** A variable of a script that another program reads, which does not have it. */
export interface LostVariable {
  readonly name: string;
  /** Where it is read. */
  readonly at: Span;
  /** Where the script sets it. */
  readonly set: Span;
  /** Who reads it: a file's name, or the program that runs the text. */
  readonly reader: string;
  /** Why it is not there: it is not exported, or the reader gets no variables at all. */
  readonly inherits: Exclude<Inheritance, 'unknown'>;
}
