import { sentenceOf, traceLines, traceOf } from '../../src/diagnostics/fault-trace.ts';

function innermost(): never {
  throw new TypeError('nothing is there');
}

function inBetween(): never {
  try {
    innermost();
  } catch (cause) {
    throw new Error('it cannot be read\nbecause of the reason below', { cause });
  }
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
}

test('a trace names the functions and files, and so does that of each cause', () => {
  const thrown = thrownBy(inBetween);
  const trace = traceOf(thrown);
  expect(sentenceOf(thrown)).toBe('it cannot be read');
  expect(trace.stack).toMatch(/^at inBetween \(.*fault-trace\.test\.ts:\d+:\d+\)$/m);
  expect(trace.cause).toMatchObject({ message: 'nothing is there', cause: undefined });
  expect(trace.cause?.stack).toMatch(/^at innermost \(/);
  const lines = traceLines(trace);
  expect(lines[0]).toMatch(/^ {4}at inBetween/);
  expect(lines).toContain('  caused by: nothing is there');
});

test('whatever is thrown has a sentence', () => {
  expect(sentenceOf('a text')).toBe('a text');
  expect(sentenceOf(new Error(''))).toBe('no reason is given');
  expect(traceOf(undefined)).toEqual({ message: 'undefined' });
  expect(traceLines(traceOf(null))).toEqual([]);
});

test('a failure that is its own cause comes to an end', () => {
  const error = new Error('round');
  error.cause = error;
  expect(traceLines(traceOf(error)).filter((line) => line.includes('caused by'))).toHaveLength(8);
});
