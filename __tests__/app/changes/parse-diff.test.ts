import { isChangedLine } from '../../../src/app/changes/change.ts';
import { parseDiff, parsePatch } from '../../../src/app/changes/parse-diff.ts';

test('reads files and new lines', () => {
  const diff = [
    'diff --git a/utils/wait.sh b/utils/wait.sh',
    'index 1..2 100644',
    '--- a/utils/wait.sh',
    '+++ b/utils/wait.sh',
    '@@ -3 +3,2 @@ here',
    '-old',
    '+new',
    '+diff --git a/x b/x',
    '@@ -9,2 +10,0 @@',
    '-gone',
    '-@@ -1 +1 @@',
    'diff --git a/gone.sh b/gone.sh',
    'deleted file mode 100644',
    '@@ -1 +0,0 @@',
    '-x',
    '',
  ].join('\n');
  expect(parseDiff(diff)).toEqual([
    { path: 'utils/wait.sh', lines: [{ first: 3, last: 4 }] },
    { path: 'gone.sh', lines: [] },
  ]);
});

test('undoes the quoting of names', () => {
  const diff =
    'diff --git "a/caf\\303\\251 \\"x\\"\\n.sh" "b/caf\\303\\251 \\"x\\"\\n.sh"\n@@ -0,0 +1 @@\n+x\n';
  expect(parseDiff(diff)).toEqual([{ path: 'café "x"\n.sh', lines: [{ first: 1, last: 1 }] }]);
});

test('reads a name with blanks', () => {
  expect(parseDiff('diff --git a/a b/c.sh b/a b/c.sh\n').map((one) => one.path)).toEqual(['a b/c.sh']);
});

test('reads the patch of one file with its context', () => {
  const patch = '@@ -1,4 +1,5 @@\n one\n+two\n+three\n-old\n four\n+five\n\\ No newline at end of file';
  expect(parsePatch(patch)).toEqual([
    { first: 2, last: 3 },
    { first: 5, last: 5 },
  ]);
});

test('a file without known lines counts whole, one that is not listed not at all', () => {
  const isChanged = isChangedLine([
    { path: 'a', lines: [{ first: 2, last: 3 }] },
    { path: 'b', lines: undefined },
  ]);
  expect([isChanged('a', 1), isChanged('a', 3), isChanged('b', 99), isChanged('c', 1)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
