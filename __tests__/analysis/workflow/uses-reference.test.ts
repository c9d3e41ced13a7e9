import { usesReference } from '../../../src/analysis/workflow/uses-reference.ts';

describe('usesReference', () => {
  test.each([
    ['parallelworks/checkout', { kind: 'action', name: 'parallelworks/checkout' }],
    ['marketplace/job_runner/v4.0', { kind: 'marketplace', slug: 'job_runner', version: 'v4.0' }],
    ['marketplace/job_runner@v4.0', { kind: 'marketplace', slug: 'job_runner', version: 'v4.0' }],
    ['marketplace/job_runner', { kind: 'marketplace', slug: 'job_runner', version: undefined }],
    ['workflow/mine', { kind: 'workflow', name: 'mine' }],
    ['github/org/repo@main', { kind: 'github', repository: 'org/repo', ref: 'main' }],
    ['github/org/repo@feature/x', { kind: 'github', repository: 'org/repo', ref: 'feature/x' }],
    ['github/org/repo', { kind: 'github', repository: 'org/repo', ref: undefined }],
    ['github/org/repo@', { kind: 'github', repository: 'org/repo', ref: undefined }],
    ['gitlab/group/sub/project@v1', { kind: 'gitlab', repository: 'group/sub/project', ref: 'v1' }],
    ['github/${{ inputs.repo }}@main', { kind: 'computed' }],
    ['actions/checkout@v4', { kind: 'other' }],
    ['checkout', { kind: 'other' }],
    ['', { kind: 'other' }],
    ['github/org@main', { kind: 'other' }],
  ])('reads %j', (text, expected) => {
    expect(usesReference(text)).toEqual(expected);
  });
});
