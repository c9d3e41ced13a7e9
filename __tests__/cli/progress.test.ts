import { guarded } from '../../src/cli/guard.ts';
import { liveProgress } from '../../src/cli/live-progress.ts';
import { lineProgress } from '../../src/cli/progress.ts';
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

test('a log says which run of how many begins, where there are several', () => {
  const started = (count: number): string => {
    let text = '';
    const progress = lineProgress((piece) => {
      text += piece;
    });
    progress.begin?.({ index: 1, count });
    progress.watch(events[0] as RunEvent);
    return text;
  };
  expect(started(40)).toBe('hello-world (controller): started, 1 of 40\n');
  expect(started(1)).toBe('hello-world (controller): started\n');
});

/** What a terminal shows after the moves of the cursor that the live view uses; it breaks rows that are too wide. */
function screenAfter(written: string, columns = 80): readonly string[] {
  const lines: string[] = [''];
  let at = 0;
  for (const [piece] of written.matchAll(/\u001b\[(\d*)([AJK])|\r|\n|[^\u001b\r\n]+/g)) {
    const [, count, move] = /^\u001b\[(\d*)([AJK])/.exec(piece) ?? [];
    if (move === 'A') at -= Number(count);
    else if (move === 'J') lines.splice(at, lines.length - at, '');
    else if (piece === '\n') {
      at++;
      lines[at] ??= '';
    } else if (move === undefined && piece !== '\r') {
      for (let from = 0; from < piece.length; from += columns) {
        if (from > 0) at++;
        lines[at] = piece.slice(from, from + columns);
      }
    }
  }
  return lines.filter((line) => line !== '');
}

/** A live view and what it has written. */
function liveView(columns: () => number = () => 80) {
  let written = '';
  const clock = { now: 0 };
  const progress = liveProgress({
    write: (piece) => {
      written += piece;
    },
    columns,
    now: () => clock.now,
    colour: 'plain',
  });
  return { progress, clock, written: () => written };
}

test('a terminal has one row for each run, which stays when the run has ended', () => {
  const { progress, clock, written } = liveView();
  progress.watch(events[0] as RunEvent);
  progress.watch(events[1] as RunEvent);
  clock.now = 1500;
  progress.tick();
  expect(screenAfter(written())).toEqual(['… hello-world (controller)  waiting for the service  1.5 s']);
  for (const event of events.slice(2)) progress.watch(event);
  progress.end();
  expect(screenAfter(written())).toEqual(['✓ hello-world (controller)  passed, ready in 412 ms  1.5 s']);
});

test('below the rows of several runs a terminal says how far it is, and how many have failed', () => {
  const { progress, written } = liveView();
  progress.begin?.({ index: 1, count: 40 });
  progress.watch(events[0] as RunEvent);
  expect(screenAfter(written()).at(-1)).toBe('run 1 of 40');
  progress.watch({ ...base, type: 'run-ended', record: runOf({ outcome: 'failed' }) });
  progress.begin?.({ index: 2, count: 40 });
  progress.watch({ ...base, workflow: 'other', type: 'run-started', jobDirectory: '/y' });
  const lines = screenAfter(written());
  expect(lines.at(-1)).toBe('run 2 of 40, 1 failed');
  expect(lines.at(-2)).toContain('… other (controller)');
  progress.end();
  expect(screenAfter(written()).join()).not.toContain('of 40');
});

test('a row shows the markers and the port, and its time however narrow the terminal is', () => {
  const marker = (file: string): RunEvent => ({
    ...base,
    type: 'coordination',
    event: { file, atMs: 3, content: 'x', by: 'start.sh' },
  });
  const more: readonly RunEvent[] = [
    marker('HOSTNAME'),
    marker('SESSION_PORT'),
    { ...base, type: 'listening', port: 4711, address: '0.0.0.0' },
  ];
  const { progress, written } = liveView(() => 100);
  for (const event of [...events.slice(0, 2), ...more]) progress.watch(event);
  expect(screenAfter(written(), 100)).toEqual([
    '… hello-world (controller)  waiting for the service  HOSTNAME SESSION_PORT 0.0.0.0:4711  0 ms',
  ]);
  const narrow = liveView(() => 50);
  for (const event of [...events.slice(0, 2), ...more]) narrow.progress.watch(event);
  expect(screenAfter(narrow.written(), 50)).toEqual(['… hello-world (controller)  waiting for th…  0 ms']);
});

test('a terminal that becomes narrower is cleared of the rows that it broke', () => {
  let columns = 80;
  const { progress, written } = liveView(() => columns);
  for (const event of events.slice(0, 2)) progress.watch(event);
  const before = written();
  columns = 40;
  progress.tick();
  // The row of 58 cells stands on two lines now.
  expect(written().slice(before.length)).toMatch(/^\u001b\[2A/);
});

test('a row is never wider than the terminal', () => {
  const { progress, written } = liveView(() => 30);
  progress.watch({ ...base, workflow: '日本'.repeat(40), type: 'run-started', jobDirectory: '/x' });
  expect(screenAfter(written())[0]?.length).toBeLessThanOrEqual(30);
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

test('a terminal shows which workflow is linted, in one line that is gone afterwards', () => {
  const { progress, clock, written } = liveView();
  for (let index = 1; index <= 130; index++) {
    clock.now += 10;
    progress.lint?.({ kind: 'workflow', name: `session-${index}`, index, count: 130 });
  }
  progress.lint?.({ kind: 'shellcheck', scripts: 400 });
  clock.now += 200;
  progress.tick();
  const before = written();
  expect(before).toContain('linting 11 of 130: session-11');
  expect(before).toContain('asking ShellCheck about 400 scripts');
  expect(before.match(/linting/g)?.length).toBeLessThan(20);
  progress.end();
  expect(written().slice(before.length)).toBe('\u001b[1A\r\u001b[0J');
});
