/** A text as one word of a POSIX shell, whatever it holds but the character NUL. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A word of a command as a person would type it: quoted only where the shell would take it for something else. */
export function quotedIfNeeded(word: string): string {
  return /^[\w./=:@+,…-]+$/.test(word) ? word : shellQuoted(word);
}
