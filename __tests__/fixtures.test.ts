import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../src/lint/configuration/configuration.ts';
import { readConfiguration } from '../src/lint/configuration/read-configuration.ts';
import { dataOf } from '../src/lint/configuration/shapes.ts';
import { lintWorkspace } from '../src/lint/lint.ts';
import { openWorkspace } from '../src/model/workspace.ts';
import { memoryFiles } from '../src/rules/examples/memory-files.ts';
import { rules } from '../src/rules/index.generated.ts';
import { filePath } from '../src/source/span.ts';
import { parseYaml } from '../src/syntax/yaml/parse-yaml.ts';
import { valueAt } from '../src/syntax/yaml/tree.ts';
import { markedTextsBelow } from './support/folder-files.ts';
import { renderedFindings } from './support/rendered-findings.ts';

const root = '__tests__/fixtures/lint';
const cases = existsSync(root) ? readdirSync(root).sort() : [];

/** `npm test -- -u` accepts what was found. */
const accepts =
  (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot ===
  'all';

/** What a case may ask for in `case.yaml`. */
interface Case {
  readonly why: string;
  readonly paths: readonly string[];
  /** Changes that a text file under version control would not keep. */
  readonly lineBreaks: 'lf' | 'crlf';
  readonly configuration: Configuration | undefined;
}

function readCase(folder: string): Case {
  const path = join(folder, 'case.yaml');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '{}';
  const { root: tree, faults } = parseYaml({ path: filePath(path), text });
  expect(faults).toEqual([]);
  const data = dataOf(tree) as Partial<Omit<Case, 'configuration'>>;
  const own = valueAt(tree, 'configuration');
  const configuration =
    own === undefined
      ? undefined
      : readConfiguration(
          { path: filePath(path), text: JSON.stringify(dataOf(own)) },
          rules.map((rule) => rule.meta.id),
        );
  expect(configuration?.faults ?? []).toEqual([]);
  return {
    why: data.why ?? '',
    paths: data.paths ?? [],
    lineBreaks: data.lineBreaks ?? 'lf',
    configuration: configuration?.configuration,
  };
}

describe.each(cases)('%s', (name) => {
  const folder = join(root, name);

  test('finds what is expected', async () => {
    const one = readCase(folder);
    const marked = Object.fromEntries(
      Object.entries(markedTextsBelow(join(folder, 'workspace'))).map(([path, text]) => [
        path,
        one.lineBreaks === 'crlf' ? text.replaceAll('\n', '\r\n') : text,
      ]),
    );
    const files = memoryFiles(marked);
    const texts = Object.fromEntries(
      files.paths.map((path) => {
        const content = files.read(path);
        return [path, content.kind === 'text' ? content.text : ''];
      }),
    );
    const { workspace, problems } = openWorkspace(files, { paths: one.paths });
    expect(problems).toEqual([]);
    const result = await lintWorkspace(workspace, { configuration: one.configuration });
    for (const { at } of result.diagnostics) {
      expect([
        at.file,
        0 <= at.start && at.start <= at.end && at.end <= (texts[at.file] ?? '').length,
      ]).toEqual([at.file, true]);
    }
    const found = renderedFindings(result, texts);
    const expectedPath = join(folder, 'expected.txt');
    const actualPath = join(folder, 'actual.txt');
    const expected = existsSync(expectedPath) ? readFileSync(expectedPath, 'utf8') : undefined;
    if (accepts) writeFileSync(expectedPath, found);
    else if (found !== expected) {
      writeFileSync(actualPath, found);
      expect(found).toBe(expected ?? 'expected.txt is missing; accept what was found with: npm test -- -u');
    }
    rmSync(actualPath, { force: true });
  });
});

const legal = cases.filter((name) => name.startsWith('legal-'));

describe('what only looks wrong', () => {
  test.each(legal)('is no error: %s', (name) => {
    const expected = readFileSync(join(root, name, 'expected.txt'), 'utf8');
    expect(expected.match(/^\S+:\d+:\d+ error .*$/gm) ?? []).toEqual([]);
  });
});
