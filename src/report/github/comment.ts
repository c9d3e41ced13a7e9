import { plural } from '../../base/plural.ts';
import type { SourceLines } from '../document/document-of.ts';
import type { ReportDocument } from '../document/report-document.ts';
import { findingCount } from '../document/words.ts';
import { formatMarkdown, type MarkdownOptions } from '../markdown/markdown.ts';
import { markName } from './mark-name.ts';

/** What a change did to the findings, compared with its base. */
export interface FindingDelta {
  readonly fresh: number;
  readonly fixed: number;
}

/** Characters that GitHub takes of a comment. */
export const longestComment = 65_536;

/** The mark by which our comment is found again; one for each use of the action that has a name. */
export function commentMark(name: string): string {
  return `<!-- pw-workflow-check comment ${name === '' ? 'repository' : `of ${markName(name)}`} -->`;
}

/** The body of the comment: the mark, what changed since the base, and the report. */
export function commentBody(
  document: ReportDocument,
  lines: SourceLines,
  mark: string,
  delta: FindingDelta | undefined,
  options: Omit<MarkdownOptions, 'maxBytes'>,
): string {
  const compared = delta === undefined ? '' : `${deltaWords(delta)}\n\n`;
  const head = `${mark}\n${compared}`;
  return `${head}${formatMarkdown(document, lines, { ...options, maxBytes: longestComment - head.length - 100 })}`;
}

/** `2 new findings, 1 fixed compared with the base`. */
export function deltaWords(delta: FindingDelta): string {
  if (delta.fresh === 0 && delta.fixed === 0) return 'No finding came or went compared with the base.';
  const fresh = delta.fresh > 0 ? [`**${plural(delta.fresh, 'new finding')}**`] : [];
  const fixed = delta.fixed > 0 ? [`${delta.fixed} fixed 🎉`] : [];
  return `${[...fresh, ...fixed].join(', ')} compared with the base.`;
}

/** When the comment is written. */
export type CommentWhen = 'off' | 'on-change' | 'on-failure' | 'always';

/**
 * Whether to write the comment. One that is there is always brought up to date, so that it never tells what is past.
 */
export function wantsComment(
  when: CommentWhen,
  state: {
    readonly present: boolean;
    readonly failed: boolean;
    readonly document: Pick<ReportDocument, 'diagnostics' | 'summary'>;
    readonly delta: FindingDelta | undefined;
  },
): boolean {
  switch (when) {
    case 'off':
      return false;
    case 'always':
      return true;
    case 'on-failure':
      return state.present || state.failed;
    case 'on-change': {
      if (state.present) return true;
      if (state.delta !== undefined) return state.delta.fresh > 0 || state.delta.fixed > 0;
      return (
        state.failed ||
        findingCount(state.document.summary) !== findingCount({ errors: 0, warnings: 0, notes: 0 })
      );
    }
  }
}
