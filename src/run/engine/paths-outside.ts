import type { RepositoryFiles } from '../../ports/repository-files.ts';
import type { RunFiles } from '../../ports/run-files.ts';
import type { FilePath } from '../../source/span.ts';

const mostTexts = 200;
const mostPaths = 2000;

/** An absolute path as scripts write it; what follows a variable, a `~` or another path is none. */
const absolute = /(?<![\w$}~.*/:-])\/[\w.+-]+(?:\/[\w.+-]+)*/g;

/** Where a path means no file that could be left. */
const notOnDisk = /^\/(?:dev|proc|sys)(?:\/|$)/;

/**
 * The paths that the workflow and the scripts of a repository name and that this machine does not have: one that is there
 * after the run was left by it, wherever it is. Of `/tools/bin/x` the first part that is missing, here `/tools`.
 *
 * @param workflow the workflow's own file; its folder's files are read, and all shell scripts
 */
export function absentPaths(
  repository: RepositoryFiles,
  files: RunFiles,
  workflow: FilePath,
): ReadonlySet<string> {
  const folder = workflow.slice(0, workflow.lastIndexOf('/') + 1);
  const texts = repository.paths
    .filter((path) => path === workflow || path.endsWith('.sh') || (folder !== '' && path.startsWith(folder)))
    .slice(0, mostTexts)
    .flatMap((path) => {
      const content = repository.read(path);
      return content.kind === 'text' ? [content.text] : [];
    });
  const named = new Set(texts.flatMap((text) => text.match(absolute) ?? []));
  const markers = ['/job.started', '/HOSTNAME', '/SESSION_PORT'];
  return new Set(
    [...markers, ...[...named].slice(0, mostPaths)]
      .filter((path) => !notOnDisk.test(path) && !path.includes('/../'))
      .flatMap((path) => firstMissing(files, path) ?? []),
  );
}

function firstMissing(files: RunFiles, path: string): string | undefined {
  const parts = path.split('/').slice(1);
  for (let count = 1; count <= parts.length; count++) {
    const part = `/${parts.slice(0, count).join('/')}`;
    if (files.kindOf(part) === 'missing') return part;
  }
  return undefined;
}
