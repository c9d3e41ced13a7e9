import type { Diagnostic } from '../../diagnostics/finding.ts';
import { compareDiagnostics } from '../../diagnostics/order.ts';
import type { FilePath, Span } from '../../source/span.ts';
import { findingAfter, type TextChange } from './text-change.ts';

/** What an editor shows of a repository, and what it waits to show until whoever types has come to a pause. */
export interface ShownFindings {
  readonly shown: readonly Diagnostic[];
  /** New since the last pause, and perhaps only because a word is not written to its end yet. */
  readonly held: readonly Diagnostic[];
}

/** Nothing is shown yet. */
export const nothingShown: ShownFindings = { shown: [], held: [] };

/** What is shown after a change of a text and before anything was looked at again: the same, at its new places. */
export function afterChange({ shown, held }: ShownFindings, change: TextChange): ShownFindings {
  const moved = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
    findings.flatMap((finding) => findingAfter(change, finding) ?? []);
  return { shown: moved(shown), held: moved(held) };
}

/**
 * What to show while somebody types, of what stands in the text as it is. What is new waits for a pause. What is gone goes
 * at once, but while something waits only on the line at hand: a word half written also hides what stands elsewhere.
 *
 * @param line the line that is being written, as a span without its line break
 * @param left whether another line was written before: what had to wait because of that one need not any more
 */
export function whileTyping(
  before: ShownFindings,
  found: readonly Diagnostic[],
  line: Span,
  left: boolean,
): ShownFindings {
  const isHere = ({ at }: Diagnostic): boolean =>
    at.file === line.file && at.start <= line.end && at.end >= line.start;
  const known = matcher(before.shown, isHere);
  const released = matcher(left ? before.held : [], isHere);
  const shown: Diagnostic[] = [];
  const held: Diagnostic[] = [];
  for (const one of found) {
    const wasShown = known.take(one) || (released.take(one) && !isHere(one));
    (wasShown ? shown : held).push(one);
  }
  const gone = known.rest().filter((one) => held.length > 0 && !isHere(one));
  return { shown: [...shown, ...gone].sort(compareDiagnostics), held };
}

/**
 * What to show at a pause: all that was found, and of files whose syntax is so broken that nothing else can be found in
 * them what was shown before.
 */
export function afterPause(
  before: ShownFindings,
  found: readonly Diagnostic[],
  broken: ReadonlySet<FilePath>,
): ShownFindings {
  if (broken.size === 0) return { shown: found, held: [] };
  const known = matcher(before.shown, () => false);
  for (const one of found) known.take(one);
  const kept = known.rest().filter(({ at, rule }) => broken.has(at.file) && !syntaxRules.has(rule));
  return { shown: [...found, ...kept].sort(compareDiagnostics), held: [] };
}

/** Rules that say that a text cannot be read: what they said before is wrong as soon as the text is another. */
const syntaxRules: ReadonlySet<string> = new Set(['yaml-syntax', 'shell-syntax', 'malformed-expression']);

/** Finds findings again: at the line at hand by their rule, elsewhere by rule and place. */
function matcher(findings: readonly Diagnostic[], isHere: (finding: Diagnostic) => boolean) {
  const left = new Map<string, Diagnostic[]>();
  const keyOf = (one: Diagnostic): string =>
    `${one.rule}\0${one.at.file}\0${isHere(one) ? 'here' : one.at.start}`;
  for (const one of findings) {
    const key = keyOf(one);
    left.set(key, [...(left.get(key) ?? []), one]);
  }
  return {
    /** Whether a finding is one of them; each is found once. */
    take: (one: Diagnostic): boolean => left.get(keyOf(one))?.shift() !== undefined,
    rest: (): readonly Diagnostic[] => [...left.values()].flat(),
  };
}
