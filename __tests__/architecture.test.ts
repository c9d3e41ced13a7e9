import { readdirSync, readFileSync } from 'node:fs';
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
