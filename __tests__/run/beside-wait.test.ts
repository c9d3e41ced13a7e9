import { besideWait } from '../../src/run/watch/run-observations.ts';
import { filePath } from '../../src/source/span.ts';
import type { RunFailure, WaitVerdict } from '../../src/trace/run-record.ts';

const at = { file: filePath('workflows/hello/workflow.yaml'), start: 50, end: 60 };
const script = { file: filePath('workflows/hello/start.sh'), start: 3, end: 9 };
const failure: RunFailure = { cause: 'not-listening', message: 'nothing listens on port 5000', at: script };
const wait = (said: WaitVerdict['said'], atMs?: number): WaitVerdict => ({ job: 'wait', at, said, atMs });

test.each([
  [wait('ready', 1200), 'job "wait" said that the service is ready after 1.2 s'],
  [wait('not-ready', 30_000), 'job "wait" gave up waiting for the service after 30.0 s'],
])('a failure names what the wait step made of it: %j', (verdict, text) => {
  expect(besideWait(failure, verdict)?.related).toEqual([{ span: at, text }]);
});

test('a wait step that said nothing, or that is itself the failure, is not named', () => {
  expect(besideWait(failure, wait('nothing'))).toBe(failure);
  expect(besideWait(failure, undefined)).toBe(failure);
  const own = { ...failure, at };
  expect(besideWait(own, wait('not-ready', 5))).toBe(own);
  expect(besideWait(undefined, wait('ready', 5))).toBeUndefined();
});
