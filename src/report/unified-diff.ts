import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The difference of two texts in the form that `patch` and `git apply` read; empty when they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  // `patch` reads a name with blanks only when a tab ends it.
  const afterName = path.includes(' ') ? ' ' : '';
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, afterName, afterName, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
