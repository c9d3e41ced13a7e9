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

test('gives back what was kept for the same content, to another program too', async () => {
  await cacheHere().write('content', 'ü\nresult');
  expect(await cacheHere().read('content')).toBe('ü\nresult');
  expect(await cacheHere().read('other content')).toBeUndefined();
});

test.each([
  ['cut short', (text: string) => text.slice(0, -3)],
  ['changed', (text: string) => text.replace('result', 'reswlt')],
  ['emptied', () => ''],
])('does not believe a file that was %s, and removes it', async (_, spoil) => {
  await cacheHere().write('content', 'the result');
  const path = join(folder, 'results', kept()[0] ?? '');
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  expect(await cacheHere().read('content')).toBeUndefined();
  expect(kept()).toEqual([]);
});

test('does not believe the file of another content under its name', async () => {
  const cache = cacheHere();
  await cache.write('one', 'result of one');
  const [one = ''] = kept();
  await cache.write('two', 'result of two');
  const two = kept().find((name) => name !== one) ?? '';
  renameSync(join(folder, 'results', one), join(folder, 'results', two));
  expect(await cache.read('two')).toBeUndefined();
});

test('removes what was used longest ago, and what killed programs left', async () => {
  const bounds = { files: 10, bytes: 1_000_000 };
  const first = cacheHere(bounds);
  for (let index = 0; index < 30; index++) {
    await first.write(`content ${index}`, 'result');
    const age = 1_000_000 + index;
    for (const name of kept().slice(-1)) utimesSync(join(folder, 'results', name), age, age);
  }
  const left = `.${'a'.repeat(64)}.999999.tmp`;
  writeFileSync(join(folder, 'results', left), 'half');
  utimesSync(join(folder, 'results', left), 1_000, 1_000);
  await cacheHere(bounds).write('one more', 'result');
  expect(kept().length).toBeLessThanOrEqual(8);
  expect(kept()).not.toContain(left);
  expect(await cacheHere(bounds).read('one more')).toBe('result');
});

test('is bounded in bytes', async () => {
  const bounds = { files: 1_000, bytes: 50_000 };
  for (let index = 0; index < 20; index++)
    await cacheHere(bounds).write(`content ${index}`, 'x'.repeat(5_000));
  expect(kept().length).toBeLessThanOrEqual(10);
});

test('keeps nothing where nothing can be kept, and says nothing', async () => {
  writeFileSync(join(folder, 'results'), 'a file where the folder should be');
  await cacheHere().write('content', 'result');
  expect(await cacheHere().read('content')).toBeUndefined();
});

test('survives a folder under the name of a file', async () => {
  const cache = cacheHere();
  await cache.write('content', 'result');
  const [name = ''] = kept();
  rmSync(join(folder, 'results', name));
  mkdirSync(join(folder, 'results', name));
  expect(await cache.read('content')).toBeUndefined();
  await cache.write('content', 'result');
});

test('serves programs that write and read at the same time', async () => {
  const content = 'x'.repeat(100_000);
  const all = Array.from({ length: 20 }, async (_, index) => {
    const cache = cacheHere();
    await cache.write(`content ${index % 4}`, content);
    return cache.read(`content ${index % 4}`);
  });
  expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, () => content));
});
