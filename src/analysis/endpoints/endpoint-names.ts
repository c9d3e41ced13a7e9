/**
 * What of a name is written out, from its start to the first thing that is put in and from the last one to its end; a
 * name without any is both.
 */
export interface NamePattern {
  readonly start: string;
  readonly end: string;
  readonly isWhole: boolean;
}

/** The run's slug has two names, and each is the other. */
const slug = /\$\{?(?:PW_RUN_SLUG|PW_JOB_ID)\}?/g;
const putIn = /\$\{\{.*?\}\}|\$\{[^}]*\}|\$\w+|\$\([^)]*\)|`[^`]*`/;

/** Reads a name as it is written in a workflow or a script. */
export function namePattern(text: string): NamePattern {
  const known = text.replaceAll(slug, '<slug>');
  const parts = known.split(putIn);
  return { start: parts[0] ?? '', end: parts.at(-1) ?? '', isWhole: parts.length === 1 };
}

/** Whether two names can be the same, as far as they are written out. */
export function mayBeSame(one: NamePattern, other: NamePattern): boolean {
  if (one.isWhole && other.isWhole) return one.start === other.start;
  const starts = one.start.startsWith(other.start) || other.start.startsWith(one.start);
  const ends = one.end.endsWith(other.end) || other.end.endsWith(one.end);
  return starts && ends;
}

/** What of a name is written out: all but variables and expressions. */
export const writtenOf = (text: string): string => text.split(new RegExp(putIn, 'g')).join('');
