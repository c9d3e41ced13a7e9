import fc from 'fast-check';
import { mappedFile } from '../../../src/source/mapped-text.ts';
import { filePath } from '../../../src/source/span.ts';
import { bindings } from '../../../src/syntax/expression/operators.ts';
import { parseExpression } from '../../../src/syntax/expression/parse-expression.ts';
import { printExpression } from '../../../src/syntax/expression/print-expression.ts';
import type { BinaryOperator, Expression, PathPart } from '../../../src/syntax/expression/tree.ts';
import { outline } from './outline.ts';

const nowhere = { start: 0, end: 0 };
const operators = Object.keys(bindings) as BinaryOperator[];

const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,5}(-[a-z0-9]{1,3})?$/);
const reserved = new Set(['get', 'in', 'includes', 'true', 'false', 'null', 'index']);
const states = ['always', 'never', 'completed', 'error', 'canceled'] as const;
const word = name.filter((text) => !reserved.has(text) && !(states as readonly string[]).includes(text));

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie('expression');
  const part: fc.Arbitrary<PathPart> = fc.oneof(
    { weight: 4, arbitrary: name.map((text): PathPart => ({ kind: 'name', name: text, ...nowhere })) },
    { weight: 1, arbitrary: fc.constant<PathPart>({ kind: 'row-index', ...nowhere }) },
    {
      weight: 1,
      arbitrary: inner
        .filter((key) => !(key.kind === 'bareword' && key.value === 'index'))
        .map((key): PathPart => ({ kind: 'computed', key, ...nowhere })),
    },
  );
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.nat(1000).map((value): Expression => ({ kind: 'number', value, ...nowhere })),
    fc
      .tuple(
        fc.string().filter((text) => !text.includes('\\')),
        fc.constantFrom("'" as const, '"' as const),
      )
      .map(([value, quote]): Expression => ({ kind: 'string', value, quote, ...nowhere })),
    fc.boolean().map((value): Expression => ({ kind: 'boolean', value, ...nowhere })),
    fc.constant<Expression>({ kind: 'null', ...nowhere }),
    word.map((value): Expression => ({ kind: 'bareword', value, ...nowhere })),
    fc.constantFrom(...states).map((keyword): Expression => ({ kind: 'keyword', keyword, ...nowhere })),
  );
  const path = fc
    .tuple(fc.oneof(word, fc.constant('')), fc.array(part, { minLength: 1, maxLength: 3 }))
    .filter(([root, parts]) => root !== '' || parts[0]?.kind === 'name')
    .map(([root, parts]): Expression => ({ kind: 'path', root, rootRange: nowhere, parts, ...nowhere }));
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      path,
      fc.array(inner, { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items, ...nowhere })),
      inner.map((operand): Expression => ({ kind: 'not', operand, ...nowhere })),
      inner.map((operand): Expression => ({ kind: 'negate', operand, ...nowhere })),
      fc.tuple(fc.constantFrom(...operators), inner, inner).map(
        ([operator, left, right]): Expression => ({
          kind: 'binary',
          operator,
          operatorRange: nowhere,
          left,
          right,
          ...nowhere,
        }),
      ),
      fc.tuple(inner, inner, inner).map(
        ([condition, then, otherwise]): Expression => ({
          kind: 'ternary',
          condition,
          then,
          otherwise,
          ...nowhere,
        }),
      ),
      fc.tuple(inner, inner).map(([target, key]): Expression => ({ kind: 'get', target, key, ...nowhere })),
      fc
        .tuple(inner, fc.option(inner, { nil: undefined }), fc.option(inner, { nil: undefined }))
        .filter(([, from, to]) => from !== undefined || to !== undefined)
        .map(([target, from, to]): Expression => ({ kind: 'slice', target, from, to, ...nowhere })),
      fc.tuple(word, fc.array(inner, { maxLength: 2 })).map(
        ([called, items]): Expression => ({
          kind: 'call',
          name: called,
          nameRange: nowhere,
          arguments: items,
          ...nowhere,
        }),
      ),
    ),
  };
});

/** The outline without groups and without the choice of quotes, which printing may change. */
function shape(tree: Expression): string {
  return outline(tree).replaceAll(/[{}"']/g, '');
}

test('what the printer prints, the parser reads back', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const text = printExpression(tree);
      const { expression: again, faults } = parseExpression(mappedFile({ path: filePath('e'), text }));
      expect(faults.map((fault) => `${fault.message} in ${text}`)).toEqual([]);
      expect(again && shape(again)).toBe(shape(tree));
    }),
    { numRuns: 2000 },
  );
});

test('printing is stable: what was read back prints the same', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const text = printExpression(tree);
      const { expression: again } = parseExpression(mappedFile({ path: filePath('e'), text }));
      expect(again && printExpression(again)).toBe(text);
    }),
  );
});

test('any text gives a tree or one fault inside the text, never an exception', () => {
  const pieces = fc.constantFrom(
    ...[...operators, '?', ':', '(', ')', '[', ']', '.', ',', ' ', "'", '"', '\\', '$', '{', '}'],
    ...['inputs', 'get', 'index', 'always', '0', '1.5', '2x', 'a-b', 'é', '😀', '\n', '\u0000'],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (source) => {
      const parsed = parseExpression(mappedFile({ path: filePath('e'), text: source }));
      expect(parsed.faults).toHaveLength(parsed.expression === undefined ? 1 : 0);
      for (const { at } of parsed.faults) {
        expect(at.start).toBeLessThanOrEqual(at.end);
        expect(at.end).toBeLessThanOrEqual(source.length);
      }
    }),
    { numRuns: 3000 },
  );
});
