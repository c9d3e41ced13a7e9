import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames, optionTable } from '../../src/app/option-table.ts';
import { cliBundle } from './support/cli.ts';
import { inScratch, projectRoot } from './support/scratch.ts';

const isHere = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** What a shell says, with the words of completion for it in the file `$1`. */
async function said(
  shell: 'bash' | 'zsh' | 'fish',
  words: readonly string[],
  script: string,
): Promise<string> {
  let answer = '';
  await inScratch(async (scratch) => {
    const file = join(scratch, 'completion');
    const printed = spawnSync(process.execPath, [cliBundle, 'completion', shell], { encoding: 'utf8' });
    writeFileSync(file, printed.stdout);
    const { stdout, stderr } = spawnSync(
      shell,
      [...words, script, ...(shell === 'fish' ? [] : [shell]), file],
      {
        cwd: scratch,
        encoding: 'utf8',
        timeout: 60_000,
        env: { ...process.env, HOME: scratch, TERM: 'dumb' },
      },
    );
    answer = `${stdout}${stderr}`;
  });
  return answer;
}

test('bash takes the words of completion', async () => {
  const answer = await said('bash', ['--norc', '-c'], 'source "$1" && complete -p pw-workflow-check');
  expect(answer.trim()).toBe('complete -o default -F _pw_workflow_check pw-workflow-check');
});

(isHere('fish') ? test : test.skip)('fish completes commands, options and their words', async () => {
  const script = `source $argv[1]
complete -C 'pw-workflow-check li'
complete -C 'pw-workflow-check lint --fix-'
complete -C 'pw-workflow-check lint --fail-on n'`;
  const words = (await said('fish', ['--no-config', '-c'], script))
    .split('\n')
    .map((line) => line.split('\t')[0]);
  expect(words).toEqual(expect.arrayContaining(['lint', 'list', '--fix-unsafe', 'note', 'never']));
});

(isHere('zsh') ? test : test.skip)('zsh completes what is typed at its prompt', async () => {
  // A terminal in which somebody types and presses the tabulator; reading ends when the words are there.
  const script = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT='> '; autoload -Uz compinit && compinit -u -D && source $1 && print REA''DY"
zpty -r shell output '*READY*'
zpty -w -n shell $'pw-workflow-check lint --fail-on n\\t\\t'
zpty -r shell output '*never*note*'
print -r -- "$output"
zpty -d shell`;
  const answer = await said('zsh', ['-f', '-c'], script);
  expect(answer).toMatch(/never\s+note/);
  expect(answer).not.toContain('command not found');
});

(isHere('man') ? test : test.skip)(
  'man renders its page without a warning, with every command and option',
  () => {
    const page = join(projectRoot, 'man/pw-workflow-check.1');
    const { stdout, stderr } = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', '-Tutf8', page], {
      encoding: 'utf8',
      env: { ...process.env, MANWIDTH: '200', MAN_KEEP_FORMATTING: '' },
    });
    expect(stderr).toBe('');
    const text = stdout.replaceAll(/.\u0008|\u001b\[[\d;]*m/g, '').replaceAll('‐', '-');
    for (const name of commandNames) expect(text).toContain(`\n       ${name}`);
    for (const { name } of optionTable) expect(text).toContain(`--${name}`);
  },
);
