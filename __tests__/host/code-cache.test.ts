import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderCodeCache } from '../../src/host/code-cache.ts';

let above = '';
let folder = '';
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'pw-code-cache-'));
  folder = join(above, 'cache', 'code');
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const digest = 'a'.repeat(64);
const data = Buffer.from('compiled');
const file = () => join(folder, readdirSync(folder)[0] ?? '');
const kept = () => folderCodeCache(folder).read(digest)?.data.toString();
const keep = () => folderCodeCache(folder).write(digest, data);

test('gives back what was kept, from a folder that is only for this user', () => {
  expect(kept()).toBeUndefined();
  keep();
  expect(kept()).toBe('compiled');
  expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  expect(lstatSync(file()).mode & 0o777).toBe(0o600);
  expect(folderCodeCache(folder).read('b'.repeat(64))).toBeUndefined();
});

test.each([
  ['cut short', (text: string) => text.slice(0, -1)],
  ['emptied', () => ''],
  ['changed', (text: string) => text.replace('compiled', 'compilex')],
])('does not believe a file that is %s', (_, spoil) => {
  keep();
  writeFileSync(file(), spoil(readFileSync(file(), 'latin1')), 'latin1');
  expect(kept()).toBeUndefined();
});

test.each([
  ['the file', () => chmodSync(file(), 0o622)],
  ['the folder', () => chmodSync(folder, 0o770)],
])('does not run what others may have written: %s', (_, open) => {
  keep();
  open();
  expect(kept()).toBeUndefined();
});

test('does not believe code that was compiled from another text', () => {
  keep();
  const other = 'b'.repeat(64);
  renameSync(file(), file().replace('a'.repeat(32), 'b'.repeat(32)));
  expect(folderCodeCache(folder).read(other)).toBeUndefined();
});

test('follows no links', () => {
  keep();
  const path = file();
  renameSync(path, join(above, 'elsewhere'));
  symlinkSync(join(above, 'elsewhere'), path);
  expect(kept()).toBeUndefined();
  rmSync(path);
  linkSync(join(above, 'elsewhere'), path);
  renameSync(folder, join(above, 'real'));
  symlinkSync(join(above, 'real'), folder);
  expect(kept()).toBeUndefined();
});

test('keeps nothing where it would not be read, and says nothing', () => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  keep();
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file');
  keep();
  expect(kept()).toBeUndefined();
});

test('tells how old it is, counts a confirmation, and removes what is not used any more', () => {
  keep();
  const long = Date.now() / 1000 - 40 * 24 * 60 * 60;
  utimesSync(file(), long, long);
  expect(folderCodeCache(folder).read(digest)?.ageMs).toBeGreaterThan(1_000_000);
  folderCodeCache(folder).confirm(digest);
  expect(folderCodeCache(folder).read(digest)?.ageMs).toBeLessThan(60_000);
  utimesSync(file(), long, long);
  folderCodeCache(folder).write('b'.repeat(64), data);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(kept()).toBeUndefined();
});
