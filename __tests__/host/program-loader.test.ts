import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeCache, KeptCode } from '../../src/host/code-cache.ts';
import { programLoader } from '../../src/host/program-loader.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pw-program-loader-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file as the bundle has it. */
function write(name: string, code: string): string {
  const body = `(function(exports,require,module,__filename,__dirname){${code}\n})\n`;
  const digest = createHash('sha256').update(body).digest('hex');
  writeFileSync(join(folder, name), `// ${digest}\n${body}`);
  return join(folder, name);
}

/** A cache in memory, which also says what was asked of it. */
function fakeCache(ageMs = 0) {
  const kept = new Map<string, Buffer>();
  const acts: string[] = [];
  const cache: CodeCache = {
    read(digest): KeptCode | undefined {
      const data = kept.get(digest);
      return data && { data, ageMs };
    },
    write(digest, data) {
      acts.push('write');
      kept.set(digest, data);
    },
    confirm: () => acts.push('confirm'),
  };
  return { cache, kept, acts };
}

test('loads files that require each other, Node and files without a seal, each once', () => {
  write('2.js', 'exports.times = (globalThis.loadedTimes = (globalThis.loadedTimes ?? 0) + 1);');
  writeFileSync(join(folder, '3.js'), 'exports.plain = 3;');
  const path = write(
    '1.js',
    'const { join } = require("node:path"); module.exports = { two: require("./2.js"), again: require("./2.js"), three: require("./3.js"), at: join(__dirname, "x"), name: __filename };',
  );
  expect(programLoader(fakeCache().cache, 0).load(path)).toEqual({
    two: { times: 1 },
    again: { times: 1 },
    three: { plain: 3 },
    at: join(folder, 'x'),
    name: path,
  });
});

test('gives the same with code that was kept, and then leaves it as it is', () => {
  const { cache, acts } = fakeCache();
  const path = write('1.js', 'exports.sum = [1, 2, 3].reduce((a, b) => a + b);');
  for (const _ of [1, 2, 3]) {
    const loader = programLoader(cache, 0);
    expect(loader.load(path)).toEqual({ sum: 6 });
    loader.keep();
  }
  expect(acts).toEqual(['write']);
});

test('looks again after some time, and only writes what has grown', () => {
  const { cache, acts } = fakeCache(60 * 60 * 1000);
  const path = write(
    '1.js',
    'exports.one = () => { let sum = 0; for (let i = 0; i < 9; i++) sum += i; return sum; };',
  );
  for (const used of [false, false, true]) {
    const loader = programLoader(cache, 0);
    const { one } = loader.load(path) as { one: () => number };
    if (used) expect(one()).toBe(36);
    loader.keep();
  }
  expect(acts).toEqual(['write', 'confirm', 'write']);
});

test('is not led astray by code that V8 refuses, and puts its own in the place', () => {
  const { cache, acts } = fakeCache();
  const path = write('1.js', 'exports.right = true;');
  const loader = programLoader({ ...cache, read: () => ({ data: Buffer.alloc(200), ageMs: 0 }) }, 0);
  expect(loader.load(path)).toEqual({ right: true });
  loader.keep();
  expect(acts).toEqual(['write']);
});

test('keeps nothing of a text that is compiled sooner than read', () => {
  const { cache, acts } = fakeCache();
  const loader = programLoader(cache);
  expect(loader.load(write('1.js', 'exports.small = true;'))).toEqual({ small: true });
  loader.keep();
  expect(acts).toEqual([]);
});
