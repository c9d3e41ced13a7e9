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
    Array.from({ length: 500 }, (_, index) => [`j${index}`, index === 0 ? [] : [`j${index - 1}`]]),
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

test.each([
  ['work-0', 'work'],
  ['work-10', 'work'],
  ['work-0-1', undefined],
  ['work-0x', undefined],
  ['work-', undefined],
  ['work', undefined],
  ['gone-0', undefined],
])('%j is an instance of %j', (name, job) => {
  const { workflow, context } = workflowOf(
    'jobs:\n  work: {strategy: {matrix: {i: [1]}}, steps: [{run: date}]}\n',
  );
  expect(matrixJobOf(name, context.ask(jobGraph, workflow).byName)?.id.value).toBe(job);
});

test.each([
  ['', true],
  ['needs: a, ', true],
  ['needs: [a, b], ', true],
  ['needs: [], ', true],
  ['needs: [a, {b: c}], ', true],
  ['needs: "${{ inputs.job }}", ', false],
  ['needs: [a, "x-${{ inputs.job }}"], ', false],
])('the needs of {%s} are known: %j', (needs, known) => {
  const { workflow } = workflowOf(`jobs:\n  x: {${needs}steps: [{run: date}]}\n`);
  const [job] = workflow.jobs;
  expect(job && needsAreKnown(job)).toBe(known);
});
