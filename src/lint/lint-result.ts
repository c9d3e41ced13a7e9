import type { Diagnostic } from '../diagnostics/finding.ts';
import type { ToolFault } from '../diagnostics/tool-fault.ts';

/** What linting found. */
export interface LintResult {
  /** Sorted, without doubles. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that a comment in the file allows, with its reason. */
  readonly allowed: readonly { readonly diagnostic: Diagnostic; readonly reason: string }[];
  /** Findings that the baseline knows. */
  readonly known: readonly Diagnostic[];
  readonly faults: readonly ToolFault[];
  /** For the reader: a tool that was missing and what was therefore not looked at. */
  readonly remarks: readonly string[];
}
