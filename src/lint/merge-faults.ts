import type { Diagnostic, Edit, Fix, Label } from '../diagnostics/finding.ts';

/** Beyond this many, further places of one fault are only counted. */
const mostPlaces = 10;

/**
 * Tells findings that are one fault once: at the first place, with the others beside it and all repairs in one. The
 * findings must be in order; a fault belongs to one file and one rule.
 */
export function mergeFaults(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const faults = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    if (one.fault === undefined) continue;
    const alike = faults.get(keyOf(one));
    if (alike === undefined) faults.set(keyOf(one), [one]);
    else alike.push(one);
  }
  return diagnostics.flatMap((one) => {
    const alike = one.fault === undefined ? undefined : faults.get(keyOf(one));
    if (alike === undefined || alike.length === 1) return [one];
    return alike[0] === one ? [merged(one, alike.slice(1))] : [];
  });
}

function keyOf({ rule, at, severity, fault }: Diagnostic): string {
  return `${rule}\0${at.file}\0${severity}\0${fault}`;
}

function merged(first: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  const shown = others.slice(0, mostPlaces);
  const more = others.length - shown.length;
  const labels = shown.map(({ at }, index): Label => {
    const isLast = index === shown.length - 1;
    const also = more > 0 && isLast ? `, and in ${more} more ${more === 1 ? 'place' : 'places'}` : '';
    return { span: at, text: `the same here${also}` };
  });
  return {
    ...first,
    related: [...labels, ...(first.related ?? [])],
    fix: first.fix && together(first.fix, others),
  };
}

/** A repair with those of the other places that do the same; what is the very same edit is done once. */
function together(fix: Fix, others: readonly Diagnostic[]): Fix {
  const edits: Edit[] = [];
  const alike = others.flatMap((other) => (other.fix?.title === fix.title ? other.fix.edits : []));
  const [head, ...tail] = fix.edits;
  for (const edit of [...tail, ...alike]) {
    if (![head, ...edits].some((known) => isSame(known, edit))) edits.push(edit);
  }
  return { ...fix, edits: [head, ...edits] };
}

function isSame(left: Edit, right: Edit): boolean {
  return (
    left.span.file === right.span.file &&
    left.span.start === right.span.start &&
    left.span.end === right.span.end &&
    left.replacement === right.replacement
  );
}
