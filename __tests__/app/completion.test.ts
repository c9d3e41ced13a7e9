import { execFileSync } from 'node:child_process';
import { shellCompletion } from '../../src/app/completion.ts';
import { optionTable } from '../../src/app/option-table.ts';

/** What bash offers behind these words; the last is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${shellCompletion('bash')}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_pw_workflow_check
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const said = execFileSync('bash', ['-c', script, 'bash', 'pw-workflow-check', ...words], {
    encoding: 'utf8',
  });
  return said.split('\n').filter((word) => word !== '');
}

test.each([
  [['li'], ['lint', 'list']],
  [
    ['lint', '--fix'],
    ['--fix', '--fix-unsafe', '--fix-dry-run'],
  ],
  [
    ['lint', '--fail-on', ''],
    ['error', 'warning', 'note', 'never'],
  ],
  [['run', '-m', 's'], ['slurm']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['doctor', '--f'], []],
])('bash completes %j', (words, expected) => {
  expect(offered(...words)).toEqual(expected);
});

test('fish and zsh know every option', () => {
  for (const { name } of optionTable) {
    expect(shellCompletion('fish')).toContain(` -l ${name} `);
    expect(shellCompletion('zsh')).toContain(`--${name}`);
  }
});
