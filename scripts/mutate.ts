// Which changes of a file do its tests not notice? `npm run mutate -- FILE[:LINE-LINE]… [--tests GLOB…]`
//
// StrykerJS changes the named files in one place at a time and runs the tests of the folder that mirrors theirs, or those
// that `--tests` names; what survived is printed with the score of each floor.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/** The tests of a file of src/: those of the closest folder of `__tests__/` that mirrors one of its folders. */
function mirroredTests(file: string): string {
  for (let folder = dirname(file); folder !== 'src' && folder !== '.'; folder = dirname(folder)) {
    const mirror = folder.replace(/^src/, '__tests__');
    if (existsSync(mirror)) return `<rootDir>/${join(mirror, '**/*.test.ts')}`;
  }
  return '<rootDir>/__tests__/**/*.test.ts';
}

/** What became of the mutants of some files that have their tests in one place. */
async function mutate(files: readonly string[], tests: readonly string[]) {
  const stryker = new Stryker({
    mutate: [...files],
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    testRunnerNodeArgs: ['--experimental-vm-modules'],
    jest: { configFile: 'jest.config.js', enableFindRelatedTests: false, config: { testMatch: [...tests] } },
    coverageAnalysis: 'perTest',
    reporters: ['clear-text'],
    clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false },
    ignorePatterns: ['dist', 'docs', 'build'],
    // It would be read by the API of TypeScript, which version 7 does not have.
    tsconfigFile: 'none.json',
  });
  return stryker.runMutationTest();
}

function floorOf(file: string): string {
  return /^(?:.*\/)?src\/([^/]+)\//.exec(file)?.[1] ?? file;
}

async function main(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { tests: { type: 'string', multiple: true } },
  });
  if (positionals.length === 0) {
    console.error('usage: npm run mutate -- FILE[:LINE-LINE]… [--tests GLOB…]');
    return 2;
  }
  const places = new Map<string, string[]>();
  for (const file of positionals) {
    const tests = (values.tests ?? [mirroredTests(file)]).join('\n');
    places.set(tests, [...(places.get(tests) ?? []), file]);
  }
  const scores = new Map<string, { noticed: number; all: number }>();
  for (const [tests, files] of places) {
    for (const { fileName, status } of await mutate(files, tests.split('\n'))) {
      if (status === 'Ignored' || status === 'CompileError') continue;
      const score = scores.get(floorOf(fileName)) ?? { noticed: 0, all: 0 };
      score.all += 1;
      if (status !== 'Survived' && status !== 'NoCoverage') score.noticed += 1;
      scores.set(floorOf(fileName), score);
    }
  }
  for (const [floor, { noticed, all }] of scores)
    console.log(`${floor}: ${noticed} of ${all} changes noticed (${Math.round((100 * noticed) / all)} %)`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
