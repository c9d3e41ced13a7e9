import { isBlock, type Script } from '../model/script.ts';

/** Where a script reads another one, or a comment for ShellCheck names one. */
const sourcing = /(?:^|[\s;&|(){}`])(?:source|\.)\s|\bsource=/;

/** Whether a script may read another one. */
export function mayRead(script: Script): boolean {
  return sourcing.test(script.shell.text);
}

/**
 * The scripts, among these, that a script may read, itself not included, and what those may read. The name of a file
 * that ShellCheck follows stands in the text, at least its last part.
 */
export function mayBeReadBy(script: Script, among: readonly Script[]): readonly Script[] {
  const found = new Set<Script>();
  const open = [script];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (!mayRead(one)) continue;
    const { text } = one.shell;
    for (const other of among) {
      if (other === script || found.has(other) || isBlock(other)) continue;
      if (!text.includes(other.path.slice(other.path.lastIndexOf('/') + 1))) continue;
      found.add(other);
      open.push(other);
    }
  }
  return [...found];
}
