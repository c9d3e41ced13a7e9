import { spread } from '../../src/report/github/spread.ts';

/** Picks of items like `1:a:x:2`: their tier, their file and their rule, and what tells them apart. */
const picked = (most: number, ...items: readonly string[]) =>
  spread(
    items,
    most,
    (item) => Number(item.split(':')[0]),
    (item) => ({ file: item.split(':')[1] ?? '', rule: item.split(':')[2] ?? '' }),
  );

test.each<[string, number, readonly string[], readonly string[]]>([
  ['all, where all fit', 3, ['0:a:x', '1:a:x', '0:a:x:2'], ['0:a:x', '1:a:x', '0:a:x:2']],
  ['none, where nothing is left', 0, ['0:a:x'], []],
  ['none, where more than all was spent', -1, ['0:a:x'], []],
  ['the first of equals', 1, ['0:a:x', '0:b:y', '0:c:z'], ['0:a:x']],
  ['another file before the same once more', 2, ['0:a:x', '0:a:x:2', '0:b:x'], ['0:a:x', '0:b:x']],
  ['another rule before the same once more', 2, ['0:a:x', '0:a:x:2', '0:a:y'], ['0:a:x', '0:a:y']],
  ['what repeats neither before what repeats one', 2, ['0:a:x', '0:b:x', '0:c:z'], ['0:a:x', '0:c:z']],
  [
    'a better tier before all others, though it repeats',
    2,
    ['1:b:y', '0:a:x', '0:a:x:2'],
    ['0:a:x', '0:a:x:2'],
  ],
  ['in the order of the list', 2, ['0:a:x', '0:a:x:2', '0:c:z'], ['0:a:x', '0:c:z']],
])('picks %s', (_, most, items, expected) => {
  expect(picked(most, ...items)).toEqual(expected);
});
