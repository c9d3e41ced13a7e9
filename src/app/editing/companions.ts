import { isYamlPath } from '../../base/yaml-path.ts';
import { pathIn } from '../../model/read-workflow.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';

/** How many workflows a script that they share is read with; what it must do is mostly the same for all of them. */
const mostCompanions = 3;
/** How many files are searched for the names of scripts. */
const mostSearched = 5_000;

/**
 * The workflows that a script is read with: the one beside it, else the first of those that name it, or that name a script
 * which does. Finding every workflow that uses it takes seconds in a large repository, which is too long after each key.
 */
export function companionsOf(script: FilePath, files: RepositoryFiles): readonly FilePath[] {
  const own = workflowBeside(script, files);
  if (own !== undefined) return [own];
  const candidates = files.paths.filter(isReadable).slice(0, mostSearched);
  const found = new Set<FilePath>();
  const seen = new Set<FilePath>([script]);
  const open = [script];
  for (let used = open.shift(); used !== undefined; used = open.shift()) {
    const name = used.slice(used.lastIndexOf('/') + 1);
    for (const path of candidates) {
      if (found.size >= mostCompanions) return [...found];
      if (seen.has(path) || !textOf(path, files).includes(name)) continue;
      seen.add(path);
      const workflow = isYamlPath(path) ? path : workflowBeside(path, files);
      if (workflow === undefined) open.push(path);
      else if (/^['"]?jobs['"]?[ \t]*:/m.test(textOf(workflow, files))) found.add(workflow);
    }
  }
  return [...found];
}

function workflowBeside(script: FilePath, files: RepositoryFiles): FilePath | undefined {
  const folder = filePath(script.split('/').slice(0, -1).join('/'));
  return ['workflow.yaml', 'workflow.yml']
    .map((name) => pathIn(folder, name))
    .find((path) => files.kindOf(path) === 'file');
}

/** Whether a file may be a workflow or a script; hidden folders are other systems'. */
function isReadable(path: FilePath): boolean {
  return (isYamlPath(path) || /\.(?:sh|bash)$/.test(path)) && !/(?:^|\/)\./.test(path);
}

function textOf(path: FilePath, files: RepositoryFiles): string {
  const content = files.read(path);
  return content.kind === 'text' ? content.text : '';
}
