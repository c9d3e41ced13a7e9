import { sessionExample } from '../../src/rules/examples/session-example.ts';
import type { StartExampleChanges } from '../../src/rules/examples/start-example.ts';
import { runForReal, shortLimits } from '../support/real-run.ts';

// Coordination files are read as the platform's shell reads them: `$(cat FILE)` drops the newlines at the end, and
// nothing else.

async function failureOf(start: StartExampleChanges) {
  const texts = sessionExample({ start });
  const { record } = await runForReal(texts, { limits: { ...shortLimits, startMs: 8000 } });
  const { failure } = record;
  const at = failure?.at;
  return {
    outcome: record.outcome,
    cause: failure?.cause,
    message: failure?.message ?? '',
    text: at === undefined ? undefined : texts[at.file]?.slice(at.start, at.end),
  };
}

test.each([
  ['a carriage return', 'printf "%s\\r\\n" "$port" > SESSION_PORT', 'has a carriage return (CR)'],
  [
    'a byte order mark',
    'printf "\\xef\\xbb\\xbf%s\\n" "$port" > SESSION_PORT',
    'begins with a byte order mark',
  ],
  ['a blank', 'echo "$port " > SESSION_PORT', 'ends with a blank'],
  ['an empty line', 'printf "\\n%s\\n" "$port" > SESSION_PORT', 'begins with an empty line'],
])('SESSION_PORT with %s holds no port', async (_, announce, words) => {
  const failure = await failureOf({ announce });
  expect(failure).toMatchObject({ outcome: 'failed', cause: 'bad-port-file', text: announce });
  expect(failure.message).toContain(words);
});

test('newlines at the end of SESSION_PORT do no harm', async () => {
  expect(await failureOf({ announce: 'printf "%s\\n\\n\\n" "$port" > SESSION_PORT' })).toMatchObject({
    outcome: 'passed',
  });
});

test.each([
  ['a directory', 'mkdir job.started', 'a directory'],
  ['a FIFO', 'mkfifo job.started', 'no regular file'],
])('job.started that is %s is named', async (_, started, words) => {
  const failure = await failureOf({ started });
  expect(failure).toMatchObject({ outcome: 'failed', cause: 'marker-missing' });
  expect(failure.message).toContain(`job.started is ${words}`);
});
