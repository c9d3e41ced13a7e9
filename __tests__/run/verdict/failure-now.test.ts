import { failureNow } from '../../../src/run/verdict/failure-now.ts';
import { failureOf, type Standing, serviceScript, verdictSources } from '../../support/verdict-sources.ts';

const ready = { kind: 'ready', readyMs: 500 } as const;
const notListening = { cause: 'not-listening', message: 'nothing listens on port 8080' } as const;
const pending = { cause: 'http-error', message: 'it has not answered', pending: true } as const;
const ended = (status: number | undefined) => ({ ...serviceScript, ended: { status, atMs: 900 } });
const preparing = { runs: { runsService: true }, serves: { runsService: true } };

test.each<[string, Standing]>([
  ['nothing has happened', {}],
  ['a service is ready, and all jobs have ended', { end: ready, isOver: true }],
  ['a batch workflow is over', { expectsService: false, isOver: true }],
  [
    'a batch workflow has no service',
    { expectsService: false, end: { kind: 'hopeless', problem: notListening } },
  ],
  ['a port has been closed for a moment only', { end: ready, goneSince: 1000, nowMs: 2400 }],
  ['a port is closed before the service was ready', { goneSince: 0, nowMs: 9000 }],
  [
    'a script that announced nothing ended well, and another job has one',
    { service: ended(0), jobs: preparing, outcomes: { runs: 'passed' } },
  ],
  [
    'a script of which nobody knows the status announced nothing, and another job has one',
    { service: ended(undefined), jobs: preparing, outcomes: { runs: 'passed' } },
  ],
  [
    'the wait step gave up, and the job is about to end',
    { service: serviceScript, failure: failureOf('waits'), written: ['job.ended'], nowMs: 3900 },
  ],
  [
    'the wait step gave up, and our own question is not answered',
    { failure: failureOf('waits'), problem: pending, problemThen: pending, nowMs: 9900 },
  ],
])('no failure: %s', (_, standing) => {
  expect(failureNow(verdictSources(standing))).toBeUndefined();
});

test.each<[string, Standing, string, RegExp]>([
  [
    'a job of a batch workflow',
    { expectsService: false, failure: failureOf('computes') },
    'step-failed',
    /^job "computes": step "step" failed/,
  ],
  [
    'another job than the one that waits',
    { failure: failureOf('prepares') },
    'step-failed',
    /^job "prepares"/,
  ],
  [
    'a step that nobody can run here',
    { failure: failureOf('waits', { unsupported: 'host x' }), problem: notListening },
    'unsupported',
    /^job "waits"/,
  ],
  [
    'what the wait step waited for in vain',
    { failure: failureOf('waits'), problem: notListening },
    'not-listening',
    /^nothing listens on port 8080$/,
  ],
  [
    'what was wrong when the wait step gave up, where a cancellation took the markers away',
    { failure: failureOf('waits'), problemThen: notListening },
    'not-listening',
    /^nothing listens/,
  ],
  [
    'the wait step itself, when only markers are missing',
    { failure: failureOf('waits') },
    'step-failed',
    /^job "waits"/,
  ],
  [
    'the wait step itself, when the service was ready',
    { failure: failureOf('waits'), problem: notListening, end: ready },
    'step-failed',
    /^job "waits"/,
  ],
  [
    'the wait step, long after job.ended',
    { service: serviceScript, failure: failureOf('waits'), written: ['job.ended'], nowMs: 4000 },
    'step-failed',
    /^job "waits"/,
  ],
  [
    'a service that never answered, when its question has had its time',
    { failure: failureOf('waits'), problem: pending, problemThen: pending, nowMs: 10_000 },
    'http-error',
    /^it has not answered$/,
  ],
  [
    'a service that never answered, when all jobs are over',
    { failure: failureOf('waits'), problem: pending, problemThen: pending, nowMs: 1100, isOver: true },
    'http-error',
    /^it has not answered$/,
  ],
  [
    'a script that ended with a status, though a step failed as well',
    { service: ended(3), failure: failureOf('prepares') },
    'start-failed',
    /^the script ended with status 3/,
  ],
  [
    'a script that failed, whatever other jobs have one',
    { service: ended(3), jobs: preparing, outcomes: { runs: 'failed' } },
    'start-failed',
    /^the script ended with status 3/,
  ],
  [
    'a script whose own step failed',
    { service: serviceScript, failure: failureOf('runs', { service: 'script', status: 4 }) },
    'start-failed',
    /^the script ended with status 4/,
  ],
  [
    'the action, and not the script that it never ran',
    { service: ended(0), failure: failureOf('runs', { service: 'action' }) },
    'step-failed',
    /^job "runs"/,
  ],
  [
    'a script that ended well after it was ready',
    { service: ended(0), end: ready, readySince: 500, jobs: preparing, written: ['SESSION_PORT'] },
    'exited-early',
    /^the script ended, and its job with it, although its service was ready$/,
  ],
  [
    'a script that ended well and has announced itself, whatever other jobs run',
    { service: ended(0), jobs: preparing, outcomes: { runs: 'passed' }, written: ['job.started'] },
    'exited-early',
    /^the script ended before its service was ready/,
  ],
  [
    'a script that ended well when no other job is left that has one',
    { service: ended(0), jobs: preparing, outcomes: { runs: 'passed', serves: 'passed' } },
    'exited-early',
    /^the script ended before its service was ready/,
  ],
  [
    'a service that is gone',
    { end: ready, goneSince: 1000, nowMs: 2500 },
    'unstable',
    /^the service went away after it was ready: nothing listens/,
  ],
  [
    'a service that fails after it was ready',
    { end: { kind: 'unstable', problem: { cause: 'http-error', message: 'status 500' } } },
    'unstable',
    /^the service went away after it was ready: status 500$/,
  ],
  [
    'a problem that will not go away',
    { end: { kind: 'hopeless', problem: { cause: 'bad-port-file', message: 'SESSION_PORT holds "x"' } } },
    'bad-port-file',
    /^SESSION_PORT holds "x"$/,
  ],
  [
    'a service that nobody waits for any more',
    { isOver: true, problem: notListening },
    'not-listening',
    /^nothing/,
  ],
])('the failure is %s', (_, standing, cause, message) => {
  const failure = failureNow(verdictSources(standing));
  expect(failure?.cause).toBe(cause);
  expect(failure?.message).toMatch(message);
});
