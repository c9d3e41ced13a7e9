// Writes every generated file of the repository, or compares them: `npm run generate`, `npm run generate -- --check`.
// `npm run generate -- --index` writes the list of rules alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assetModules } from './asset-modules.ts';
import { schemas, validators } from './compile-schemas.ts';
import { declarations } from './declarations.ts';
import { docsIndex } from './docs-index.ts';
import { extensionManifest } from './extension-manifest.ts';
import type { Generator } from './generated-files.ts';
import { manPage } from './man-page.ts';
import { referencePages } from './reference-pages.ts';
import { ruleDocs } from './rule-docs.ts';
import { ruleIndex } from './rule-index.ts';
import { usagePages } from './usage-pages.ts';

const loadRules = async () => (await import('../src/rules/index.generated.ts')).rules;

/** Every generator but the list of rules, which the others need compiled. Add a new one here. */
const generators: readonly Generator[] = [
  assetModules,
  ruleDocs(loadRules),
  schemas(loadRules),
  validators(loadRules),
  referencePages,
  usagePages(loadRules),
  docsIndex,
  manPage,
  declarations,
  extensionManifest,
];

interface Difference {
  readonly path: string;
  readonly expected: string | undefined;
}

async function differencesOf(root: string, generator: Generator): Promise<readonly Difference[]> {
  const files = await generator.files(root);
  const changed = Object.entries(files)
    .filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
    )
    .map(([path, expected]) => ({ path, expected }));
  return [...changed, ...leftOvers(root, generator, files)];
}

function leftOvers(
  root: string,
  { owns }: Generator,
  files: Readonly<Record<string, string>>,
): readonly Difference[] {
  if (owns === undefined || !existsSync(join(root, owns.folder))) return [];
  return readdirSync(join(root, owns.folder))
    .filter((name) => owns.endings.some((ending) => name.endsWith(ending)))
    .map((name) => `${owns.folder}/${name}`)
    .filter((path) => files[path] === undefined)
    .map((path) => ({ path, expected: undefined }));
}

function write(root: string, { path, expected }: Difference): void {
  const target = join(root, path);
  if (expected === undefined) {
    rmSync(target);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, expected);
}

async function main(words: readonly string[]): Promise<number> {
  const root = process.cwd();
  const checks = words.includes('--check');
  const index = await differencesOf(root, ruleIndex);
  if (!checks && index.length > 0) {
    for (const difference of index) write(root, difference);
    console.log('wrote src/rules/index.generated.ts');
    if (words.includes('--index')) return 0;
    // The rules are read from what was compiled before the list changed: compile again, then start over.
    const compiled = spawnSync('npm', ['run', '--silent', 'compile'], { cwd: root, stdio: 'inherit' });
    if (compiled.status !== 0) return 1;
    return spawnSync(process.execPath, process.argv.slice(1), { cwd: root, stdio: 'inherit' }).status ?? 1;
  }
  if (words.includes('--index')) return index.length;
  const differences = [...index];
  for (const generator of generators) differences.push(...(await differencesOf(root, generator)));
  for (const difference of differences) {
    if (!checks) write(root, difference);
    const word = difference.expected === undefined ? 'left over' : checks ? 'out of date' : 'wrote';
    console.log(`${!checks && difference.expected === undefined ? 'removed' : word} ${difference.path}`);
  }
  if (!checks || differences.length === 0) return 0;
  console.error('generated files differ; run: npm run generate');
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
