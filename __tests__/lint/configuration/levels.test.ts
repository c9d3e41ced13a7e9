import { usualConfiguration } from '../../../src/lint/configuration/configuration.ts';
import { isNamed, type LevelOptions, levels } from '../../../src/lint/configuration/levels.ts';
import { readConfiguration } from '../../../src/lint/configuration/read-configuration.ts';
import { filePath } from '../../../src/source/span.ts';

/** What a configuration and options say of the rule `yaml-syntax`, an error, and of the pedantic `duplicate-label`. */
function optionsOf(text: string, { only = [], skip = [] }: Partial<LevelOptions> = {}): LevelOptions {
  const file = { path: filePath('.pw-workflow-check.yaml'), text };
  const { configuration, faults } = readConfiguration(file, ['yaml-syntax', 'duplicate-label']);
  expect(faults).toEqual([]);
  const isQuiet = (rule: string) => rule === 'duplicate-label' || rule === 'shellcheck/SC2312';
  return { configuration, only, skip, isQuiet };
}

const inA = 'overrides: [{paths: [a/**], rules: {RULE: LEVEL}}]';
const override = (rule: string, level: string) => inA.replace('RULE', rule).replace('LEVEL', level);

test.each<
  [string, string, Partial<LevelOptions>, rule: string, asked: boolean, inA: string, elsewhere: string]
>([
  ['nothing', '', {}, 'yaml-syntax', true, 'error', 'error'],
  ['nothing', '', {}, 'duplicate-label', false, 'off', 'off'],
  ['a level', 'rules: {yaml-syntax: note}', {}, 'yaml-syntax', true, 'note', 'note'],
  ['off', 'rules: {yaml-syntax: off}', {}, 'yaml-syntax', false, 'off', 'off'],
  ['a level', 'rules: {duplicate-label: warning}', {}, 'duplicate-label', true, 'warning', 'warning'],
  ['another level in a folder', override('yaml-syntax', 'note'), {}, 'yaml-syntax', true, 'note', 'error'],
  ['off in a folder', override('yaml-syntax', 'off'), {}, 'yaml-syntax', true, 'off', 'error'],
  [
    'a level in a folder',
    override('duplicate-label', 'warning'),
    {},
    'duplicate-label',
    true,
    'warning',
    'off',
  ],
  ['off in a folder', override('duplicate-label', 'off'), {}, 'duplicate-label', false, 'off', 'off'],
  [
    'off, but on in a folder',
    `rules: {yaml-syntax: off}\n${override('yaml-syntax', 'note')}`,
    {},
    'yaml-syntax',
    true,
    'note',
    'off',
  ],
  [
    'the last of two overrides',
    'overrides: [{paths: [a/**], rules: {yaml-syntax: note}}, {paths: ["a/x*"], rules: {yaml-syntax: warning}}]',
    {},
    'yaml-syntax',
    true,
    'warning',
    'error',
  ],
  ['--only', '', { only: ['duplicate-label'] }, 'duplicate-label', true, 'error', 'error'],
  ['--only of another', '', { only: ['duplicate-label'] }, 'yaml-syntax', false, 'off', 'off'],
  [
    '--only above off',
    'rules: {yaml-syntax: off}',
    { only: ['yaml-syntax'] },
    'yaml-syntax',
    true,
    'error',
    'error',
  ],
  [
    '--only with a level',
    'rules: {yaml-syntax: note}',
    { only: ['yaml-syntax'] },
    'yaml-syntax',
    true,
    'note',
    'note',
  ],
  [
    '--only above off in a folder',
    override('yaml-syntax', 'off'),
    { only: ['yaml-syntax'] },
    'yaml-syntax',
    true,
    'error',
    'error',
  ],
  ['--skip', '', { skip: ['yaml-syntax'] }, 'yaml-syntax', false, 'off', 'off'],
  [
    '--skip above a level',
    'rules: {yaml-syntax: note}',
    { skip: ['yaml-syntax'] },
    'yaml-syntax',
    false,
    'off',
    'off',
  ],
  [
    '--skip above --only',
    '',
    { only: ['yaml-syntax'], skip: ['yaml-syntax'] },
    'yaml-syntax',
    false,
    'off',
    'off',
  ],
])('%s (%j %j): the rule "%s"', (_, text, options, rule, asked, folder, elsewhere) => {
  const { isAsked, levelOf } = levels(optionsOf(text, options));
  const found = [isAsked(rule), levelOf(rule, 'a/x.yaml', 'error'), levelOf(rule, 'b/x.yaml', 'error')];
  expect(found).toEqual([asked, folder, elsewhere]);
});

test.each<[string, Partial<LevelOptions>, level: string]>([
  ['rules: {SC2086: note}', {}, 'note'],
  ['rules: {shellcheck/SC2086: note}', {}, 'note'],
  ['rules: {SC2086: note, shellcheck/SC2086: warning}', {}, 'warning'],
  ['', { only: ['SC2086'] }, 'error'],
  ['', { only: ['shellcheck/SC2086'] }, 'error'],
  ['', { only: ['SC2034'] }, 'off'],
  ['', { skip: ['SC2086'] }, 'off'],
  ['', { skip: ['shellcheck/SC2086'] }, 'off'],
])('a code of ShellCheck may be named with its prefix or without: %j %j', (text, options, level) => {
  expect(levels(optionsOf(text, options)).levelOf('shellcheck/SC2086', 'x.sh', 'error')).toBe(level);
});

test.each<[string, Partial<LevelOptions>, boolean]>([
  ['', {}, false],
  ['rules: {SC2312: note}', {}, true],
  ['rules: {SC2312: off}', {}, false],
  [override('SC2312', 'note'), {}, true],
  [override('SC2312', 'off'), {}, false],
  ['', { only: ['SC2312'] }, true],
  ['', { only: ['shellcheck/SC2312'] }, true],
])('a code is asked for by name (%j %j): %j', (text, options, named) => {
  expect(isNamed('shellcheck/SC2312', optionsOf(text, options))).toBe(named);
});

test('a rule named like what every object has is none of a configuration', () => {
  const { levelOf } = levels({ configuration: usualConfiguration, only: [], skip: [], isQuiet: () => false });
  expect(levelOf('constructor', 'x', 'warning')).toBe('warning');
});
