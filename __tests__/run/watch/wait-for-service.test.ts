import type { ProbeAnswer } from '../../../src/ports/network.ts';
import type { RunFiles } from '../../../src/ports/run-files.ts';
import { type WaitOutcome, waitForService } from '../../../src/run/watch/wait-for-service.ts';

const refused: ProbeAnswer = { kind: 'none', reason: 'refused', message: 'connect ECONNREFUSED' };
const fine: ProbeAnswer = { kind: 'answer', status: 200, headers: {}, body: '' };

/** Waits in a world of its own, in which every sleep lasts no time and changes the files as told. */
function wait(
  steps: readonly Readonly<Record<string, string>>[],
  answers: readonly ProbeAnswer[] = [fine],
): Promise<WaitOutcome> {
  let now = 0;
  let texts: Readonly<Record<string, string>> = steps[0] ?? {};
  let round = 0;
  let probes = 0;
  const files = {
    read: (path: string) => texts[path.slice('/job/'.length)],
    watch: () => () => {},
  } as unknown as RunFiles;
  return waitForService(
    { jobDirectory: '/job', path: '/', tls: false, status: [], timeoutMs: 10_000 },
    {
      files,
      clock: {
        now: () => now,
        sleep: (ms) => {
          now += ms;
          round++;
          texts = steps[Math.min(round, steps.length - 1)] ?? {};
          return Promise.resolve();
        },
      },
      network: {
        probe: () => Promise.resolve(answers[Math.min(probes++, answers.length - 1)] ?? refused),
        resolve: () => Promise.resolve(['127.0.0.1']),
        speaksTls: () => Promise.resolve(false),
        accepts: () => Promise.resolve(true),
      },
    },
    new AbortController().signal,
  );
}

const started = { 'job.started': '', HOSTNAME: 'node1\n', SESSION_PORT: '4711\n' };

test('gives the lines for $OUTPUTS when the service answers', async () => {
  expect(await wait([{}, started], [refused, refused, fine])).toMatchObject({
    kind: 'ready',
    lines: 'HOSTNAME=node1\nSESSION_PORT=4711\n',
  });
});
test('reads a port that comes long after job.started', async () => {
  const late = { 'job.started': '', HOSTNAME: 'node1' };
  expect(await wait([late, late, late, started])).toMatchObject({ kind: 'ready', port: 4711 });
});
test('gives up when the job ended before it started', async () => {
  expect(await wait([{}, { 'job.ended': '' }])).toEqual({
    kind: 'failed',
    cause: 'job-ended',
    message: 'the job has ended: job.started was not written',
  });
});
test('gives up when the job ended and nobody answers', async () => {
  expect(await wait([started, { ...started, 'job.ended': '' }], [refused])).toMatchObject({
    cause: 'job-ended',
  });
});
test('takes no server error for ready', async () => {
  const error: ProbeAnswer = { ...fine, status: 502 };
  expect(await wait([started], [error])).toEqual({
    kind: 'failed',
    cause: 'timeout',
    message: 'http://node1:4711/ answers with status 502 within 10 s',
  });
});
test('says what it was waiting for when its time is over', async () => {
  expect(await wait([{ 'job.started': '', HOSTNAME: 'a', SESSION_PORT: 'x' }])).toMatchObject({
    message: 'SESSION_PORT does not hold a port within 10 s',
  });
});
