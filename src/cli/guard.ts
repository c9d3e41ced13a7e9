import type { ReportFormat } from '../app/option-table.ts';

/**
 * Keeps GitHub's runner from taking a command out of a report that is printed into the log of a step: a line of the
 * user's text must not begin with `::`, and `##[` must not occur at all. Elsewhere the text stays as it is.
 */
export function guarded(
  text: string,
  format: ReportFormat,
  { GITHUB_ACTIONS }: Readonly<Record<string, string | undefined>>,
): string {
  if (GITHUB_ACTIONS !== 'true') return text;
  if (format !== 'pretty' && format !== 'markdown') return text;
  return text.replaceAll('##[', '#\u200b#[').replace(/^(\s*)::/gm, '$1\u200b::');
}
