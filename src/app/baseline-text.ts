import type { Diagnostic } from '../diagnostics/finding.ts';
import { baselineOf } from '../lint/baseline.ts';

/** The text of a baseline file that holds these findings. */
export function baselineText(diagnostics: readonly Diagnostic[]): string {
  return baselineOf(diagnostics);
}
