import { repositoryDisabledCodes } from '../../../src/lint/shellcheck/rc-file.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { filePath } from '../../../src/source/span.ts';

function disabled(texts: Readonly<Record<string, string>>, script: string, ...codes: readonly number[]) {
  const isDisabled = repositoryDisabledCodes(memoryFiles(texts))(filePath(script));
  return codes.filter((code) => isDisabled(code));
}

const script = 'workflows/hello/start.sh';

test.each([
  ['disable=SC2034,2154\n', [2034, 2154]],
  [
    '# our habits\nsource-path=SCRIPTDIR disable=SC2100-SC2199 # all of them\ndisable="SC2034"',
    [2034, 2154, 2199],
  ],
  ['disable=all\n', [2034, 2154, 2199, 2200]],
  ['# disable=SC2034\nenable=require-variable-braces\n', []],
  ['disable=nonsense,SC,-3\n', []],
  ['', []],
])('follows what %j disables', (text, expected) => {
  expect(disabled({ '.shellcheckrc': text }, script, 2034, 2154, 2199, 2200)).toEqual(expected);
});

test('the nearest file counts, alone, under either of its names', () => {
  const texts = { '.shellcheckrc': 'disable=SC2034', 'workflows/hello/shellcheckrc': 'disable=SC2154' };
  expect(disabled(texts, script, 2034, 2154)).toEqual([2154]);
  expect(disabled(texts, 'workflows/other/deep/run.sh', 2034, 2154)).toEqual([2034]);
  expect(disabled(texts, 'start.sh', 2034, 2154)).toEqual([2034]);
});

test('without a file nothing is disabled', () => {
  expect(disabled({}, script, 2034)).toEqual([]);
});
