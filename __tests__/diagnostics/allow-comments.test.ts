import { readAllowances } from '../../src/diagnostics/allow-comments.ts';
import { filePath } from '../../src/source/span.ts';

function read(text: string) {
  return readAllowances({ path: filePath('a.yaml'), text }).map(({ rule, at, reason, comment, lines }) => ({
    rule,
    at: text.slice(at.start, at.end),
    reason,
    comment: text.slice(comment.start, comment.end),
    lines: [lines.first, lines.last],
  }));
}

describe('readAllowances', () => {
  test('reads rules and reason', () => {
    expect(read('a: b\n  # pw-check: allow one, two -- because -- of it\nc: d\n')).toEqual([
      {
        rule: 'one',
        at: 'one',
        reason: 'because -- of it',
        comment: '# pw-check: allow one, two -- because -- of it',
        lines: [2, 3],
      },
      {
        rule: 'two',
        at: 'two',
        reason: 'because -- of it',
        comment: '# pw-check: allow one, two -- because -- of it',
        lines: [2, 3],
      },
    ]);
  });

  test('reads a comment behind something for its own line alone', () => {
    expect(read('a: b # pw-check:allow one -- why\r\nc: d\r\n')).toEqual([
      { rule: 'one', at: 'one', reason: 'why', comment: '# pw-check:allow one -- why', lines: [1, 1] },
    ]);
  });

  test.each([
    ['# pw-check: allow one --', undefined],
    ['# pw-check: allow one', undefined],
    ['# pw-check: allow one --x', undefined],
    ['# pw-check: allow one -- ok', 'ok'],
    ['#pw-check: allow one -- ok', 'ok'],
    ['#   pw-check: allow one -- ok', 'ok'],
  ])('takes the reason of %j', (text, reason) => {
    expect(read(text)[0]?.reason).toBe(reason);
  });

  test.each([
    '# pw-check: allowing one',
    'pw-check: allow one',
    'a#pw-check: allow one',
    '# pw-check: deny one',
  ])('finds none in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('keeps a comment that names no rule', () => {
    expect(read('# pw-check: allow\n').map(({ rule, at }) => [rule, at])).toEqual([
      ['', '# pw-check: allow'],
    ]);
  });
});

describe('a comment on a line of its own', () => {
  const comment = '  # pw-check: allow some-rule --   a reason  ';

  test.each([
    ['the next line', ['echo', 'more'], 3],
    ['the first line after blank ones and other comments', ['', '  ', '# why', '\t#', 'echo', 'more'], 7],
    ['a command with all of its continued lines', ['echo \\', '  one \\', '  two', 'more'], 5],
    ['a line that ends in one backslash after an escaped one', ['echo \\\\\\', '  two', 'more'], 4],
    ['a line of one backslash', ['\\', 'echo', 'more'], 4],
    ['no further line after an escaped backslash', ['echo \\\\', 'more'], 3],
    ['no further line after a backslash inside', ['echo \\n', 'more'], 3],
    ['what there is, at the end of a file', ['echo \\'], 3],
    ['itself, where nothing follows', [], 2],
    ['the end, where only blank lines follow', ['', ''], 4],
    ['the last line, where that says something', ['', 'echo'], 4],
  ])('speaks for %s', (_, after, last) => {
    const text = ['before', comment, ...after].join('\n');
    expect(read(text)).toMatchObject([{ lines: [2, last], reason: 'a reason' }]);
  });
  test('names no rule where the reason stands at once', () => {
    expect(read('# pw-check: allow -- why\n')).toMatchObject([{ rule: '', reason: 'why' }]);
    expect(read('# pw-check: allow --\n')).toMatchObject([{ rule: '', reason: undefined }]);
  });
});
