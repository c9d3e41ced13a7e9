import { guarded } from '../../src/cli/guard.ts';
import { lineProgress, liveProgress } from '../../src/cli/progress.ts';
import { colourFor } from '../../src/cli/streams.ts';
import type { RunEvent } from '../../src/trace/run-event.ts';
import { runOf } from '../report/sample-report.ts';

const base = { atMs: 0, workflow: 'hello-world', mode: 'controller', scenario: 'default' } as const;
const events: readonly RunEvent[] = [
  { ...base, type: 'run-started', jobDirectory: '/x' },
  { ...base, type: 'phase', phase: 'wait', state: 'started' },
  { ...base, type: 'output', job: 'a', lines: ['\u001b[2J::error::x'], dropped: 0 },
  { ...base, type: 'ready', readyMs: 412 },
  { ...base, type: 'run-ended', record: runOf() },
];

test('a log gets a line for everything worth knowing', () => {
  let text = '';
  const progress = lineProgress((piece) => {
    text += piece;
  });
  for (const event of events) progress.watch(event);
  progress.end();
  expect(text.split('\n')).toEqual([
    'hello-world (controller): started',
    'hello-world (controller): ready in 412 ms',
    'hello-world (controller): passed',
    '',
  ]);
});

/** What a terminal shows after the moves of the cursor that the live view uses. */
function screenAfter(written: string): readonly string[] {
  let lines: string[] = [];
  for (const piece of written.split(/(\u001b\[\d+A\u001b\[0J)/)) {
    const up = /^\u001b\[(\d+)A/.exec(piece)?.[1];
    if (up === undefined) lines.push(...piece.split('\n').slice(0, -1));
    else lines = lines.slice(0, lines.length - Number(up));
  }
  return lines;
}

test('a terminal has one row for each run, which stays when the run has ended', () => {
  let written = '';
  let now = 0;
  const progress = liveProgress({
    write: (piece) => {
      written += piece;
    },
    columns: () => 60,
    now: () => now,
    colour: 'plain',
  });
  progress.watch(events[0] as RunEvent);
  progress.watch(events[1] as RunEvent);
  now = 1500;
  progress.tick();
  expect(screenAfter(written)).toEqual(['… hello-world (controller)  waiting for the service  1.5 s']);
  for (const event of events.slice(2)) progress.watch(event);
  progress.end();
  expect(screenAfter(written)).toEqual(['✓ hello-world (controller)  passed  1.5 s']);
});

test('a row is never wider than the terminal', () => {
  let written = '';
  const progress = liveProgress({
    write: (piece) => {
      written += piece;
    },
    columns: () => 30,
    now: () => 0,
    colour: 'plain',
  });
  progress.watch({ ...base, workflow: '日本'.repeat(40), type: 'run-started', jobDirectory: '/x' });
  expect(screenAfter(written)[0]?.length).toBeLessThanOrEqual(30);
});

test.each([
  [{}, true, false, 'colour'],
  [{}, false, false, 'plain'],
  [{ NO_COLOR: '1' }, true, false, 'plain'],
  [{ NO_COLOR: '' }, true, false, 'colour'],
  [{ TERM: 'dumb' }, true, false, 'plain'],
  [{ FORCE_COLOR: '1' }, false, false, 'colour'],
  [{ FORCE_COLOR: '1' }, false, true, 'plain'],
] as const)(
  'with %j, a terminal %p and --no-color %p the output is %s',
  (environment, isTerminal, off, colour) => {
    const terminal = { stdout: isTerminal, stderr: isTerminal };
    expect(colourFor('stdout', { environment, terminal }, off)).toBe(colour);
  },
);

test('in the log of a step no line of a report is a command', () => {
  const text = 'a\n::error::x\n  ::error::y ##[group]z\n';
  expect(guarded(text, { GITHUB_ACTIONS: 'true' })).toBe(
    'a\n\u200b::error::x\n  \u200b::error::y #\u200b#[group]z\n',
  );
  expect(guarded(text, {})).toBe(text);
});
