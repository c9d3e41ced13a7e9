/** Puts path parts together; an absolute part starts anew, `.` and `..` are worked out. */
export function joinPath(...parts: readonly string[]): string {
  const joined = parts.reduce((before, part) => (part.startsWith('/') ? part : `${before}/${part}`), '');
  const names: string[] = [];
  for (const name of joined.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

/** A path relative to a folder above it, or `undefined` when it is not below that folder. */
export function pathBelow(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
