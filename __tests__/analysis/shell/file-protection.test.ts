import { outputTargets } from '../../../src/analysis/shell/command-output.ts';
import { isProtected, opensToOthers, opensToWriters } from '../../../src/analysis/shell/file-protection.ts';
import { shellCommands } from '../../../src/analysis/shell/shell-commands.ts';
import { environmentDumps } from '../../../src/rules/security/environment-dumps.analysis.ts';
import { openBlock } from '../block.ts';

describe('isProtected', () => {
  function protectedIn(run: string): boolean {
    const { script, context } = openBlock(run);
    const { commands } = context.ask(shellCommands, script);
    for (const command of commands) {
      const target = command.program === 'echo' ? outputTargets(command)[0] : undefined;
      if (target?.kind === 'file') return isProtected(target.name, command, commands);
    }
    throw new Error('nothing is written');
  }
  test.each([
    ['umask 077\necho x > key', true],
    ['echo x > key\numask 077', false],
    ['umask 022\necho x > key', false],
    ['echo x > "./key"\nchmod 600 key', true],
    ['echo x > key\nchmod go-rwx key', true],
    ['echo x > key\nchmod 600 other', false],
    ['echo x > key\nchmod 644 key', false],
    ['f=$(mktemp)\necho x > "$f"', true],
    ['echo x > key', false],
  ])('of %j', (run, expected) => {
    expect(protectedIn(run)).toBe(expected);
  });
});

describe('modes', () => {
  test.each([
    ['644', true, false],
    ['0755', false, false],
    ['777', false, true],
    ['1777', false, false],
    ['600', false, false],
    ['640', false, false],
    ['a+r', true, false],
    ['+r', true, false],
    ['o+w', false, true],
    ['og+rw', true, true],
    ['u+rw', false, false],
    ['g+r', false, false],
    ['+x', false, false],
    ['u+rwX,g+rX', false, false],
  ])('%s', (mode, reads, writes) => {
    expect([opensToOthers(mode), opensToWriters(mode)]).toEqual([reads, writes]);
  });
});

describe('environmentDumps', () => {
  test.each([
    ['env > inputs.sh', 1],
    ["env | grep '^PW_' > inputs.sh", 1],
    ["env | grep '^PW_' | sed 's/^/export /' > inputs.sh", 1],
    ['export -p > inputs.sh', 1],
    ["env | grep '^PW_' | grep -v PW_API_KEY > inputs.sh", 0],
    ['env | grep -v -i key > inputs.sh', 0],
    ["env | grep -E '^(PW_USER|PW_JOB_ID)=' > inputs.sh", 0],
    ['env | grep "$pattern" > inputs.sh', 0],
    ["env | awk -F= '{print $1}' > names", 0],
    ['env', 0],
    ['env A=1 make > log', 0],
  ])('of %j', (run, count) => {
    const { script, context } = openBlock(run);
    expect(context.ask(environmentDumps, script)).toHaveLength(count);
  });
});
