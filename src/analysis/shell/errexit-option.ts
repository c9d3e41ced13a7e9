/**
 * Whether the shell ends at a command that fails, after `set` with these words.
 *
 * @param before whether it did so until then
 */
export function errexitAfter(words: readonly string[], before: boolean): boolean {
  const line = words.join(' ');
  if (words.some((word) => /^-\w*e/.test(word)) || line.includes('-o errexit')) return true;
  if (words.some((word) => /^\+\w*e/.test(word)) || line.includes('+o errexit')) return false;
  return before;
}

/** Whether the first line of a script starts a shell that ends at a command that fails: `#!/bin/bash -e`. */
export function startsWithErrexit(text: string): boolean {
  return /^#!.*\s-\w*e/.test(text);
}
