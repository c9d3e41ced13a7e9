import { expandWord } from '../../src/run/engine/expand-word.ts';
import { joinPath, pathBelow } from '../../src/run/engine/paths.ts';
import { alignLines } from '../../src/run/verdict/align-lines.ts';
import { lastLines, neutraliseLine } from '../../src/run/verdict/neutralise.ts';
import { hostFault, portIn, reaches } from '../../src/run/watch/service-state.ts';
import { complaint, decisiveRecord, traceRecords } from '../../src/run/watch/trace-records.ts';

describe('lines of run.sh', () => {
  test('lead back to the script behind the lines that the runner put in front', () => {
    const pairs = alignLines(
      '#!/bin/bash\ncd /x\nexport PATH\n#!/bin/bash\na\n\nb\n',
      '#!/bin/bash\na\n\nb\n',
    );
    expect([...pairs].sort()).toEqual([
      [4, 1],
      [5, 2],
      [6, 3],
      [7, 4],
    ]);
  });
  test('lead back although a scheduler dropped the blank ones', () => {
    expect(alignLines('#!/bin/bash\n#SBATCH -x\na\nb\nc\n', 'a\n\n\nb\n  \nc\n')).toEqual(
      new Map([
        [5, 6],
        [4, 4],
        [3, 1],
      ]),
    );
  });
});

describe('the trace', () => {
  const row = (...fields: readonly (string | number)[]): string => `${fields.join('\t')}\n`;
  const read = (...rows: readonly string[]) => traceRecords(rows.join(''));
  test('blames the command that failed under set -e and not what the trap did afterwards', () => {
    const records = read(
      row('E', 1, 7, 50, 50, 'ehB', '/job', './run.sh', './run.sh', 'false'),
      row('E', 1, 3, 50, 50, 'ehB', '/job', './run.sh', './run.sh', 'kill'),
    );
    expect(decisiveRecord(records, 1)?.line).toBe(7);
  });
  test('blames the exit that gave the status', () => {
    const records = read(
      row('E', 1, 2, 50, 50, 'hB', '/job', './run.sh', './run.sh', 'grep'),
      row('X', 4, 9, 50, 50, 'hB', '/job', './run.sh', './run.sh', 'exit'),
    );
    expect(decisiveRecord(records, 4)?.line).toBe(9);
  });
  test('leaves out subshells and broken rows', () => {
    const records = read(row('E', 2, 2, 50, 51, 'ehB', '/job', './run.sh', './run.sh', 'x'), 'E\t2\t');
    expect(decisiveRecord(records, 2)).toBeUndefined();
  });
  test('finds what bash itself said', () => {
    expect(complaint('x\n./run.sh: line 12: X: unbound variable\n', (name) => name === 'run.sh')).toEqual({
      line: 12,
      message: 'X: unbound variable',
    });
  });
});

describe('output of others', () => {
  test.each([
    ['::error::x', '\u200b::error::x'],
    ['  ##[group]x', '  \u200b##[group]x'.replaceAll('##[', '#\u200b#[')],
    ['a\u001b[31mred\u001b[0m', 'ared'],
    ['10%\r20%\r30%', '30%'],
    ['a\u0007\u0000b\u009b', 'ab'],
  ])('%j becomes harmless', (written, shown) => {
    expect(neutraliseLine(written)).toBe(shown);
  });
  test('is bounded in lines and length', () => {
    const lines = lastLines(`${'x'.repeat(5000)}\n`.repeat(50), 3);
    expect(lines.map((line) => line.length)).toEqual([2000, 2000, 2000]);
  });
});

describe('words of the shell', () => {
  const env = { HOME: '/h', A: '1' };
  test.each([
    ['~/x', '/h/x'],
    ['~', '/h'],
    ['~user/x', '~user/x'],
    ['${HOME}/$HOME', '/h//h'],
    ['${HOME%/*}', undefined],
    ['`date`', undefined],
    ['${A}/$A-$B', '1/1-'],
    ['plain', 'plain'],
    ['$(date)', undefined],
    ['${A:-x}', undefined],
  ])('%s is %s', (word, expanded) => expect(expandWord(word, env)).toBe(expanded));
});

test('paths are put together and taken apart', () => {
  expect(joinPath('/a', 'b/../c', './d')).toBe('/a/c/d');
  expect(joinPath('/a', '/b')).toBe('/b');
  expect(pathBelow('/a', '/a/b')).toBe('b');
  expect(pathBelow('/a', '/ab')).toBeUndefined();
});

test.each([
  ['5000\n', 5000],
  ['SESSION_PORT=5000', undefined],
  ['0', undefined],
  ['65536', undefined],
  ['80 81', undefined],
  ['', undefined],
])('%j as a port is %s', (content, port) => expect(portIn(content)).toBe(port));

test('a host name is one word', () => {
  expect(hostFault('node-1.cluster\n')).toBeUndefined();
  expect(hostFault('')).toBe('is empty');
  expect(hostFault('a b')).toBe('holds more than one word');
  expect(hostFault('$(hostname)')).toBe('is not a host name');
});

test.each([
  ['0.0.0.0', '10.0.0.1', true],
  ['0.0.0.0', '::1', false],
  ['::', '10.0.0.1', true],
  ['127.0.0.1', '10.0.0.1', false],
])('%s reaches %s: %s', (listening, wanted, expected) => expect(reaches(listening, wanted)).toBe(expected));
