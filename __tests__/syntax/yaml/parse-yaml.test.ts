import fc from 'fast-check';
import { applyEdits } from '../../../src/lint/edits.ts';
import { unmark } from '../../../src/rules/examples/marks.ts';
import { filePath } from '../../../src/source/span.ts';
import { parseYaml } from '../../../src/syntax/yaml/parse-yaml.ts';
import { pairOf, textOf, valueAt } from '../../../src/syntax/yaml/tree.ts';

const path = filePath('workflow.yaml');

describe('parseYaml', () => {
  test('reads maps, sequences and scalars with their places', () => {
    const text = 'a: 1\nb:\n  - x\n  -\n  - {c: "d"}\ne:\n';
    const { root, faults, comments } = parseYaml({ path, text });
    expect([faults, comments]).toEqual([[], []]);
    expect(root?.kind === 'map' && root.pairs.map((pair) => pair.key.text.text)).toEqual(['a', 'b', 'e']);
    expect(pairOf(root, 'e')?.value).toBeUndefined();
    const list = valueAt(root, 'b');
    expect(list && text.slice(list.span.start, list.span.end)).toBe('- x\n  -\n  - {c: "d"}');
    expect(list?.kind === 'sequence' && list.items.length).toBe(3);
    expect(list?.kind === 'sequence' && list.items[1]).toBeUndefined();
    const flow = list?.kind === 'sequence' ? list.items[2] : undefined;
    expect(flow && text.slice(flow.span.start, flow.span.end)).toBe('{c: "d"}');
    expect(textOf(valueAt(flow, 'c'))).toBe('d');
  });

  test('keeps the types of YAML 1.2 scalars and the text beside them', () => {
    const { root } = parseYaml({ path, text: 'a: 010\nb: yes\nc: true\nd: ~\ne: "1"\nf: 1.50\n' });
    expect(
      root?.kind === 'map' && root.pairs.map((pair) => pair.value?.kind === 'scalar' && pair.value.value),
    ).toEqual([10, 'yes', true, null, '1', 1.5]);
    expect(textOf(valueAt(root, 'f'))).toBe('1.50');
  });

  test('keeps comments, not what looks like one inside a text', () => {
    const text = '# one\na: b # two\nc: |\n  # no\nd: "# no"\n';
    const { comments } = parseYaml({ path, text });
    expect(comments.map(({ span }) => text.slice(span.start, span.end))).toEqual(['# one', '# two']);
  });

  test('replaces aliases by what they name', () => {
    const { root, faults } = parseYaml({ path, text: 'a: &x {k: v}\nb: *x\n' });
    expect(faults).toEqual([]);
    expect(textOf(valueAt(valueAt(root, 'b'), 'k'))).toBe('v');
  });

  test.each([
    ['a: &x {k: v, l: w}\nc:\n  <<: *x\n', { k: 'v', l: 'w', '<<': undefined }],
    ['a: &x {k: v, l: w}\nc:\n  l: own\n  <<: *x\n', { k: 'v', l: 'own' }],
    ['a: &x {k: v}\nb: &y {k: u, m: n}\nc: {<<: [*x, *y]}\n', { k: 'v', m: 'n' }],
    ['c: {<<: {k: v}, l: w}\n', { k: 'v', l: 'w' }],
    ['c:\n  <<: text\n', { '<<': 'text' }],
  ])('puts what a merge key brings in its place: %j', (text, expected) => {
    const { root, faults } = parseYaml({ path, text });
    expect(faults).toEqual([]);
    for (const [key, value] of Object.entries(expected)) {
      expect(textOf(valueAt(valueAt(root, 'c'), key))).toBe(value);
    }
  });
});

describe('a fault of YAML', () => {
  test.each([
    ['a: «b: c»\n', 'the value "b: c" has ": " in it, which YAML reads as another key'],
    [
      'a: «${{ x ? y : z }}» # why\n',
      'the value "${{ x ? y : z }}" has ": " in it, which YAML reads as another key',
    ],
    ['a:\n«\t»b: c\n', 'a tab is used for indentation'],
    ['a: «"foo»\nb: c\n', 'this value is opened with " and never closed'],
    ['a: «"foo»\nb: "bar"\n', 'the " that opens here closes in the middle of another value, on line 2'],
    ['a: «[»1, 2\nb: c\n', '"[" is opened here and never closed'],
    [
      'a: 1\n  «b: 2»\n',
      'this line is indented as if it belonged to the line above, which already has a value',
    ],
    ['a:\n  b: 1\n «c: 2»\n', 'this line is indented by 1 blank, and the lines around it by 0 or 2'],
    ['a:\n  - b: 1\n   «c: 2»\n', 'this line is indented by 3 blanks, and the lines around it by 2 or 4'],
    ['a:\n  - b: 1\n «- c: 2»\n', 'this line is indented by 1 blank, and the lines around it by 0 or 2'],
    [
      'a:\n  b: |\n    one\n   «two»\n',
      'this line is indented by 3 blanks, less than the text above, which begins after "|" on line 2',
    ],
    ['a:\n«\t»- b: 1\n', 'a tab is used for indentation'],
    [
      'a:\n«<<<<<<< HEAD»\n  b: 1\n=======\n  b: 2\n>>>>>>> x\n',
      'a conflict of a merge was left in the file',
    ],
    ['if: «{{ x }}»\n', '"{{ x }}" is no expression: the "$" before it is missing'],
    ['if: «!inputs.a»\n', '"!inputs.a" is read as a tag of YAML, because it begins with "!"'],
    ['a: b\n«foo bar»\nc: d\n', '"foo bar" is not followed by a colon'],
    ['«a:b»\nc: d\n', 'there is no blank after the colon in "a:b"'],
    ['a: "x" «y»\n', '"y" stands after the quote that closes the value'],
    ["a: 'it'«s'»\n", '"s\'" stands after the quote that closes the value'],
    ['a: «@x»\n', 'a value cannot begin with "@" unless it is quoted'],
    ['a: «`x`»\n', 'a value cannot begin with "`" unless it is quoted'],
    ['a: "x«\\q»"\n', '"\\q" is not an escape that YAML knows'],
    [
      'a: [«${{ x }}»]\n',
      'an expression inside [ ] or { } must be quoted, because YAML reads its braces as a map',
    ],
    ['a: «- b»\n', 'a list cannot begin on the line of its key'],
    ['a: «*x»\n', 'the alias "*x" names no anchor above it'],
    ['a: &x [«*x»]\n', 'the alias "*x" stands inside the value that it repeats'],
    ['a: 1\n«a»: 2\n', 'the key "a" is written twice in one map'],
    ['a: 1\n«---»\nb: 2\n', 'the file holds 2 YAML documents, and only the first one is read'],
    ['a: "b"«#x»\n', 'a comment needs a blank before its "#"'],
    ['«{{ x }}»: 1\n', 'a key must be text, not a map or a list'],
    ['a: «]»\n', '"]" is not expected here'],
  ])('is told once and in its place: %j', (example, message) => {
    const { text, marks } = unmark(example);
    const { faults } = parseYaml({ path, text });
    expect(faults.map((fault) => [fault.message, fault.at.start, fault.at.end])).toEqual([
      [message, marks[0]?.start, marks[0]?.end],
    ]);
  });

  test.each([
    ['a: b: c\n', "a: 'b: c'\n"],
    ["a: it's: c\n", 'a: "it\'s: c"\n'],
    ['a: @x # why\n', "a: '@x' # why\n"],
    ['a:b\nc: d\n', 'a: b\nc: d\n'],
    ['a: "x\\q"\n', 'a: "x\\\\q"\n'],
    ['a: [${{ x }}]\n', "a: ['${{ x }}']\n"],
    ['if: {{ x }}\n', 'if: ${{ x }}\n'],
    ['a: [{{ x }}, b]\r\n', "a: ['${{ x }}', b]\r\n"],
    ['if: !inputs.a\n', 'if: ${{ !inputs.a }}\n'],
  ])('of %j is repaired to %j', (text, expected) => {
    const [fault] = parseYaml({ path, text }).faults;
    expect(applyEdits(text, fault?.fix?.edits ?? [])).toBe(expected);
    expect(parseYaml({ path, text: expected }).faults).toEqual([]);
  });

  test.each([
    ['block maps', Array.from({ length: 10_000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['flow lists', '['.repeat(10_000)],
    ['flow maps', '{a: '.repeat(10_000)],
    ['dashes', '- '.repeat(10_000)],
    ['question marks', '? '.repeat(10_000)],
  ])('names the limit for 10,000 levels of %s', (_name, text) => {
    const { faults } = parseYaml({ path, text });
    expect(faults.map((fault) => fault.message)).toEqual([
      'the file nests deeper than 200 levels, which is more than is read',
    ]);
  });

  test('stops an alias bomb', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 30; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    const { faults } = parseYaml({ path, text: lines.join('\n') });
    expect(faults.map((fault) => fault.message)).toEqual([
      'aliases repeat more than 10,000 values here, which is more than is read',
    ]);
  });

  test('keeps its place inside the file, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        ': ',
        ':',
        '\n',
        '\n  ',
        '\n    ',
        '- ',
        '"',
        "'",
        '|',
        '>',
        '[',
        ']',
        '{',
        '}',
        ',',
        '#',
        ' #',
        '&a ',
        '*a',
        '!',
        '%',
        '---\n',
        '...\n',
        '\t',
        '\r\n',
        '? ',
        '\\',
        '${{ b }}',
        '\uFEFF',
        '@',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          for (const { at, message } of parseYaml({ path, text }).faults) {
            expect([message, at.start >= 0 && at.start <= at.end && at.end <= text.length]).toEqual([
              message,
              true,
            ]);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
