import { plural } from '../../base/plural.ts';
import type { Severity } from '../../diagnostics/finding.ts';
import type { DocumentDiagnostic } from '../document/report-document.ts';
import { bySeverity, fails } from '../document/verdict.ts';

/** Which findings are shown, in which order. */
export interface ListOptions {
  /** The worst first, or all of one file together; absent: the worst first. */
  readonly sort?: 'severity' | 'place' | undefined;
  /** The least severity that is shown; absent: `note`. */
  readonly severity?: Severity | undefined;
  /** Whether findings that equal others are all shown; absent: they are counted from the fourth on. */
  readonly equal?: 'counted' | 'shown' | undefined;
}

/** One entry of the list. */
export type ListEntry =
  /** A finding in full, or in one line where one that says the same has been shown in full. */
  | { readonly kind: 'finding'; readonly finding: DocumentDiagnostic; readonly as: 'whole' | 'line' }
  /** How many more there are of a finding that was shown. */
  | { readonly kind: 'more'; readonly rule: string; readonly words: string };

/** How many equal findings are shown before the others are only counted. */
const shownEqual = 3;

/** The findings that are severe enough to be shown. */
export function shownFindings(
  diagnostics: readonly DocumentDiagnostic[],
  { severity = 'note' }: ListOptions,
): readonly DocumentDiagnostic[] {
  return diagnostics.filter((one) => fails(one.severity, severity));
}

/**
 * The findings as people read them. Errors are equal when they say the same, everything else when it comes from one
 * rule: of a snippet that was pasted into a hundred files nobody wants to read a hundred times.
 */
export function findingList(
  diagnostics: readonly DocumentDiagnostic[],
  options: ListOptions,
): readonly ListEntry[] {
  const shown = shownFindings(diagnostics, options);
  const ordered =
    options.sort === 'place' ? shown : shown.toSorted((a, b) => bySeverity(a.severity, b.severity));
  if (options.equal === 'shown') return ordered.map((finding) => ({ kind: 'finding', finding, as: 'whole' }));
  const alike = new Map<string, DocumentDiagnostic[]>();
  for (const one of ordered) {
    const known = alike.get(keyOf(one));
    if (known === undefined) alike.set(keyOf(one), [one]);
    else known.push(one);
  }
  return ordered.flatMap((finding): readonly ListEntry[] => {
    const group = alike.get(keyOf(finding)) ?? [];
    if (group.length <= shownEqual) return [{ kind: 'finding', finding, as: 'whole' }];
    // the first ones of a group stand for all of it: one below the other, or each in its file
    const index = group.slice(0, shownEqual).indexOf(finding);
    if (index === -1) return [];
    const entries = entriesOf(group);
    if (options.sort === 'place')
      return index === shownEqual - 1 ? entries.slice(index) : entries.slice(index, index + 1);
    return index === 0 ? entries : [];
  });
}

/** The first findings of a group, and how many more there are. */
function entriesOf(group: readonly DocumentDiagnostic[]): readonly ListEntry[] {
  const entries = group.slice(0, shownEqual).map((finding, index): ListEntry => {
    const isTold = group.slice(0, index).some(({ message }) => message === finding.message);
    return { kind: 'finding', finding, as: isTold ? 'line' : 'whole' };
  });
  const rest = group.slice(shownEqual);
  const files = new Set(rest.map((one) => one.path)).size;
  const words = `and ${rest.length} more in ${plural(files, 'file')}`;
  return [...entries, { kind: 'more', rule: group[0]?.rule ?? '', words }];
}

function keyOf({ rule, severity, message }: DocumentDiagnostic): string {
  return severity === 'error' ? `${rule}\0error\0${message}` : `${rule}\0${severity}`;
}
