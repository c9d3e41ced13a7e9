import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { makeLate } from '../scripts/late-modules.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pw-late-modules-'));
  mkdirSync(join(folder, 'sums'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (code: string) => writeFileSync(join(folder, 'sums', 'add.js'), code);

/** The module of the folder, as webpack takes it: exports and `require` in one. */
function load(): { readonly add: (...numbers: readonly number[]) => number } {
  for (const name of ['add.js', 'add.late.js']) {
    const path = join(folder, 'sums', name);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      module: { type: 'commonjs' },
      swcrc: false,
    });
    writeFileSync(path, code);
  }
  return createRequire(join(folder, 'index.js'))('./sums/add.js');
}

test('evaluates a module when it is called, and once', () => {
  write(
    'globalThis.evaluated = (globalThis.evaluated ?? 0) + 1;\nexport function add(...numbers) { return numbers.reduce((a, b) => a + b, 0); }\n',
  );
  makeLate(folder, ['sums/add']);
  const evaluated = () => (globalThis as { evaluated?: number }).evaluated;
  const { add } = load();
  expect(evaluated()).toBeUndefined();
  expect([add(1, 2, 3), add()]).toEqual([6, 0]);
  expect(evaluated()).toBe(1);
});

test.each([
  'export const add = () => 0;\n',
  'export function add() {}\nexport const zero = 0;\n',
  'export function add() {}\nexport { other } from "./other.js";\n',
])('refuses a module that exports more than functions: %j', (code) => {
  write(code);
  expect(() => makeLate(folder, ['sums/add'])).toThrow('sums/add cannot be evaluated late');
});
