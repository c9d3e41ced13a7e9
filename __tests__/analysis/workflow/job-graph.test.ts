import { jobGraph, matrixJobOf, needsAreKnown } from '../../../src/analysis/workflow/job-graph.ts';
import { workflowOf } from '../workflow-of.ts';

/** Jobs by name with what they need; the cycles come back as the names along them. */
function cyclesOf(needs: Readonly<Record<string, readonly string[]>>) {
  const jobs = Object.entries(needs).map(
    ([name, needed]) => `  ${name}:\n    needs: [${needed.join(', ')}]\n    steps:\n      - run: date\n`,
  );
  const { workflow, context } = workflowOf(`jobs:\n${jobs.join('')}`);
  return context
    .ask(jobGraph, workflow)
    .cycles.map((cycle) => [cycle[0]?.from.id.value, ...cycle.map((edge) => edge.to.id.value)].join(' '));
}

test.each([
  [{ a: [], b: ['a'], c: ['a', 'b'] }, []],
  [{ a: ['a'] }, ['a a']],
  [{ a: ['b'], b: ['a'] }, ['a b a']],
  [{ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }, ['a b c a']],
  [{ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }, ['a b a', 'c d c']],
  [{ a: ['b', 'c'], b: ['a'], c: ['a'] }, ['a b a']],
  [{ a: ['gone'], b: ['a'] }, []],
])('%j has the cycles %j', (needs, cycles) => {
  expect(cyclesOf(needs)).toEqual(cycles);
});

test('a long chain is walked without running out of stack', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 3000 }, (_, index) => [`j${index}`, index === 0 ? [] : [`j${index - 1}`]]),
  );
  expect(cyclesOf(chain)).toEqual([]);
});

test('instances of a matrix job are known by their number', () => {
  const { workflow, context } = workflowOf(
    'jobs:\n  work:\n    strategy:\n      matrix:\n        i: [1]\n    steps:\n      - run: date\n  plain:\n    steps:\n      - run: date\n',
  );
  const { byName } = context.ask(jobGraph, workflow);
  expect(matrixJobOf('work-0', byName)?.id.value).toBe('work');
  expect(matrixJobOf('plain-0', byName)).toBeUndefined();
});

test('needs that are computed are not known', () => {
  const { workflow } = workflowOf(
    'jobs:\n  a:\n    needs: ${{ inputs.jobs }}\n    steps:\n      - run: date\n  b:\n    needs: [a]\n    steps:\n      - run: date\n',
  );
  expect(workflow.jobs.map(needsAreKnown)).toEqual([false, true]);
});
