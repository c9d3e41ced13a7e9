import type { Span } from '../source/span.ts';
import type { Finding } from './finding.ts';

/** The help about a word that is nearly right, or another help when nothing is near. */
export function helpWith(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}

/**
 * The help and the repair of a finding about a word that is nearly right.
 *
 * @param at the word as it is written; absent: there is nothing that could be repaired
 * @param near what was probably meant; absent: nothing is near enough
 * @param more `otherwise` is the help when nothing is near; `write` gives what to put in the place of the word
 */
export function didYouMean(
  at: Span | undefined,
  near: string | undefined,
  more: { readonly otherwise?: string | undefined; readonly write?: (near: string) => string } = {},
): Pick<Finding, 'help' | 'fix'> {
  if (near === undefined) return { help: more.otherwise };
  const help = helpWith(near, '');
  if (at === undefined) return { help };
  const edits = [{ span: at, replacement: more.write?.(near) ?? near }] as const;
  return { help, fix: { title: `change it to ${near}`, safety: 'unsafe', edits } };
}
