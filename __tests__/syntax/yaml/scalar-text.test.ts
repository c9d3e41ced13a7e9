import fc from 'fast-check';
import { parseDocument, visit } from 'yaml';
import { filePath } from '../../../src/source/span.ts';
import { parseYaml } from '../../../src/syntax/yaml/parse-yaml.ts';
import type { YamlNode, YamlScalar } from '../../../src/syntax/yaml/tree.ts';

const path = filePath('workflow.yaml');

function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'sequence') return node.items.flatMap((item) => scalarsOf(item));
  return node.pairs.flatMap((pair) => [pair.key, ...scalarsOf(pair.value)]);
}

function textUnder(text: string, key = 'a'): YamlScalar {
  const { root, faults } = parseYaml({ path, text });
  expect(faults).toEqual([]);
  const pair = root?.kind === 'map' ? root.pairs.find((one) => one.key.value === key) : undefined;
  if (pair?.value?.kind !== 'scalar') throw new Error(`no scalar under ${key}`);
  return pair.value;
}

/** Where a part of a scalar's text stands in the file. */
function sliceOf(text: string, part: string): string {
  const scalar = textUnder(text);
  const start = scalar.text.text.indexOf(part);
  expect(start).toBeGreaterThanOrEqual(0);
  const span = scalar.text.spanOf(start, start + part.length);
  return text.slice(span.start, span.end);
}

describe('the text of a scalar', () => {
  test.each([
    ['plain', 'a: x ${{ b }} y\n', 'plain', 'x ${{ b }} y'],
    ['plain over lines', 'a: x\n  ${{ b }}\n\n  y\nc: d\n', 'plain', 'x ${{ b }}\ny'],
    ['single-quoted', "a: 'it''s ${{ b }}'\n", 'single-quoted', "it's ${{ b }}"],
    ['single-quoted over lines', "a: 'x\n  ${{ b }} '\n", 'single-quoted', 'x ${{ b }} '],
    ['double-quoted', 'a: "x\\n\\u00e9\\x41\\U0001F600 ${{ b }}"\n', 'double-quoted', 'x\néA😀 ${{ b }}'],
    ['double-quoted over lines', 'a: "x \\\n  y\n\n  ${{ b }}"\n', 'double-quoted', 'x y\n${{ b }}'],
    ['literal', 'a: |\n  x\n    ${{ b }}\n\n  y\n', 'literal', 'x\n  ${{ b }}\n\ny\n'],
    ['literal, stripped', 'a: |-\n  x\n  ${{ b }}\n\nc: d\n', 'literal', 'x\n${{ b }}'],
    ['literal, kept', 'a: |+\n  ${{ b }}\n\nc: d\n', 'literal', '${{ b }}\n\n'],
    ['literal, with an indicator', 'a: |1\n   x ${{ b }}\n', 'literal', '  x ${{ b }}\n'],
    ['folded', 'a: >\n  x\n  ${{ b }}\n\n  y\n    z\n  w\n', 'folded', 'x ${{ b }}\ny\n  z\nw\n'],
    ['folded, stripped, with an indicator', 'a: >2-\n    x\n  ${{ b }}\n', 'folded', '  x\n${{ b }}'],
  ])('is decoded with its origins: %s', (_name, text, style, expected) => {
    for (const variant of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, `n: 😀\n${text}`]) {
      const scalar = textUnder(variant);
      expect([scalar.style, scalar.text.text]).toEqual([style, expected]);
      expect(sliceOf(variant, '${{ b }}')).toBe('${{ b }}');
    }
  });

  test('maps an escape to all of its characters', () => {
    expect(sliceOf('a: "x\\u00e9y"\n', 'é')).toBe('\\u00e9');
    expect(sliceOf("a: 'x''y'\n", "'")).toBe("''");
    expect(sliceOf('a: >\n  x\n  y\n', 'x y')).toBe('x\n  y');
  });

  test('is the value that the yaml package reads, for any text that it accepts', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        '${{ b }}',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\r\n',
        '\t',
        '😀',
        "''",
        '\\n',
        '\\\n',
        'é',
        '#',
        ': ',
        '-',
      ],
    );
    const head = fc.constantFrom(
      '',
      '"',
      "'",
      '|\n  ',
      '>\n  ',
      '|-\n  ',
      '>+\n  ',
      '|2\n  ',
      '>1-\n  ',
      '|+\n',
    );
    fc.assert(
      fc.property(head, fc.array(piece, { maxLength: 14 }), (start, pieces) => {
        const inside = pieces.join('').replaceAll('\n', '\n  ');
        const text = `a: ${start}${inside}${start.length === 1 ? start : ''}\nb: c\n`;
        const document = parseDocument(text, { schema: 'core' });
        fc.pre(document.errors.length === 0);
        const values: unknown[] = [];
        visit(document, { Scalar: (_key, node) => void (node.source !== '' && values.push(node.value)) });
        const found = scalarsOf(parseYaml({ path, text }).root);
        // A quoted empty string is a scalar to us and has an empty source there.
        expect(found.map((scalar) => scalar.value).filter((value) => value !== '')).toEqual(
          values.filter((value) => value !== ''),
        );
        for (const scalar of found) {
          const { start: from, end } = scalar.text.spanOf(0, scalar.text.text.length);
          expect(from).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
