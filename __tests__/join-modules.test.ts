import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { joinModules, lateFiles } from '../scripts/join-modules.ts';
import { makeLate } from '../scripts/late-modules.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pw-join-modules-'));
  write('package.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');

const parts = [
  { name: 'program', from: ['main'] },
  { name: 'work', from: ['work'] },
];

test('joins modules by who imports them first, and late ones into files of their own', async () => {
  write('src/shared.js', 'export const base = 20;\n');
  write(
    'src/sums.js',
    "import { base } from './shared.js';\nexport function sum(one) { return base + one; }\n",
  );
  write(
    'src/work.js',
    "import { base } from './shared.js';\nimport { sum } from './sums.js';\nexport const work = () => sum(base + 2);\n",
  );
  write(
    'src/main.js',
    "import { base } from './shared.js';\nexport const start = async () => base + (await import('./work.js')).work();\n",
  );
  makeLate(join(folder, 'src'), ['sums']);
  await joinModules(join(folder, 'src'), join(folder, 'out'), parts, lateFiles(join(folder, 'src')));
  expect(readdirSync(join(folder, 'out')).sort()).toEqual([
    'licenses.txt',
    'program.js',
    'sums.late.js',
    'work.js',
  ]);
  expect(read('program.js')).toContain('base = 20');
  expect(read('work.js')).not.toMatch(/base = 20|base \+ one/);
  expect(read('sums.late.js')).toContain('+ one');
  const { start } = createRequire(join(folder, 'index.js'))('./out/program.js');
  await expect(start()).resolves.toBe(62);
});

test('leaves an import by a computed path to Node', async () => {
  write('src/main.js', 'export const load = (path) => import(path);\n');
  await joinModules(join(folder, 'src'), join(folder, 'out'), [{ name: 'program', from: ['main'] }]);
  expect(read('program.js')).toContain('import(path)');
});

test('takes packages in, with their licences', async () => {
  write('node_modules/greeting/package.json', '{"name":"greeting","license":"ISC","main":"index.js"}');
  write('node_modules/greeting/index.js', "exports.greeting = () => 'hello';\n");
  write('node_modules/greeting/LICENSE', 'Use it.\n');
  write('src/main.js', "import { greeting } from 'greeting';\nexport const start = () => greeting();\n");
  await joinModules(join(folder, 'src'), join(folder, 'out'), [{ name: 'program', from: ['main'] }]);
  expect(read('licenses.txt')).toBe('greeting\nISC\nUse it.\n\n');
  expect(createRequire(join(folder, 'index.js'))('./out/program.js').start()).toBe('hello');
});

test.each([
  ['a package that is not there', "import { gone } from 'gone';\nexport const start = gone;\n", /gone/],
  [
    'a name that a module does not export',
    "import { no } from './other.js';\nexport const start = no;\n",
    /no/,
  ],
])('refuses %s', async (_what, code, message) => {
  write('src/other.js', 'export const yes = 1;\n');
  write('src/main.js', code);
  const joined = joinModules(join(folder, 'src'), join(folder, 'out'), [{ name: 'program', from: ['main'] }]);
  await expect(joined).rejects.toThrow(message);
});

test('refuses two late modules of one name', () => {
  write('src/one/sums.late.js', '');
  write('src/two/sums.late.js', '');
  expect(() => lateFiles(join(folder, 'src'))).toThrow('two late modules are called sums.late');
});
