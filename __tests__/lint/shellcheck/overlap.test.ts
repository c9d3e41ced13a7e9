import type { RuleFinding } from '../../../src/lint/ask-rules.ts';
import { withoutOverlap } from '../../../src/lint/shellcheck/overlap.ts';
import { filePath } from '../../../src/source/span.ts';

function said(rule: string, start: number, end: number, file = 'start.sh'): RuleFinding {
  return { rule, severity: 'warning', message: rule, at: { file: filePath(file), start, end } };
}

test.each([
  ['the same word', said('shellcheck/SC2154', 4, 9), said('misspelt-variable', 4, 11), []],
  ['a word of the command', said('shellcheck/SC2115', 6, 9), said('rm-of-possibly-empty', 0, 20), []],
  ['another word', said('shellcheck/SC2154', 4, 9), said('misspelt-variable', 9, 11), ['shellcheck/SC2154']],
  [
    'another file',
    said('shellcheck/SC2154', 4, 9),
    said('misspelt-variable', 4, 9, 'a.sh'),
    ['shellcheck/SC2154'],
  ],
  ['something else', said('shellcheck/SC2086', 4, 9), said('misspelt-variable', 4, 9), ['shellcheck/SC2086']],
])('leaves out what a rule of ours says of %s, and only that', (_, remark, own, left) => {
  expect(withoutOverlap([own], [remark]).map((one) => one.rule)).toEqual(left);
});
