import { isEnvironment } from '../../analysis/environment/needed-variables.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';

/** Whether a command sources a file from elsewhere, which may define any function. */
export function readsForeignFile({ program, words: [word] }: ShellCommand, files: RepositoryFiles): boolean {
  if (program !== 'source' && program !== '.') return false;
  const name = (word?.text ?? '').replaceAll(/["']/g, '');
  const base = name.slice(name.lastIndexOf('/') + 1);
  // what the workflow writes there are the values of the form
  if (isEnvironment(name) || /^inputs\.(sh|env)$/.test(base)) return false;
  return !files.paths.some((path) => path === base || path.endsWith(`/${base}`));
}

/** Whether any script of the repository may define the name as a function or an alias, or is a file of that name. */
export function isDefined(name: string, files: RepositoryFiles): boolean {
  const definition = new RegExp(
    `(?<![\\w-])${escapePattern(name)}\\s*\\(\\)|\\bfunction\\s+${escapePattern(name)}\\b|\\balias\\s+${escapePattern(name)}=`,
  );
  return files.paths.some((path) => {
    if (path.endsWith(`/${name}`) || path === name) return true;
    const content = files.read(path);
    return content.kind === 'text' && definition.test(content.text);
  });
}
