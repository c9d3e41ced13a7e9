import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { Diagnostic, Edit } from '../../diagnostics/finding.ts';
import { allowComment } from './allow-comment.ts';

/** What can be done about a finding. */
export type FindingAction =
  /** `isSafe`: it cannot change what the workflow means. */
  | {
      readonly kind: 'fix';
      readonly title: string;
      readonly isSafe: boolean;
      readonly edits: readonly Edit[];
    }
  | { readonly kind: 'allow'; readonly title: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'explain'; readonly title: string; readonly rule: string };

/**
 * What can be done about a finding, the best first.
 *
 * @param text the text of its file
 */
export function actionsFor(
  finding: Diagnostic,
  text: string,
  context: AnalysisContext,
): readonly FindingAction[] {
  const { fix, rule } = finding;
  const comment = allowComment(finding, text, context);
  const name = rule.replace(/^shellcheck\//, '');
  return [
    ...(fix === undefined
      ? []
      : [
          {
            kind: 'fix' as const,
            title: fix.safety === 'safe' ? fix.title : `${fix.title} (guess)`,
            isSafe: fix.safety === 'safe',
            edits: fix.edits,
          },
        ]),
    ...(comment === undefined
      ? []
      : [{ kind: 'allow' as const, title: `allow ${name} here`, edits: [comment] }]),
    { kind: 'explain', title: `explain ${name}`, rule },
  ];
}
