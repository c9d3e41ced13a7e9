import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeStream, outputTo } from '../../src/cli/output.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pw-output-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A stream that keeps what it is given, and says whether it was asked for. */
function fakeStream(isTTY = false) {
  const given: Uint8Array[] = [];
  let asked = 0;
  const stream = (): NodeStream => {
    asked++;
    return { isTTY, on: () => {}, write: (bytes) => given.push(bytes) };
  };
  return { stream, text: () => Buffer.concat(given).toString(), asked: () => asked };
}

const nobody = (error: Error): void => {
  throw error;
};

test('writes to a file and to nowhere without a stream', () => {
  const path = join(folder, 'file');
  const file = openSync(path, 'w');
  const fake = fakeStream();
  const output = outputTo(file, fake.stream, nobody);
  output.write('ü one\n');
  output.write('two\n');
  closeSync(file);
  expect(readFileSync(path, 'utf8')).toBe('ü one\ntwo\n');
  expect(output.isTerminal).toBe(false);
  expect(output.isDone).toBe(true);
  const nowhere = openSync('/dev/null', 'w');
  outputTo(nowhere, fake.stream, nobody).write('three\n');
  closeSync(nowhere);
  expect(fake.asked()).toBe(0);
});

test('leaves to the stream what a slow reader of a pipe does not take, in order', () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(path, constants.O_WRONLY);
  const fake = fakeStream();
  const output = outputTo(writer, fake.stream, nobody);
  const texts = ['first\n', 'x'.repeat(300_000), '\nlast\n'];
  for (const text of texts) output.write(text);
  closeSync(writer);
  const taken = Buffer.alloc(400_000);
  const length = readSync(reader, taken, 0, taken.length, null);
  closeSync(reader);
  expect(fake.asked()).toBe(1);
  expect(length).toBeGreaterThan(1_000);
  expect(taken.toString('utf8', 0, length) + fake.text()).toBe(texts.join(''));
});

test('says that the reader of a pipe went away', () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(path, constants.O_WRONLY);
  const codes: unknown[] = [];
  const output = outputTo(writer, fakeStream().stream, (error) => codes.push(error.code));
  closeSync(reader);
  output.write('to nobody\n');
  closeSync(writer);
  expect(codes).toEqual(['EPIPE']);
});

test('asks the stream of anything else whether it is a terminal', () => {
  const socket = openSync('/dev/zero', 'w');
  expect(outputTo(socket, fakeStream(true).stream, nobody).isTerminal).toBe(true);
  expect(outputTo(socket, fakeStream(false).stream, nobody).isTerminal).toBe(false);
  closeSync(socket);
});
