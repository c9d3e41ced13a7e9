/** What a step's `uses` names. */
export type UsesReference =
  | { readonly kind: 'action'; readonly name: string }
  | { readonly kind: 'marketplace'; readonly slug: string; readonly version: string | undefined }
  | { readonly kind: 'workflow'; readonly name: string }
  | {
      readonly kind: 'github' | 'gitlab';
      /** `OWNER/REPO`, or `GROUP/PROJECT` with any number of groups. */
      readonly repository: string;
      readonly ref: string | undefined;
    }
  /** An expression decides. */
  | { readonly kind: 'computed' }
  /** None of the forms that the platform knows. */
  | { readonly kind: 'other' };

/** Reads the text of `uses`. */
export function usesReference(text: string): UsesReference {
  if (text.includes('${{')) return { kind: 'computed' };
  const [first = '', ...rest] = text.split('/');
  const tail = rest.join('/');
  if (tail === '') return { kind: 'other' };
  switch (first) {
    case 'parallelworks':
      return { kind: 'action', name: text };
    case 'workflow':
      return { kind: 'workflow', name: tail };
    case 'marketplace': {
      const match = /^([^/@]+)(?:[/@](.+))?$/.exec(tail);
      return match === null
        ? { kind: 'other' }
        : { kind: 'marketplace', slug: match[1] ?? '', version: match[2] };
    }
    case 'github':
    case 'gitlab': {
      const match = /^([^/@]+(?:\/[^/@]+)+)(?:@(.*))?$/.exec(tail);
      if (match === null) return { kind: 'other' };
      return { kind: first, repository: match[1] ?? '', ref: match[2] === '' ? undefined : match[2] };
    }
    default:
      return { kind: 'other' };
  }
}
