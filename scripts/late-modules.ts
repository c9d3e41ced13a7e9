import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Modules that the bundle evaluates when one of their functions is called for the first time, with all that only they
 * import. A lint of a sound workflow calls none of them; to evaluate them took a tenth of its time.
 */
const lateModules: readonly string[] = [
  'analysis/shell/interpreter/interpret',
  'app/changes/affected-workflows',
  'app/changes/find-changes',
  'app/repair',
  'app/run-workflows',
  'facts/sections',
  'lint/read-configuration',
  'report/html/html',
  'report/junit/junit',
  'report/markdown/markdown',
  'syntax/yaml/thorough-reader',
];

/**
 * Puts a small module in the place of each late one, which asks for the real one when it is called. That changes
 * nothing else: no module of this project does anything when it is evaluated but make what it exports.
 *
 * @param sources the folder of the compiled sources, which are changed
 * @param names the modules, without their ending
 * @throws when a module exports anything but functions: a value could not be made later
 */
export function makeLate(sources: string, names: readonly string[] = lateModules): void {
  for (const name of names) {
    const path = join(sources, `${name}.js`);
    const stand = standIn(name, readFileSync(path, 'utf8'));
    renameSync(path, join(sources, `${name}.late.js`));
    writeFileSync(path, stand);
  }
}

/** The text of the small module. */
function standIn(name: string, code: string): string {
  const functions = [...code.matchAll(/^export (?:async )?function\*? ?(\w+)/gm)].map(([, one = '']) => one);
  if (functions.length === 0 || functions.length !== code.match(/^export\b/gm)?.length)
    throw new Error(`${name} cannot be evaluated late: it must export functions, and nothing else`);
  const calls = functions.map(
    (one) => `export function ${one}(...given) { return late().${one}(...given); }\n`,
  );
  return `let known;\nconst late = () => (known ??= require('./${basename(name)}.late.js'));\n${calls.join('')}`;
}
