import type { Diagnostic } from '../diagnostics/finding.ts';

/** What a baseline file says, or why it says nothing. */
export type ReadBaseline =
  | { readonly kind: 'baseline'; readonly fingerprints: ReadonlySet<string> }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads a baseline: a JSON list of fingerprints. Others than texts in it make it no baseline. */
export function readBaseline(text: string): ReadBaseline {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'refused', message: 'the baseline is not JSON; write one with "pw-workflow-check init"' };
  }
  if (!Array.isArray(data) || !data.every((one) => typeof one === 'string')) {
    return { kind: 'refused', message: 'the baseline must be a JSON list of fingerprints' };
  }
  return { kind: 'baseline', fingerprints: new Set(data as readonly string[]) };
}

/** The text of a baseline that holds what was found. */
export function baselineOf(diagnostics: readonly Diagnostic[]): string {
  const fingerprints = [...new Set(diagnostics.map((one) => one.fingerprint))].sort();
  return `${JSON.stringify(fingerprints, undefined, 2)}\n`;
}
