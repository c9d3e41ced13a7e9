import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** The files through which a step sets what later steps of its job get, by the variable that names each. */
const variables = [
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
] as const;

/**
 * Remembers these files as they are; the result puts back what has been changed since and gives the variables of those
 * files. The scripts of a run are not told where they lie, but find them if they look for them.
 */
export function rememberCommandFiles(
  environment: Readonly<Record<string, string | undefined>>,
): () => readonly string[] {
  const before = variables.flatMap((variable) => {
    const path = environment[variable];
    const content = path ? contentOf(path) : undefined;
    return path && content !== undefined ? [{ variable, path, content }] : [];
  });
  return () =>
    before
      .filter(({ path, content }) => contentOf(path)?.equals(content) !== true)
      .map(({ variable, path, content }) => {
        // What stands there now may be a link to something that is not ours to write to.
        rmSync(path, { recursive: true, force: true });
        writeFileSync(path, content);
        return variable;
      });
}

function contentOf(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : undefined;
}
