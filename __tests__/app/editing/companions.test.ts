import { companionsOf } from '../../../src/app/editing/companions.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { filePath } from '../../../src/source/span.ts';

const jobs = (run: string): string => `jobs:\n  one:\n    steps:\n      - run: ${run}\n`;
const many = Object.fromEntries(
  [1, 2, 3, 4, 5].map((at) => [`workflows/w${at}/workflow.yaml`, jobs('source utils/shared.sh')]),
);
const files = memoryFiles({
  ...many,
  'workflows/own/workflow.yaml': jobs('true'),
  'workflows/own/start.sh': 'source utils/first.sh\n',
  'utils/first.sh': 'source utils/second.sh\n',
  'utils/second.sh': '',
  'utils/shared.sh': '',
  'utils/nobody.sh': '',
  '.github/workflows/ci.yml': jobs('bash utils/nobody.sh'),
});

test.each([
  ['workflows/own/start.sh', ['workflows/own/workflow.yaml']],
  ['utils/first.sh', ['workflows/own/workflow.yaml']],
  ['utils/second.sh', ['workflows/own/workflow.yaml']],
  ['utils/nobody.sh', []],
])('%s is read with %j', (path, expected) => {
  expect(companionsOf(filePath(path), files)).toEqual(expected);
});

test('of many workflows that share a script the first are taken', () => {
  expect(companionsOf(filePath('utils/shared.sh'), files)).toEqual(
    [1, 2, 3].map((at) => `workflows/w${at}/workflow.yaml`),
  );
});
