import { partOf } from '../../../src/app/shards/shards.ts';

const costs: Readonly<Record<string, number>> = { a: 9, b: 1, c: 1, d: 4, e: 4, f: 1, g: 0 };
const names = Object.keys(costs);
const parts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    partOf(names, { index: index + 1, count }, (name) => costs[name] ?? 0),
  );

test.each([1, 2, 3, 7, 12])('%d parts hold every workflow once, in order', (count) => {
  expect(parts(count).flat().sort()).toEqual(names);
  for (const part of parts(count)) expect(part).toEqual([...part].sort());
});

test('parts cost about the same', () => {
  const loads = parts(2).map((part) => part.reduce((sum, name) => sum + (costs[name] ?? 0), 0));
  expect(loads).toEqual([10, 10]);
});

test('workflows of equal cost are dealt out in turn', () => {
  expect(partOf(names, { index: 2, count: 3 }, () => 1)).toEqual(['b', 'e']);
});
