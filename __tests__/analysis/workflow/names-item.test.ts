import { namesItem } from '../../../src/analysis/workflow/names-item.ts';

test.each([
  ['job_runner', true],
  ['marketplace/job_runner/v4.0', true],
  ['./job_runner@main', true],
  ['workflow/job_runner', true],
  ['job_runner_2/job_runner', true],
  ['marketplace/my_job_runner/v4.0', false],
  ['marketplace/job_runners/v4.0', false],
  ['./job_runner.yaml', false],
  ['', false],
])('%s', (uses, expected) => {
  expect(namesItem(uses, 'job_runner')).toBe(expected);
});
