import type { FormComparison } from '../../../src/app/compare/compare.ts';
import type { FormChange } from '../../../src/app/compare/form-change.ts';
import { type GateFacts, judgeGate } from '../../../src/app/gate/judge-gate.ts';
import { bumpBetween, newerFirst, readVersion } from '../../../src/app/gate/version.ts';
import { documentOf } from '../../../src/report/document/document-of.ts';
import type { Report } from '../../../src/report/report.ts';
import { filePath } from '../../../src/source/span.ts';
import { reportOf, runOf } from '../../report/sample-report.ts';

const commit = 'a'.repeat(40);
const path = 'workflows/hello-world/workflow.yaml';
const facts: GateFacts = {
  commit,
  workflows: [{ name: 'hello-world', path }],
  runs: [{ path, mode: 'controller', scenario: 'default' }],
  comparison: undefined,
  bump: undefined,
  release: [],
  checkouts: [],
};

function judged(report: Partial<Report>, change: Partial<GateFacts> = {}, text = 'x') {
  const document = documentOf(
    reportOf({ 'start.sh': text }, undefined, { commit, runs: [runOf()], ...report }),
  );
  return judgeGate(document, { ...facts, ...change });
}

function broken(bump: 'major' | 'minor'): FormComparison {
  return {
    base: 'v1.2.0',
    commit,
    bump,
    changes: [{ workflow: 'hello-world', input: 'x', bump, message: 'the input "x" is gone' }],
  };
}

test('the gate is open when everything was checked and nothing stands in the way', () => {
  expect(judged({})).toEqual({ ready: true, reasons: [] });
});

test.each<[string, Partial<Report>, Partial<GateFacts>, RegExp]>([
  ['a report of another commit', { commit: 'b'.repeat(40) }, {}, /^the report is of the commit bbbbbbbbbbbb/],
  ['a report of no commit', { commit: undefined }, {}, /does not say which commit/],
  ['a tree with changes', {}, { commit: undefined }, /is not known/],
  [
    'a failed run',
    { runs: [runOf({ outcome: 'failed' })] },
    {},
    /the run of "hello-world" \(controller\) failed/,
  ],
  [
    'a skipped run',
    { runs: [runOf({ outcome: 'skipped', skipped: 'no python3' })] },
    {},
    /was skipped: no python3$/,
  ],
  ['a run that is not there', { runs: [] }, {}, /"hello-world" \(controller\) was not run/],
  [
    'a scenario that was left out',
    {},
    { runs: [...facts.runs, { path, mode: 'slurm', scenario: 'big' }] },
    /"hello-world" \(slurm, big\) was not run/,
  ],
  [
    'a workflow that was left out',
    {},
    { workflows: [...facts.workflows, { name: 'b', path: 'b' }] },
    /"b" was not checked/,
  ],
  ['no workflow at all', { workflows: [], runs: [] }, { workflows: [], runs: [] }, /there is no workflow/],
  [
    'a run of another mode, another scenario or another workflow',
    {
      runs: [
        runOf({ mode: 'slurm' }),
        runOf({ scenario: 'big' }),
        runOf({ path: filePath('workflows/b/workflow.yaml') }),
      ],
    },
    {},
    /^"hello-world" \(controller\) was not run$/m,
  ],
  [
    'a run of a second workflow that is not there',
    {},
    {
      workflows: [...facts.workflows, { name: 'second', path: 'workflows/second/workflow.yaml' }],
      runs: [...facts.runs, { path: 'workflows/second/workflow.yaml', mode: 'slurm', scenario: 'default' }],
    },
    /^"second" \(slurm\) was not run$/m,
  ],
  ['a fault of ours', { faults: [{ kind: 'rule-threw', message: 'm' }] }, {}, /the check is not complete: m/],
  [
    'a report that does not tell everything',
    { leftOut: ['findings that are known already'] },
    {},
    /^the report leaves out findings that are known already$/m,
  ],
  [
    'a tool that is missing',
    { faults: [{ kind: 'tool-missing', message: 'm' }] },
    {},
    /the check is not complete: m/,
  ],
  [
    'a form that broke',
    {},
    { comparison: broken('major'), bump: 'minor' },
    /a minor release must not change the form so/,
  ],
  [
    'a form that grew in a patch',
    {},
    { comparison: broken('minor'), bump: 'patch' },
    /a patch release must not/,
  ],
  [
    'a form that changed under the old number',
    {},
    { comparison: broken('minor'), bump: 'none' },
    /^a release without a new number must not change the form so: hello-world: the input "x" is gone/m,
  ],
  [
    'a form that changed since what is no version',
    {},
    { comparison: { ...broken('minor'), base: 'main' } },
    /^the form changed since "main" as only a minor release may, and nobody can tell whether this is one/m,
  ],
  ['a release of which nobody knows the version', {}, { release: ['no tag here'] }, /no tag here/],
  ['a checkout of a branch that is gone', {}, { checkouts: ['x checks out "y"'] }, /x checks out "y"/],
])('%s closes it', (_, report, change, reason) => {
  const gate = judged(report, change);
  expect(gate.ready).toBe(false);
  expect(gate.reasons.join('\n')).toMatch(reason);
});

test('a warning closes it, a note does not', () => {
  const gate = (severity: 'warning' | 'note') =>
    judgeGate(
      documentOf(reportOf({ 'start.sh': '«x»' }, () => ({ severity }), { commit, runs: [runOf()] })),
      facts,
    ).ready;
  expect([gate('warning'), gate('note')]).toEqual([false, true]);
});

test('a form may change as much as the bump allows, and stay the same whatever the version', () => {
  expect(judged({}, { comparison: broken('major'), bump: 'major' }).ready).toBe(true);
  expect(judged({}, { comparison: broken('minor'), bump: 'minor' }).ready).toBe(true);
  const same: FormComparison = { base: 'main', commit, bump: 'none', changes: [] };
  expect(judged({}, { comparison: same, bump: 'none' }).ready).toBe(true);
  expect(judged({}, { comparison: same, bump: undefined }).ready).toBe(true);
});

test('only the changes that are too large for the bump are told', () => {
  const [gone] = broken('major').changes;
  const fresh: FormChange = { workflow: 'hello-world', bump: 'minor', message: 'the input "y" is new' };
  const comparison: FormComparison = { ...broken('major'), changes: [fresh, ...(gone ? [gone] : [])] };
  expect(judged({}, { comparison, bump: 'minor' }).reasons).toEqual([
    'a minor release must not change the form so: hello-world: the input "x" is gone (since v1.2.0)',
  ]);
});

test('a run that passed counts, whatever was skipped beside it', () => {
  const skipped = runOf({ outcome: 'skipped', skipped: 'no python3' });
  expect(judged({ runs: [skipped, runOf()] }).ready).toBe(true);
  expect(judged({ runs: [skipped, skipped] }).ready).toBe(false);
});

test('findings are counted, and a failed run says by what', () => {
  const failure = { cause: 'not-listening', message: 'nothing listens on port 8080' } as const;
  const runs = [runOf({ outcome: 'failed', failure }), runOf({ outcome: 'failed' })];
  const report = (text: string) => documentOf(reportOf({ 'start.sh': text }, undefined, { commit, runs }));
  expect(judgeGate(report('«x»'), facts).reasons).toEqual([
    '1 error or warning found',
    'the run of "hello-world" (controller) failed: not-listening',
    'the run of "hello-world" (controller) failed: no cause is known',
  ]);
  expect(judgeGate(report('«x» «y»'), facts).reasons[0]).toBe('2 errors and warnings found');
});

test.each([
  ['v1.2.3', '1.3.0', 'minor'],
  ['v1.2.3', 'v1.2.4', 'patch'],
  ['v1.2.3', '2.0.0', 'major'],
  ['v1.2.3', '1.2.3', 'none'],
  ['v1.2.3', '1.1.9', 'none'],
  ['v2.0.0', '1.9.9', 'none'],
  ['v0.2.3', '0.3.0', 'major'],
  ['v0.2.3', '0.2.4', 'minor'],
])('from %s to %s is a %s bump', (before, after, bump) => {
  const [from, to] = [readVersion(before), readVersion(after)];
  expect(from && to && bumpBetween(from, to)).toBe(bump);
});

test('a release stands above its pre-releases', () => {
  const names = ['v1.0.0-rc.9', 'v0.9.0', 'v1.0.0', 'v1.0.0-rc.10', 'v1.0.0-alpha'];
  const sorted = names.toSorted((a, b) => {
    const [left, right] = [readVersion(a), readVersion(b)];
    return left && right ? newerFirst(left, right) : 0;
  });
  expect(sorted).toEqual(['v1.0.0', 'v1.0.0-rc.10', 'v1.0.0-rc.9', 'v1.0.0-alpha', 'v0.9.0']);
  expect(readVersion('v1')).toBeUndefined();
});
