import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../src/diagnostics/finding.ts';
import { lintWorkspace } from '../src/lint/lint.ts';
import { openWorkspace } from '../src/model/workspace.ts';
import type { RepositoryFiles } from '../src/ports/repository-files.ts';
import { memoryFiles } from '../src/rules/examples/memory-files.ts';
import { lineIndex } from '../src/source/line-index.ts';
import type { FilePath } from '../src/source/span.ts';
import { type FaultCase, faultCases } from './support/fault-cases.ts';

/** How many lines a finding may stand away from the place that the case names. */
const tolerance = 3;

const cases = faultCases();
/** What does not hold yet, one a line: `found: CASE` or `silent: CASE`. The list only ever shrinks. */
const notYet = new Set(
  readFileSync('__tests__/fixtures/cases/not-yet.txt', 'utf8').split('\n').filter(Boolean),
);

interface Said {
  readonly where: string;
  readonly line: number;
  readonly words: string;
}

/** Warnings and errors about a repository; its scripts are named alone where it has no workflow. */
async function said(texts: Readonly<Record<string, string>>): Promise<readonly Said[]> {
  const files = memoryFiles(texts);
  const hasWorkflows = files.paths.some((path) => /\.ya?ml$/.test(path));
  return saidOf(files, hasWorkflows ? [] : files.paths);
}

async function saidOf(files: RepositoryFiles, paths: readonly FilePath[]): Promise<readonly Said[]> {
  const { workspace } = openWorkspace(files, { paths });
  const { diagnostics, faults } = await lintWorkspace(workspace);
  expect(faults).toEqual([]);
  return diagnostics.filter(({ severity }) => severity !== 'note').map((one) => placed(one, files));
}

function placed({ at, rule, message }: Diagnostic, files: RepositoryFiles): Said {
  const content = files.read(at.file);
  const { line } = lineIndex(content.kind === 'text' ? content.text : '').placeOf(at.start);
  return { where: at.file, line, words: `${rule}: ${message}` };
}

function isAt({ where, line }: Said, { places }: FaultCase): boolean {
  return places.some(
    ({ path, from, to }) => where === path && from - tolerance <= line && line <= to + tolerance,
  );
}

const byReading = cases.filter(({ seenBy }) => seenBy === 'lint' || seenBy === 'both');

/** Cases for a table of tests, without those of which it does not hold yet. */
function holding(what: 'found' | 'silent', all: readonly FaultCase[]) {
  return all.filter(({ name }) => !notYet.has(`${what}: ${name}`)).map((one) => [one.name, one] as const);
}

test.each(['field/23-login-shebang', 'field/25-tmux-ends', 'field/52-monorepo'])(
  'a script that is named alone is told what the whole repository is told about it: %s',
  async (name) => {
    for (const one of cases.filter((other) => other.name === name)) {
      for (const texts of [one.bad, one.good]) {
        const everything = await said(texts);
        const files = memoryFiles(texts);
        for (const path of files.paths.filter((other) => other.endsWith('.sh')))
          expect(await saidOf(files, [path])).toEqual(everything.filter(({ where }) => where === path));
      }
    }
  },
);

describe('what authors ship', () => {
  test.each(holding('found', byReading))('is found: %s', async (_, one) => {
    expect((await said(one.bad)).filter((finding) => isAt(finding, one))).not.toEqual([]);
  });

  test.each(holding('silent', cases))('is right when repaired: %s', async (_, one) => {
    expect(await said(one.good)).toEqual([]);
  });

  test('names only cases in the list of what does not hold yet', () => {
    const known = [
      ...byReading.map(({ name }) => `found: ${name}`),
      ...cases.map(({ name }) => `silent: ${name}`),
    ];
    expect([...notYet].filter((entry) => !known.includes(entry))).toEqual([]);
  });
});
