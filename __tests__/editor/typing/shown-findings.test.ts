import type { Diagnostic } from '../../../src/diagnostics/finding.ts';
import {
  afterChange,
  afterPause,
  nothingShown,
  whileTyping,
} from '../../../src/editor/typing/shown-findings.ts';
import { filePath } from '../../../src/source/span.ts';

const file = filePath('workflow.yaml');

function finding(rule: string, start: number, message = ''): Diagnostic {
  return { rule, severity: 'error', fingerprint: '', message, at: { file, start, end: start + 2 } };
}

const rulesOf = (findings: readonly Diagnostic[]): readonly string[] => findings.map((one) => one.rule);
const line = { file, start: 100, end: 110 };

test('what is new waits while somebody types, and comes at the pause', () => {
  const found = [finding('far', 10), finding('here', 104)];
  const typing = whileTyping(nothingShown, found, line, false);
  expect(typing.shown).toEqual([]);
  expect(rulesOf(afterPause(typing, found, new Set()).shown)).toEqual(['far', 'here']);
});

test('what had to wait because of a line comes when another line is written, but for what is new on that one', () => {
  const first = whileTyping(nothingShown, [finding('far', 10), finding('old-line', 50)], line, false);
  const found = [finding('far', 10), finding('old-line', 50), finding('here', 104)];
  const second = whileTyping(first, found, line, true);
  expect(rulesOf(second.shown)).toEqual(['far', 'old-line']);
  expect(rulesOf(second.held)).toEqual(['here']);
});

test('what is gone goes at once', () => {
  const before = { shown: [finding('far', 10), finding('here', 104)], held: [] };
  expect(whileTyping(before, [], line, false).shown).toEqual([]);
});

test('what is gone elsewhere stays while a half-written word is the reason', () => {
  const before = { shown: [finding('far', 10), finding('here', 104)], held: [] };
  const typing = whileTyping(before, [finding('yaml-syntax', 104)], line, false);
  expect(rulesOf(typing.shown)).toEqual(['far']);
});

test('a finding of the line at hand is the same one at another column, with what it says now', () => {
  const before = { shown: [finding('unknown-key', 102, 'old')], held: [] };
  const typing = whileTyping(before, [finding('unknown-key', 105, 'new')], line, false);
  expect(typing.shown.map((one) => [one.at.start, one.message])).toEqual([[105, 'new']]);
});

test('of a file that cannot be read what was shown before stays also at a pause, but for its faults of syntax', () => {
  const before = { shown: [finding('far', 10), finding('yaml-syntax', 20)], held: [] };
  const paused = afterPause(before, [finding('yaml-syntax', 104)], new Set([file]));
  expect(paused.shown.map((one) => [one.rule, one.at.start])).toEqual([
    ['far', 10],
    ['yaml-syntax', 104],
  ]);
  expect(rulesOf(afterPause(before, [], new Set()).shown)).toEqual([]);
});

test('findings move with the text, their related places and repairs too', () => {
  const one: Diagnostic = {
    ...finding('far', 10),
    related: [{ span: { file, start: 4, end: 7 }, text: 'the other one' }],
    fix: { title: 'x', safety: 'safe', edits: [{ span: { file, start: 12, end: 14 }, replacement: 'y' }] },
  };
  const moved = afterChange(
    { shown: [one], held: [finding('held', 5)] },
    { file, start: 3, removed: 'xy', inserted: 'abcde' },
  );
  expect(moved.shown[0]?.at.start).toBe(13);
  expect(moved.shown[0]?.related).toEqual([]);
  expect(moved.shown[0]?.fix?.edits[0].span.start).toBe(15);
  expect(moved.held[0]?.at.start).toBe(8);
});
