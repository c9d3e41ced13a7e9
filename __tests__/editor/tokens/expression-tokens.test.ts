import { expressionTokens } from '../../../src/editor/tokens/expression-tokens.ts';
import { atCaret } from '../at-caret.ts';

function tokens(repository: Parameters<typeof atCaret>[0]): readonly (readonly [string, string])[] {
  const { reading, path, texts } = atCaret(repository);
  const text = texts.get(path) ?? '';
  return expressionTokens(reading, path).map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
}

test('the words of an expression have colours, and nothing else has', () => {
  expect(
    tokens(`jobs:
  one:
    if: \${{ success() && inputs.a.b == 'x' }}
    steps:
      # \${{ inputs.comment }}
      - run: ||
          echo "$HOME" # \u{1F600} \${{ always }} \${{ inputs.n > 1 }}|
`),
  ).toEqual([
    ['operator', '${{'],
    ['function', 'success'],
    ['operator', '&&'],
    ['namespace', 'inputs'],
    ['property', 'a'],
    ['property', 'b'],
    ['operator', '=='],
    ['string', "'x'"],
    ['operator', '}}'],
    ['operator', '${{'],
    ['keyword', 'always'],
    ['operator', '}}'],
    ['operator', '${{'],
    ['namespace', 'inputs'],
    ['property', 'n'],
    ['operator', '>'],
    ['number', '1'],
    ['operator', '}}'],
  ]);
});

test('a script has no colours of ours', () => {
  expect(
    tokens({ 'workflows/demo/workflow.yaml': 'jobs: {}\n', 'workflows/demo/start.sh': 'echo "$HOME|"\n' }),
  ).toEqual([]);
});
