import type { JobState } from '../../../src/run/engine/job-state.ts';
import { streamOutput } from '../../../src/run/engine/stream-output.ts';
import type { WorkflowExecution } from '../../../src/run/engine/workflow-execution.ts';
import { serviceScript } from '../../support/verdict-sources.ts';

const output = '/run/run.x-00001.out';
const cancel = '/run/CANCEL_STREAMING';

/**
 * Shows the output of a script beside another job, in a world whose clock stands still but for its sleeps.
 *
 * @param after what happens at the end of each look, by its number
 */
async function stream(
  files: Map<string, string>,
  after: (look: number, other: { outcome: string; endedMs: number }) => void,
  signal = new AbortController().signal,
) {
  let looks = 0;
  const shown: string[] = [];
  const notes: string[] = [];
  const other = { id: 'ssh_job', outcome: 'running', endedMs: 0 };
  const job = { id: 'log' } as JobState;
  const execution = {
    service: serviceScript,
    workflow: { name: 'job_runner' },
    jobs: new Map([
      ['log', job],
      ['ssh_job', other],
    ]),
    world: {
      slug: 'x-00001',
      elapsed: () => looks * 100,
      emit: ({ lines }: { lines: string[] }) => shown.push(...lines),
      note: ({ why }: { why: string }) => notes.push(why),
      ports: {
        clock: { sleep: async () => after(++looks, other) },
        files: {
          kindOf: (path: string) => (files.has(path) ? 'file' : 'missing'),
          remove: (path: string) => files.delete(path),
          readFrom(path: string, offset: number) {
            const text = files.get(path)?.slice(offset) ?? '';
            return { text, next: offset + text.length };
          },
        },
      },
    },
  } as unknown as WorkflowExecution;
  await streamOutput(execution, job, signal);
  return { looks, shown, notes };
}

test('shows what is printed until the jobs beside it have ended', async () => {
  const files = new Map([[output, 'one\n']]);
  const { shown, notes } = await stream(files, (look, other) => {
    if (look === 1) files.set(output, 'one\ntwo\n');
    if (look === 2) Object.assign(other, { outcome: 'failed', endedMs: 5 });
  });
  expect(shown).toEqual(['one', 'two']);
  expect(notes).toEqual([]);
});

test('ends for CANCEL_STREAMING where there is an output, and takes the file away', async () => {
  const files = new Map([
    [output, ''],
    [cancel, ''],
  ]);
  const { looks } = await stream(files, () => {});
  expect(looks).toBe(0);
  expect(files.has(cancel)).toBe(false);
});

test('waits on for CANCEL_STREAMING without an output, and says that it would wait for ever', async () => {
  const files = new Map([[cancel, '']]);
  const { looks, notes } = await stream(files, (look, other) => {
    if (look === 3) Object.assign(other, { outcome: 'failed', endedMs: 5 });
  });
  expect(looks).toBe(3);
  expect(notes).toEqual([expect.stringContaining('it waits for ever')]);
});

test('says nothing of that where no job failed', async () => {
  const { notes } = await stream(new Map(), (_, other) =>
    Object.assign(other, { outcome: 'passed', endedMs: 5 }),
  );
  expect(notes).toEqual([]);
});

test('ends a moment after job.ended, and at once when it is stopped', async () => {
  const { looks } = await stream(new Map([['/run/job.ended', '']]), () => {});
  expect(looks).toBe(20);
  expect((await stream(new Map(), () => {}, AbortSignal.abort())).looks).toBe(0);
});
