import { startProgress } from '../../src/cli/start-progress.ts';
import { fakeStreams } from './fake-streams.ts';

const line = { command: 'check', operands: [], options: {} } as const;

test.each([
  ['a terminal', {}, true],
  ['a terminal of a GitHub runner', { GITHUB_ACTIONS: 'true' }, false],
  ['a terminal of another CI', { CI: 'true' }, false],
  ['a terminal that knows nothing', { TERM: 'dumb' }, false],
])('%s', (_, environment, drawn) => {
  const { streams, seen } = fakeStreams(environment);
  const progress = startProgress(line, { ...streams, terminal: { stdout: true, stderr: true } });
  progress.say('something');
  progress.end();
  expect(seen.err).toContain('something');
  expect(seen.err.includes('\u001b[')).toBe(drawn);
});

test('nothing is drawn where there is nothing to say', () => {
  const { streams, seen } = fakeStreams();
  startProgress(line, { ...streams, terminal: { stdout: true, stderr: true } }).end();
  expect(seen.err).toBe('');
});
