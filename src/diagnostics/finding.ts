import type { Span } from '../source/span.ts';

/** How bad a finding is: an error would fail on the platform, a warning may, a note is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** Another place that belongs to a finding, and what it has to do with it. */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

/** One replacement in one file; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly replacement: string;
}

/** A repair. `safe` never changes what the workflow means beyond removing the fault; `unsafe` may guess. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly [Edit, ...Edit[]];
}

/** What a rule says: exactly one primary place, in lower case, quoting the user's word. */
export interface Finding {
  readonly message: string;
  readonly at: Span;
  readonly related?: readonly Label[] | undefined;
  /** What to do about it. */
  readonly help?: string | undefined;
  readonly fix?: Fix | undefined;
  /** How bad this one is, when that depends on what surrounds it; absent: as bad as its rule says. */
  readonly severity?: Severity | undefined;
  /**
   * Which fault it is, when one shows in many places, as a name that is read again and again. Findings of one rule in
   * one file with the same fault are told once, at the first place.
   */
  readonly fault?: string | undefined;
}

/** A finding signed by the engine: by which rule, how bad, and under which name it is recognised again. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Stable while unrelated lines of the file change: rule, path, the marked text and its ordinal among equals. */
  readonly fingerprint: string;
  /** The workflow it belongs to, when it belongs to one. */
  readonly workflow?: string | undefined;
  /** Where to read more, when the rule is not ours. */
  readonly url?: string | undefined;
}
