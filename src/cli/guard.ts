/**
 * Keeps GitHub's runner from taking a command out of what is printed into the log of a step, on stdout or stderr: a line
 * of somebody else's text must not begin with `::`, and `##[` must not occur at all. Elsewhere the text stays as it is.
 */
export function guarded(
  text: string,
  { GITHUB_ACTIONS }: Readonly<Record<string, string | undefined>>,
): string {
  if (GITHUB_ACTIONS !== 'true') return text;
  return text.replaceAll('##[', '#\u200b#[').replace(/^(\s*)::/gm, '$1\u200b::');
}
