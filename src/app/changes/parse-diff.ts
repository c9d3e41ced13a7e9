import type { Change } from './change.ts';

/** The files and new lines of a `git diff --unified=0 --no-renames`. */
export function parseDiff(text: string): readonly Change[] {
  const changes = new Map<string, { first: number; last: number }[]>();
  let lines: { first: number; last: number }[] | undefined;
  let left = 0;
  for (const line of text.split('\n')) {
    if (left > 0 && /^[-+ \\]/.test(line)) {
      if (line.startsWith('-') || line.startsWith('+')) left--;
      continue;
    }
    const header = /^diff --git (.*)$/.exec(line)?.[1];
    if (header !== undefined) {
      left = 0;
      const path = pathOfHeader(header);
      if (path === undefined) continue;
      lines = [];
      changes.set(path, lines);
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const first = Number(hunk[2]);
    const count = hunk[3] === undefined ? 1 : Number(hunk[3]);
    left = count + (hunk[1] === undefined ? 1 : Number(hunk[1]));
    if (count > 0) lines?.push({ first, last: first + count - 1 });
  }
  return [...changes].map(([path, own]) => ({ path, lines: own }));
}

/** The new lines of the `patch` of one file, which has context lines, as GitHub's API gives it. */
export function parsePatch(patch: string): readonly { readonly first: number; readonly last: number }[] {
  const lines: { first: number; last: number }[] = [];
  let at = 0;
  for (const line of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (hunk !== null) at = Number(hunk[1]);
    else if (line.startsWith('+')) {
      const before = lines.at(-1);
      if (before !== undefined && before.last === at - 1) before.last = at;
      else lines.push({ first: at, last: at });
      at++;
    } else if (!line.startsWith('-') && !line.startsWith('\\')) at++;
  }
  return lines;
}

/** The path of `a/PATH b/PATH`, which without renames is twice the same; quoted when it has special characters. */
function pathOfHeader(header: string): string | undefined {
  if (header.startsWith('"')) {
    const quoted = /^"((?:[^"\\]|\\.)*)" "/.exec(header)?.[1];
    return quoted === undefined ? undefined : unquoted(quoted).slice(2);
  }
  const half = (header.length - 1) / 2;
  const [left, right] = [header.slice(0, half), header.slice(half + 1)];
  return left.slice(2) === right.slice(2) ? left.slice(2) : undefined;
}

const escapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

/** Undoes git's quoting: escapes of C, bytes as octal numbers. */
function unquoted(text: string): string {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character !== '\\') {
      bytes.push(...new TextEncoder().encode(character));
      continue;
    }
    const octal = /^[0-7]{3}/.exec(text.slice(index + 1))?.[0];
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      index += 3;
    } else {
      bytes.push(escapes[text[index + 1] ?? ''] ?? 63);
      index++;
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
