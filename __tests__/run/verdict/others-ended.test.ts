import { othersEnded } from '../../../src/run/verdict/others-ended.ts';
import { deadlineMs } from '../../../src/run/verdict/verdict-sources.ts';
import { type Standing, verdictSources } from '../../support/verdict-sources.ts';

const jobs = {
  prepares: {},
  runs: { needs: ['prepares'] },
  waits: {},
  reports: { needs: ['runs'] },
  tells: { needs: ['reports'] },
};

test.each<[boolean, NonNullable<Standing['outcomes']>]>([
  [false, {}],
  [false, { prepares: 'passed', waits: 'running' }],
  [false, { prepares: 'running', waits: 'passed' }],
  [true, { prepares: 'passed', waits: 'passed' }],
  [true, { prepares: 'passed', waits: 'failed', runs: 'running', reports: 'running' }],
])('whether all but the service and what waits for it have ended: %j with %j', (expected, outcomes) => {
  const { world, progress } = verdictSources({ jobs, outcomes });
  expect(othersEnded(world.plan.workflow, progress, new Set(['runs']))).toBe(expected);
});

test('without a service every job is waited for', () => {
  const { world, progress } = verdictSources({ jobs, outcomes: { prepares: 'passed', waits: 'passed' } });
  expect(othersEnded(world.plan.workflow, progress, new Set())).toBe(false);
});

test('a service that is ready early ends its run before all of the time is over, and one that is late does not', () => {
  const limits = { startMs: 20_000, stableMs: 1500, waitMs: 4000, stopMs: 1 };
  expect(deadlineMs(limits)).toBe(20_000);
  expect(deadlineMs(limits, 1000)).toBe(6500);
  expect(deadlineMs(limits, 19_000)).toBe(20_000);
});
