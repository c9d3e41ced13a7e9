import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The JSON files in a folder of the workspace, or the file itself; what is not there is left for its reader to refuse. */
export function reportsIn(path: string, workspace: string): readonly string[] {
  const absolute = resolve(workspace, path);
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(absolute)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(absolute, name));
}
