import { reachVerdict } from '../../../src/run/verdict/reach-verdict.ts';
import { failureOf, type Standing, verdictSources } from '../../support/verdict-sources.ts';

const ready = { kind: 'ready', readyMs: 500 } as const;
const limits = { startMs: 20_000, stableMs: 1500, waitMs: 4000, stopMs: 1 };

/**
 * The verdict of a run that stands like this; each look finds it as one of these says, the last one for ever. The clock
 * goes on by 200 ms with each look.
 */
async function verdictOf(looks: readonly Standing[], signal = new AbortController().signal) {
  let look = 0;
  const now = (): Standing => looks[Math.min(look, looks.length - 1)] ?? {};
  const sources = verdictSources(now());
  Object.assign(sources.world, { elapsed: () => look * 200, emit: () => {}, directory: '/run' });
  Object.assign(sources.world.plan, { limits });
  Object.assign(sources.world.ports, { clock: { sleep: async () => advance() } });
  Object.assign(sources.watch, {
    ended: new Promise(() => {}),
    owner: () => undefined,
    elsewhere: () => undefined,
    unreadyAt: () => 0,
  });
  Object.assign(sources, {
    endpoints: { endpoints: () => [], askedBy: () => new Set() },
    workflow: { over: () => now().isOver === true },
    end: () => now().end,
  });
  function advance(): void {
    look++;
    sources.progress.failure = now().failure;
    for (const [job, state] of verdictSources(now()).progress.jobs) sources.progress.jobs.set(job, state);
  }
  return { verdict: await reachVerdict(sources, signal), looks: look };
}

const batch: Standing = { expectsService: false, jobs: { computes: {} }, outcomes: { computes: 'running' } };
const failed = { ...batch, failure: failureOf('computes') };

test('a run that is interrupted says nothing about its workflow', async () => {
  expect((await verdictOf([{}], AbortSignal.abort())).verdict).toEqual({ skipped: 'interrupted' });
});

test('a batch workflow has passed when its jobs are over', async () => {
  const { verdict, looks } = await verdictOf([batch, batch, { ...batch, isOver: true }]);
  expect(verdict).toEqual({});
  expect(looks).toBe(2);
});

test('a failure in a batch workflow is told when the jobs after it have run', async () => {
  const { verdict, looks } = await verdictOf([batch, failed, failed, { ...failed, isOver: true }]);
  expect(verdict.failure?.cause).toBe('step-failed');
  expect(looks).toBe(3);
});

test('a batch workflow that is not over in time is told with the job that still runs', async () => {
  const { verdict, looks } = await verdictOf([batch]);
  expect(verdict.failure).toMatchObject({
    cause: 'timeout',
    message: 'job "computes" was still running after 20 s',
  });
  expect(looks).toBe(100);
});

test('a failure is told at once where a service is waited for', async () => {
  const { verdict, looks } = await verdictOf([{}, { failure: failureOf('prepares') }]);
  expect(verdict.failure?.message).toMatch(/^job "prepares"/);
  expect(looks).toBe(1);
});

test('a service that is ready has passed when the jobs beside it have ended', async () => {
  const serving: Standing = { end: ready, jobs: { waits: {} }, outcomes: { waits: 'running' } };
  const { verdict, looks } = await verdictOf([
    serving,
    serving,
    { ...serving, outcomes: { waits: 'passed' } },
  ]);
  expect(verdict).toEqual({});
  expect(looks).toBe(2);
});
