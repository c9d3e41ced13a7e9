import { mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Every file below a folder, by path from there, as text. */
export function textsBelow(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** Every file and link below a folder, with the marks that `memoryFiles` reads. */
export function markedTextsBelow(folder: string): Readonly<Record<string, string>> {
  const links = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = Object.entries(textsBelow(folder)).map(([path, text]) => {
    const canBeExecuted = (statSync(join(folder, path)).mode & 0o111) !== 0;
    return [canBeExecuted ? `${path}*` : path, text] as const;
  });
  return Object.fromEntries([
    ...texts,
    ...links.map((link) => [`${relative(folder, link)}@`, readlinkSync(link)] as const),
  ]);
}

/** Writes files by their paths below a folder; shell scripts can be executed. */
export function writeTexts(folder: string, texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: path.endsWith('.sh') ? 0o755 : 0o644 });
  }
}
