import { nearestUses } from '../../../src/analysis/workflow/nearest-uses.ts';

test.each([
  ['job_runner/v4', 'marketplace/job_runner/v4.0'],
  ['jobrunner/v4.0', 'marketplace/job_runner/v4.0'],
  ['job-runner@v4.0', 'marketplace/job_runner/v4.0'],
  ['job_runner', 'marketplace/job_runner'],
  ['script_submiter/v3.6', 'marketplace/script_submitter/v3.6'],
  ['marketplace:job_runner/v4.0', 'marketplace/job_runner/v4.0'],
  ['parallelworks/job_runner/v4.0', 'marketplace/job_runner/v4.0'],
  ['market-place/tool/v1', 'marketplace/tool/v1'],
  ['parallelworks/checkout@v1', 'parallelworks/checkout'],
  ['parallel-works/chekout', 'parallelworks/checkout'],
  ['update_session', 'parallelworks/update-session'],
  ['github.com/org/repo@v1', 'github/org/repo@v1'],
  ['workflows/report', 'workflow/report'],
])('%s was meant to be %s', (text, meant) => {
  expect(nearestUses(text)).toBe(meant);
});

test.each([
  'actions/checkout@v4',
  'org/repo@v1',
  'org/job_runner@v4.0',
  'docker://image',
  'tool/v1.0',
  'agent',
])('%s resembles nothing', (text) => {
  expect(nearestUses(text)).toBeUndefined();
});
