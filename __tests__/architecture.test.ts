import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { house } from '../.dependency-cruiser.js';

const floors = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

test('every folder of src is a floor of the house', () => {
  expect(floors).toEqual(Object.keys(house).sort());
});

test('floors import downwards only: the table has no cycle', () => {
  const table: Readonly<Record<string, readonly string[]>> = house;
  const above = (floor: string, path: readonly string[]): readonly string[] => {
    if (path.includes(floor)) throw new Error(`cycle: ${[...path, floor].join(' > ')}`);
    return (table[floor] ?? []).flatMap((below) => above(below, [...path, floor]));
  };
  for (const floor of Object.keys(table)) expect(() => above(floor, [])).not.toThrow();
});

test('the drawing in docs/architecture.md names every floor', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');
  for (const floor of floors) expect(text).toContain(`\`${floor}/\``);
});

test('the files and folders that docs/architecture.md leads to are there', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => `/${path}`);
  const rooms = paths.map((path) => `${path}/`);
  const led = [...text.matchAll(/`(?:src\/)?([a-z][\w./-]*(?:\.(?:ts|sh)|\/))`/g)].map(
    ([, path = '']) => path,
  );
  const lost = led.filter(
    (path) =>
      !existsSync(path) &&
      !paths.some((known) => known.endsWith(`/${path}`)) &&
      !rooms.some((known) => known.endsWith(`/${path}`)),
  );
  expect(led.length).toBeGreaterThan(60);
  expect(lost).toEqual([]);
});

test('only what runs on Node imports its modules, so that the rest runs in browsers', () => {
  const importing = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => /\bfrom 'node:|\bimport\('node:/.test(readFileSync(join('src', path), 'utf8')))
    .map((path) => path.split('/')[0]);
  expect([...new Set(importing)].sort()).toEqual(['action', 'cli', 'host']);
});

/** The folders of `src` whose files are a list by their nature: a rule is a file, and there are hundreds. */
const isGallery = (folder: string): boolean => /^src\/rules\/[a-z]+$/.test(folder);

test('no room of src has more than 40 source files', () => {
  const folders = [
    'src',
    ...readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name)),
  ];
  const crowded = folders
    .filter((folder) => !isGallery(folder))
    .map((folder) => [folder, readdirSync(folder).filter((name) => name.endsWith('.ts')).length] as const)
    .filter(([, files]) => files > 40);
  expect(folders.length).toBeGreaterThan(floors.length);
  expect(crowded).toEqual([]);
});

test('the extension of VS Code takes names alone from src, so that nothing of the server gets into the client', () => {
  const root = 'editors/vscode/src';
  const imported = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [
      ...readFileSync(join(root, path), 'utf8').matchAll(/from '(?:\.\.\/){3,}(src\/[^']+)'/g),
    ])
    .map(([, path]) => path);
  expect([...new Set(imported)].sort()).toEqual([
    'src/browser/files-notification.ts',
    'src/lsp/command-names.ts',
  ]);
});
