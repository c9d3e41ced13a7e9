import { optionTable } from '../../src/app/option-table.ts';
import { readArguments } from '../../src/cli/arguments.ts';
import { commandHelp, programHelp } from '../../src/cli/help.ts';

const read = (line: string, existing: readonly string[] = []) =>
  readArguments(line === '' ? [] : line.split(' '), (path) => existing.includes(path));

test('a command, its operands and its options are told apart', () => {
  expect(read('check a b --format json -i x=1 -i y=2 --output=json=r.json --quiet')).toEqual({
    kind: 'line',
    line: {
      command: 'check',
      operands: ['a', 'b'],
      options: { format: ['json'], input: ['x=1', 'y=2'], output: ['json=r.json'], quiet: ['true'] },
    },
  });
});

test('the options may stand before the command, and the last of a single one counts', () => {
  expect(read('--fail-on note lint --fail-on never')).toMatchObject({
    line: { command: 'lint', options: { 'fail-on': ['never'] } },
  });
});

test('words behind -- are operands', () => {
  expect(read('lint -- --format')).toMatchObject({ line: { operands: ['--format'] } });
});

test.each([
  ['lint --changed', [], { changed: [''] }, []],
  ['lint --changed origin/main', [], { changed: ['origin/main'] }, []],
  ['lint --changed workflows/x', ['workflows/x'], { changed: [''] }, ['workflows/x']],
  ['lint --changed=main workflows/x', ['workflows/x'], { changed: ['main'] }, ['workflows/x']],
  ['--changed lint', [], { changed: [''] }, []],
])('%s', (line, existing, options, operands) => {
  expect(read(line, existing)).toMatchObject({ line: { command: 'lint', options, operands } });
});

test.each([
  ['chekc', 'unknown command "chekc": did you mean "check"?'],
  ['check --fromat json', 'unknown option "--fromat": did you mean "--format"?'],
  ['check -z', 'unknown option "-z": see --help'],
  ['check --format', '--format needs a value: FORMAT'],
  ['check --config --quiet', '--config needs a value: FILE'],
  ['check --quiet=no', '--quiet takes no value, but "no" was given'],
  ['rules --mode slurm', '"rules" does not know --mode: it belongs to check, run, gate, shard-script'],
])('"%s" is refused with a hint', (line, message) => {
  expect(read(line)).toEqual({ kind: 'refused', message });
});

test('nothing at all asks for nothing', () => {
  expect(read('')).toEqual({ kind: 'bare' });
});

test.each(['--help', '--version', '-h', '-V'])('%s needs no command', (word) => {
  expect(read(word)).toMatchObject({ kind: 'line' });
});

test('the help of a command has every option that it knows, and no line is too long for a terminal', () => {
  const help = commandHelp('check');
  for (const row of optionTable) {
    expect(new RegExp(`--${row.name}(?![a-z-])`).test(optionsIn(help))).toBe(row.commands.includes('check'));
  }
  expect(programHelp()).toContain('Exit status: 0 clean');
});

/** The left column of a help, where options are; the words beside may name others. */
function optionsIn(help: string): string {
  return [...help.matchAll(/^ {2}(?:-\w, | {4})(--[a-z-]+)/gm)].map((match) => match[1]).join('\n');
}

test('names and short names of options are unique', () => {
  const names = optionTable.flatMap((row) => [row.name, ...(row.short === undefined ? [] : [row.short])]);
  expect(new Set(names).size).toBe(names.length);
});
