import { mappedFile } from '../../../src/source/mapped-text.ts';
import { filePath } from '../../../src/source/span.ts';
import { type EvaluationContexts, evaluate } from '../../../src/syntax/expression/evaluate.ts';
import { parseExpression } from '../../../src/syntax/expression/parse-expression.ts';
import { type ExpressionValue, renderValue } from '../../../src/syntax/expression/value.ts';

const contexts: EvaluationContexts = {
  roots: {
    inputs: {
      name: 'World',
      on: true,
      off: false,
      count: 3,
      ignored: '',
      list: ['a', 'b', 'c'],
      workers: [{ resource: { ip: '10.0.0.1' } }, { resource: { ip: '10.0.0.2' } }],
      resource: { ip: '', schedulerType: 'slurm' },
    },
    needs: { ports: { outputs: { PORT: '8080', N: '2' } } },
    env: { PW_WORKFLOW_STEP_CURRENT_RETRY: '1' },
    org: {},
    matrix: { i: 2 },
  },
  own: { hidden: true },
};

function value(text: string, more: Partial<EvaluationContexts> = {}): ExpressionValue {
  const { expression, faults } = parseExpression(mappedFile({ path: filePath('e'), text }));
  if (expression === undefined) throw new Error(faults[0]?.message);
  return evaluate(expression, { ...contexts, ...more });
}

test.each<[string, ExpressionValue]>([
  ['inputs.name', 'World'],
  ['inputs.on', true],
  ['inputs.resource', { ip: '', schedulerType: 'slurm' }],
  ["inputs.name == 'World'", true],
  ['inputs.name == World', true],
  ['inputs.name === World', true],
  ["inputs.on == 'true'", false],
  ['inputs.on == true', true],
  ['inputs.off != true', true],
  ["inputs.count == '3'", true],
  ["inputs.count === '3'", false],
  ['needs.ports.outputs.PORT == 8080', true],
  ['matrix.i <= needs.ports.outputs.N', true],
  ['needs.ports.outputs.N - 1', 1],
  ["'10' < '9'", false],
  ["'b' < 'a'", false],
  ["inputs.missing == ''", true],
  ['inputs.missing', undefined],
  ['inputs.missing == undefined', true],
  ["org.JUICE_TOKEN == ''", true],
  ['org.JUICE_TOKEN', ''],
  ["inputs.ignored == ''", true],
  ["inputs.on && 'x' || 'y'", 'x'],
  ["inputs.off && 'x' || 'y'", 'y'],
  ["inputs.ignored || 'fallback'", 'fallback'],
  ["inputs.ignored ?? 'fallback'", ''],
  ["inputs.missing ?? 'fallback'", 'fallback'],
  ['!inputs.off', true],
  ['.hidden', true],
  ["inputs.on ? 'a' : 'b'", 'a'],
  ["inputs.name + '/x'", 'World/x'],
  ['1 + 2 * 3', 7],
  ['7 // 2', 3],
  ['7 % 4', 3],
  ['2 ** 10', 1024],
  ["inputs.name includes 'orl'", true],
  ["inputs.list includes 'b'", true],
  ["inputs.list !includes 'b'", false],
  ["'c' in inputs.list", true],
  ["'ip' in inputs.resource", true],
  ["'zz' !in inputs.resource", true],
  ['inputs.workers get env.PW_WORKFLOW_STEP_CURRENT_RETRY get resource get ip', '10.0.0.2'],
  ['inputs.workers get 0 get resource get ip', '10.0.0.1'],
  ['inputs.list get -1', 'c'],
  ['inputs.list get 7', undefined],
  ['inputs.list get 0:(2)', ['a', 'b']],
  ['inputs.list get 1:', ['b', 'c']],
  ['inputs.workers.[index].resource.ip', '10.0.0.1'],
  ["inputs['name']", 'World'],
  ['inputs.constructor', undefined],
  ['always', true],
  ['never', false],
  ['completed && !error', true],
  ['success()', true],
  ['failure()', false],
  ['-inputs.count', -3],
  ['matrix', { i: 2 }],
  ['sessions', 'sessions'],
  ['env', 'env'],
])('%s', (text, expected) => {
  expect(value(text)).toEqual(expected);
});

test('[index] is the row at hand inside a template', () => {
  expect(value('inputs.workers.[index].resource.ip', { row: 1 })).toBe('10.0.0.2');
});

test('the state keywords tell how the jobs before ended', () => {
  const state = { completed: false, error: true, canceled: false };
  expect(value('error && !completed', { state })).toBe(true);
  expect(value('failure()', { state })).toBe(true);
});

test('paths that lead to nothing are told, variables of the organization are not', () => {
  const missing: string[] = [];
  value("needs.ports.outputs.HOST == '' && org.X == '' && inputs.name", {
    missing: (path) => missing.push(path),
  });
  expect(missing).toEqual(['needs.ports.outputs.HOST']);
});

test('a branch that is not taken is not read', () => {
  const missing: string[] = [];
  value('inputs.off && inputs.gone', { missing: (path) => missing.push(path) });
  expect(missing).toEqual([]);
});

test.each<[ExpressionValue, string]>([
  [true, 'true'],
  [4, '4'],
  [0.5, '0.5'],
  ['a b', 'a b'],
  [undefined, 'undefined'],
  [['a', 1], '["a",1]'],
  [{ ip: '', id: 'x' }, '{"ip":"","id":"x"}'],
])('%j is pasted as %s', (given, text) => {
  expect(renderValue(given)).toBe(text);
});

test('the longest chain of operators that is read can be evaluated', () => {
  expect(value(`${'1&&'.repeat(499)}2`)).toBe(2);
});

test('the functions of the editor are the keywords under other names, and others are reported', () => {
  const failed = { completed: false, error: true, canceled: false };
  const stopped = { completed: false, error: false, canceled: true };
  const calls = ['always', 'never', 'completed', 'error', 'canceled', 'success', 'failure', 'cancelled'];
  const called = (state: typeof failed) => calls.filter((name) => value(`${name}()`, { state }) === true);
  expect(called(failed)).toEqual(['always', 'error', 'failure']);
  expect(called(stopped)).toEqual(['always', 'canceled', 'cancelled']);
  expect(called({ completed: true, error: false, canceled: false })).toEqual([
    'always',
    'completed',
    'success',
  ]);
  const missing: string[] = [];
  expect(value('hashFiles()', { missing: (name) => missing.push(name) })).toBeUndefined();
  expect(missing).toEqual(['hashFiles()']);
  expect(value('hashFiles()')).toBeUndefined();
});
