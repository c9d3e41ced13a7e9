import type { Diagnostic } from '../diagnostics/finding.ts';

/** What a baseline file says, or why it says nothing. */
export type ReadBaseline =
  | { readonly kind: 'baseline'; readonly fingerprints: ReadonlySet<string> }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads a baseline: a JSON list of fingerprints, or a JSON report, whose findings are then the known ones. */
export function readBaseline(text: string): ReadBaseline {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'refused', message: 'the baseline is not JSON; write one with "pw-workflow-check init"' };
  }
  const fingerprints = Array.isArray(data) ? data : fingerprintsOfReport(data);
  if (fingerprints === undefined || !fingerprints.every((one) => typeof one === 'string')) {
    return {
      kind: 'refused',
      message: 'the baseline must be a JSON list of fingerprints or a report of "--format json"',
    };
  }
  return { kind: 'baseline', fingerprints: new Set(fingerprints as readonly string[]) };
}

function fingerprintsOfReport(data: unknown): readonly unknown[] | undefined {
  if (typeof data !== 'object' || data === null || !('diagnostics' in data)) return undefined;
  const { diagnostics } = data;
  if (!Array.isArray(diagnostics)) return undefined;
  return diagnostics.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'fingerprint' in one ? one.fingerprint : undefined,
  );
}

/** The text of a baseline that holds what was found. */
export function baselineOf(diagnostics: readonly Diagnostic[]): string {
  const fingerprints = [...new Set(diagnostics.map((one) => one.fingerprint))].sort();
  return `${JSON.stringify(fingerprints, undefined, 2)}\n`;
}
