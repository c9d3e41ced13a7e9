import type { FilePath } from '../source/span.ts';
import { nameOf } from './read-workflow.ts';

/**
 * A name for each of several workflow files, no two alike: their own names, and of files that share one, such as
 * `a/general.yaml` and `b/general.yaml`, the folders above with it, as many as it takes (`a-general`, `b-general`).
 */
export function distinctNames(paths: readonly FilePath[]): ReadonlyMap<FilePath, string> {
  const names = new Map(paths.map((path) => [path, nameOf(path)]));
  const most = Math.max(0, ...paths.map((path) => path.split('/').length));
  for (let folders = 1; folders < most; folders++) {
    const shared = sharedNames([...names.values()]);
    if (shared.size === 0) break;
    for (const [path, name] of names) {
      if (shared.has(name)) names.set(path, nameWithFolders(path, folders));
    }
  }
  return names;
}

function sharedNames(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

function nameWithFolders(path: FilePath, folders: number): string {
  const above = path.split('/').slice(0, -1);
  const own = nameOf(path);
  const rest = own === above.at(-1) ? above.slice(0, -1) : above;
  return [...rest.slice(-folders), own].join('-');
}
