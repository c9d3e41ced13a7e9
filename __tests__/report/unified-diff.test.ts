import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/report/unified-diff.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patch-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What each program makes of a file with the patch of it. */
function applied(path: string, before: string, after: string): readonly string[] {
  const patch = unifiedDiff(path, before, after);
  return [
    ['git', 'apply', '--whitespace=nowarn', '-'],
    ['patch', '--binary', '--silent', '-p1'],
  ].map(([command = '', ...words]) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, before);
    const ended = spawnSync(command, words, { cwd: folder, input: patch, encoding: 'utf8' });
    if (ended.status !== 0) throw new Error(`${command}: ${ended.stderr}${ended.stdout}\n${patch}`);
    return readFileSync(file, 'utf8');
  });
}

const line = fc.constantFrom('a', 'b', 'c: 1', '', '- d', '+e', '\\ f', '\tg', '  h', '--- i', '@@', 'ü€😀');
const text = fc
  .tuple(
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n')), { minLength: 1, maxLength: 25 }),
    fc.constantFrom('', '', 'the last line without an end', 'carriage return\r'),
  )
  .map(([lines, end]) => lines.map((one) => one.join('')).join('') + end);
const edit = fc.record({ at: fc.nat(), removed: fc.nat(3), put: fc.array(line, { maxLength: 3 }) });

function edited(
  before: string,
  edits: readonly { readonly at: number; readonly removed: number; readonly put: readonly string[] }[],
): string {
  let lines = before.split(/(?<=\n)/);
  for (const { at, removed, put } of edits) {
    lines = lines.toSpliced(at % (lines.length + 1), removed, ...put.map((one) => `${one}\n`));
  }
  // An empty file would be removed by `patch`, and no repair makes one.
  return lines.join('') || 'all gone\n';
}

test('git and patch make of the old text the new one, whatever was edited', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), (before, edits) => {
      const after = edited(before, edits);
      if (after === before) return;
      expect(applied('workflows/a/workflow.yaml', before, after)).toEqual([after, after]);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['the last line changes', 'a\nb\nc\n', 'a\nb\nd\n'],
  ['the last line has no end', 'a\nb\nc', 'a\nb\nd'],
  ['the last line gets an end', 'a\nb', 'a\nb\n'],
  ['the last line loses its end', 'a\nb\n', 'a\nb'],
  ['an end that windows writes', 'a\r\nb\r\n', 'a\r\nc\r\n'],
  ['a mark of byte order', '\ufeffa\nb\n', '\ufeffa\nc\n'],
])('%s', (_, before, after) => {
  expect(applied('x.yaml', before, after)).toEqual([after, after]);
});

test.each(['with blank/work flow.yaml', 'ümlaut/workflow.yaml', 'quote"d/workflow.yaml'])(
  'a path such as %s is found',
  (path) => {
    expect(applied(path, 'a\n', 'b\n')).toEqual(['b\n', 'b\n']);
  },
);

test('equal texts have no difference', () => {
  expect(unifiedDiff('a', 'b\n', 'b\n')).toBe('');
});
