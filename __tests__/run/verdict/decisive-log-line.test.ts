import { decisiveLogLine } from '../../../src/run/verdict/decisive-log-line.ts';

const said = (...lines: readonly string[]) => decisiveLogLine(lines)?.said;

test('what the network refused stands above what failed because of it', () => {
  expect(
    said(
      'Downloading…',
      '  0   0curl: (6) Could not resolve host: example.org',
      'tar: not recoverable: error',
    ),
  ).toBe('curl: (6) Could not resolve host: example.org');
  expect(decisiveLogLine(["fatal: unable to access 'https://example.org/': x"])?.help).toContain('run.stubs');
});
test('a service of this machine that does not answer is no network', () => {
  const lines = ['curl: (7) Failed to connect to localhost port 4000', 'ERROR: Service timeout'];
  expect(decisiveLogLine(lines)).toEqual({ said: 'ERROR: Service timeout' });
});
test('a line that speaks of a fault stands above what a trap says after it', () => {
  expect(said('cp: cannot stat x', 'Cleaning up the session...', '')).toBe('cp: cannot stat x');
});
test('without one, the last words count', () => {
  expect(said('one', 'two', ' ')).toBe('two');
  expect(said('', ' ')).toBeUndefined();
});
