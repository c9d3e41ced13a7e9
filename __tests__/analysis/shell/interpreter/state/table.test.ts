import fc from 'fast-check';
import { Table } from '../../../../../src/analysis/shell/interpreter/state/table.ts';

const step = fc.record({
  kind: fc.constantFrom('set', 'delete', 'copy', 'turn'),
  key: fc.integer({ min: 0, max: 12 }),
  item: fc.integer(),
});

test('holds what a map holds that is copied whole, and knows where two differ', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let tables = [new Table<number, number>(), new Table<number, number>()];
      let maps = [new Map<number, number>(), new Map<number, number>()];
      for (const { kind, key, item } of steps) {
        const [table, other] = tables as [Table<number, number>, Table<number, number>];
        const [map, another] = maps as [Map<number, number>, Map<number, number>];
        if (kind === 'set') {
          table.set(key, item);
          map.set(key, item);
        } else if (kind === 'delete') {
          table.delete(key);
          map.delete(key);
        } else if (kind === 'copy') {
          tables = [table.copy(), table.copy()];
          maps = [new Map(map), new Map(map)];
        } else {
          tables = [other, table];
          maps = [another, map];
        }
      }
      for (const [index, table] of tables.entries()) {
        const map = maps[index] ?? new Map();
        expect(new Map(table)).toEqual(map);
        for (let key = 0; key <= 12; key++) expect(table.get(key)).toBe(map.get(key));
        if (table.isEmpty) expect(map.size).toBe(0);
      }
      const [left, right] = tables as [Table<number, number>, Table<number, number>];
      const differing = left.differing(right);
      for (let key = 0; key <= 12; key++)
        if (left.get(key) !== right.get(key)) expect(differing.has(key)).toBe(true);
    }),
  );
});
