import type { Diagnostic } from '../diagnostics/finding.ts';

/** A finding that is known. Only the fingerprint counts; the words are for people, and absent in lists of older versions. */
export interface KnownFinding {
  readonly path?: string | undefined;
  readonly rule?: string | undefined;
  readonly message?: string | undefined;
  readonly fingerprint: string;
}

/** What a baseline file says, or why it says nothing. */
export type ReadBaseline =
  | { readonly kind: 'baseline'; readonly findings: readonly KnownFinding[] }
  | { readonly kind: 'refused'; readonly message: string };

const about =
  'Known findings, which are not reported. "pw-workflow-check lint --update-baseline" writes them anew.';

/** Reads a baseline: what `baselineText` writes, a JSON list of fingerprints, or a JSON report with its findings. */
export function readBaseline(text: string): ReadBaseline {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'refused', message: 'the baseline is not JSON; write one with "pw-workflow-check init"' };
  }
  const entries = (Array.isArray(data) ? data : listIn(data))?.map(knownFinding);
  if (entries === undefined || entries.includes(undefined)) {
    return {
      kind: 'refused',
      message: 'the baseline must be a list of known findings, or a report of "--format json"',
    };
  }
  return { kind: 'baseline', findings: entries.filter((one) => one !== undefined) };
}

function listIn(data: unknown): readonly unknown[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const list = 'findings' in data ? data.findings : 'diagnostics' in data ? data.diagnostics : undefined;
  return Array.isArray(list) ? list : undefined;
}

function knownFinding(entry: unknown): KnownFinding | undefined {
  if (typeof entry === 'string') return { fingerprint: entry };
  if (typeof entry !== 'object' || entry === null || !('fingerprint' in entry)) return undefined;
  const { fingerprint } = entry;
  if (typeof fingerprint !== 'string') return undefined;
  const word = (key: string): string | undefined => {
    const value = (entry as Readonly<Record<string, unknown>>)[key];
    return typeof value === 'string' ? value : undefined;
  };
  return { path: word('path'), rule: word('rule'), message: word('message'), fingerprint };
}

/** A finding as a baseline keeps it. */
export function knownFindingOf({ at, rule, message, fingerprint }: Diagnostic): KnownFinding {
  return { path: at.file, rule, message, fingerprint };
}

/** The text of a baseline file, one finding a line, so that a change of it can be reviewed. */
export function baselineText(findings: readonly KnownFinding[]): string {
  const rows = new Map(findings.map((one) => [one.fingerprint, sortKey(one)]));
  const sorted = [...new Map(findings.map((one) => [one.fingerprint, one])).values()].sort((left, right) =>
    (rows.get(left.fingerprint) ?? '') < (rows.get(right.fingerprint) ?? '') ? -1 : 1,
  );
  const lines = sorted.map(
    ({ path, rule, message, fingerprint }) => `    ${JSON.stringify({ path, rule, message, fingerprint })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "about": ${JSON.stringify(about)},\n  "findings": ${list}\n}\n`;
}

function sortKey({ path = '', rule = '', message = '', fingerprint }: KnownFinding): string {
  return [path, rule, message, fingerprint].join('\0');
}
