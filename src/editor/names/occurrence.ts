import type { Span } from '../../source/span.ts';

/** What has a name of its own in a workflow. */
export type NamedKind = 'input' | 'job' | 'session' | 'step' | 'output' | 'script';

/** One place where something is named. */
export interface Occurrence {
  readonly kind: NamedKind;
  /** Tells things of one kind apart: the file that they belong to, and their names from the top of it. */
  readonly key: readonly string[];
  readonly role: 'declaration' | 'use';
  readonly span: Span;
  /** How the name is written here: as it is, or as the variable of the environment or of `inputs.sh` made of an input. */
  readonly form: 'name' | 'variable' | 'file-variable';
}

/** Whether two occurrences name the same thing. */
export function isSameThing(left: Occurrence, right: Occurrence): boolean {
  return left.kind === right.kind && isSameKey(left.key, right.key);
}

/** Whether two keys are of one thing. */
export function isSameKey(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((part, index) => part === right[index]);
}

/** The innermost of the occurrences at an offset of a file; its end counts as inside. */
export function occurrenceAt(
  occurrences: readonly Occurrence[],
  file: Span['file'],
  offset: number,
): Occurrence | undefined {
  const here = occurrences.filter(
    ({ span }) => span.file === file && span.start <= offset && offset <= span.end && span.start < span.end,
  );
  return here.toSorted((left, right) => lengthOf(left) - lengthOf(right))[0];
}

const lengthOf = ({ span }: Occurrence): number => span.end - span.start;
