import { globs } from '../../base/glob.ts';

/** Files from which a glob is worth more than their names. */
const fewest = 3;

/**
 * Globs that select exactly these workflows among the YAML files of a repository: one for each folder of files, or of
 * folders with a file of the same name, that has several of them and nothing else; the others by their paths.
 *
 * @param files every file of the repository
 */
export function workflowGlobs(workflows: readonly string[], files: readonly string[]): readonly string[] {
  const wanted = new Set(workflows);
  const chosen: string[] = [];
  const left = new Set(workflows);
  for (const candidate of candidates(workflows)) {
    const isMatch = globs([candidate]);
    const matching = files.filter(isMatch);
    const fresh = matching.filter((path) => left.has(path));
    const least = candidate === 'workflows/*/workflow.yaml' ? 1 : fewest;
    if (fresh.length < least || matching.some((path) => !wanted.has(path))) continue;
    chosen.push(candidate);
    for (const path of fresh) left.delete(path);
  }
  return [...chosen, ...[...left].sort()];
}

/** Globs for the folders of files, those that may match most first. */
function candidates(workflows: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of workflows) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    const ending = /\.ya?ml$/i.exec(name)?.[0] ?? '';
    const above = parts.slice(0, -1);
    const forms = [
      [...above, '*', name],
      [...above, '*', `*${ending}`],
      [...parts, `*${ending}`],
    ];
    for (const form of parts.length === 0 ? forms.slice(2) : forms) {
      const glob = form.join('/');
      counts.set(glob, (counts.get(glob) ?? 0) + 1);
    }
  }
  const stars = (glob: string): number => glob.split('*').length;
  return [...counts]
    .sort(([left, a], [right, b]) => b - a || stars(left) - stars(right) || (left < right ? -1 : 1))
    .map(([glob]) => glob);
}
