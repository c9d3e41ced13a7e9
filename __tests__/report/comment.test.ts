import { documentOf } from '../../src/report/document/document-of.ts';
import {
  type CommentWhen,
  commentBody,
  commentMark,
  deltaWords,
  type FindingDelta,
  longestComment,
  wantsComment,
} from '../../src/report/github/comment.ts';
import { reportOf } from './sample-report.ts';

const clean = documentOf(reportOf({}));
const noted = documentOf(reportOf({ 'start.sh': '«x»' }, () => ({ severity: 'note' })));
const none: FindingDelta = { fresh: 0, fixed: 0 };

/** What differs from a pull request without findings, comment and known base. */
interface State {
  readonly present?: true;
  readonly failed?: true;
  readonly noted?: true;
  readonly delta?: FindingDelta;
}

test.each<[CommentWhen, State, boolean]>([
  ['off', { failed: true, present: true }, false],
  ['always', {}, true],
  ['on-failure', {}, false],
  ['on-failure', { noted: true }, false],
  ['on-failure', { failed: true }, true],
  ['on-failure', { present: true }, true],
  ['on-change', {}, false],
  ['on-change', { failed: true }, true],
  ['on-change', { noted: true }, true],
  ['on-change', { noted: true, delta: none }, false],
  ['on-change', { failed: true, delta: none }, false],
  ['on-change', { delta: { fresh: 1, fixed: 0 } }, true],
  ['on-change', { delta: { fresh: 0, fixed: 1 } }, true],
  ['on-change', { delta: none, present: true }, true],
])('with "%s" and %j a comment is wanted: %j', (when, state, wanted) => {
  const { present = false, failed = false, delta } = state;
  const document = state.noted ? noted : clean;
  expect(wantsComment(when, { present, failed, delta, document })).toBe(wanted);
});

test.each<[FindingDelta, string]>([
  [none, 'No finding came or went compared with the base.'],
  [{ fresh: 1, fixed: 0 }, '**1 new finding** compared with the base.'],
  [{ fresh: 0, fixed: 2 }, '2 fixed 🎉 compared with the base.'],
  [{ fresh: 3, fixed: 1 }, '**3 new findings**, 1 fixed 🎉 compared with the base.'],
])('%j is said so', (delta, words) => {
  expect(deltaWords(delta)).toBe(words);
  const mark = commentMark('');
  const body = commentBody(clean, () => undefined, mark, delta, {});
  expect(body.startsWith(`${mark}\n${words}\n\n## `)).toBe(true);
  expect(commentBody(clean, () => undefined, mark, undefined, {}).startsWith(`${mark}\n## `)).toBe(true);
});

test('a comment of many findings is as long as GitHub takes it, and hardly shorter', () => {
  const text = Array.from({ length: 3000 }, (_, index) => `«${index}»`).join('\n');
  const body = commentBody(
    documentOf(reportOf({ 'start.sh': text })),
    () => undefined,
    commentMark(''),
    none,
    {},
  );
  expect(body.length).toBeLessThanOrEqual(longestComment);
  expect(body.length).toBeGreaterThan(longestComment - 5000);
});
