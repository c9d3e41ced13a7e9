import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderResultCache } from '../../../src/host/files/result-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pw-result-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => readdirSync(join(folder, 'results'));
const cacheHere = (bounds?: { readonly files: number; readonly bytes: number }) =>
  folderResultCache(join(folder, 'results'), bounds);

test('gives back what was kept for the same content, to another program too', () => {
  cacheHere().write('content', 'ü\nresult');
  expect(cacheHere().read('content')).toBe('ü\nresult');
  expect(cacheHere().read('other content')).toBeUndefined();
});

test.each([
  ['cut short', (text: string) => text.slice(0, -3)],
  ['changed', (text: string) => text.replace('result', 'reswlt')],
  ['emptied', () => ''],
])('does not believe a file that was %s, and removes it', (_, spoil) => {
  cacheHere().write('content', 'the result');
  const path = join(folder, 'results', kept()[0] ?? '');
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  expect(cacheHere().read('content')).toBeUndefined();
  expect(kept()).toEqual([]);
});

test('does not believe the file of another content under its name', () => {
  const cache = cacheHere();
  cache.write('one', 'result of one');
  const [one = ''] = kept();
  cache.write('two', 'result of two');
  const two = kept().find((name) => name !== one) ?? '';
  renameSync(join(folder, 'results', one), join(folder, 'results', two));
  expect(cache.read('two')).toBeUndefined();
});

test('removes what was used longest ago, and what killed programs left', () => {
  const bounds = { files: 10, bytes: 1_000_000 };
  const first = cacheHere(bounds);
  for (let index = 0; index < 30; index++) {
    first.write(`content ${index}`, 'result');
    const age = 1_000_000 + index;
    for (const name of kept().slice(-1)) utimesSync(join(folder, 'results', name), age, age);
  }
  const left = `.${'a'.repeat(64)}.999999.tmp`;
  writeFileSync(join(folder, 'results', left), 'half');
  utimesSync(join(folder, 'results', left), 1_000, 1_000);
  cacheHere(bounds).write('one more', 'result');
  expect(kept().length).toBeLessThanOrEqual(8);
  expect(kept()).not.toContain(left);
  expect(cacheHere(bounds).read('one more')).toBe('result');
});

test('leaves alone what it did not write itself, what is being written, and what fits', () => {
  cacheHere().write('content', 'result');
  const half = `.${'b'.repeat(64)}.1.tmp`;
  const notOurs = ['notes.txt', `${half}.kept`, `x${half}`, '.gitkeep'];
  for (const name of [half, ...notOurs]) writeFileSync(join(folder, 'results', name), 'text');
  for (const name of notOurs) utimesSync(join(folder, 'results', name), 1_000, 1_000);
  mkdirSync(join(folder, 'results', 'c'.repeat(64)));
  const before = kept();
  cacheHere({ files: 2, bytes: 1_000_000 }).write('one more', 'result');
  expect(kept()).toHaveLength(before.length + 1);
  expect(kept()).toEqual(expect.arrayContaining(before));
});

test('is bounded in bytes', () => {
  const bounds = { files: 1_000, bytes: 50_000 };
  for (let index = 0; index < 20; index++) cacheHere(bounds).write(`content ${index}`, 'x'.repeat(5_000));
  expect(kept().length).toBeLessThanOrEqual(10);
});

test('keeps nothing where nothing can be kept, and says nothing', () => {
  writeFileSync(join(folder, 'results'), 'a file where the folder should be');
  cacheHere().write('content', 'result');
  expect(cacheHere().read('content')).toBeUndefined();
});

test('survives a folder under the name of a file', () => {
  const cache = cacheHere();
  cache.write('content', 'result');
  const [name = ''] = kept();
  rmSync(join(folder, 'results', name));
  mkdirSync(join(folder, 'results', name));
  expect(cache.read('content')).toBeUndefined();
  cache.write('content', 'result');
});
