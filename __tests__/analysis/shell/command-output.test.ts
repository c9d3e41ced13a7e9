import { isOutputsFile, outputTargets } from '../../../src/analysis/shell/command-output.ts';
import { shellCommands } from '../../../src/analysis/shell/shell-commands.ts';
import { openBlock } from '../block.ts';

function targetsOfEcho(run: string): readonly string[] {
  const { script, context } = openBlock(run);
  const command = context.ask(shellCommands, script).commands.find(({ program }) => program === 'echo');
  if (command === undefined) throw new Error('the block has no echo');
  return outputTargets(command).map((target) =>
    target.kind === 'file' ? `file ${target.name.text}` : target.kind,
  );
}

describe('outputTargets', () => {
  test.each([
    ['echo x', ['log']],
    ['echo x >&2', ['log']],
    ['echo x > /dev/stderr', ['log']],
    ['echo x > file', ['file file']],
    ['echo x 2> file', ['log']],
    ['echo x &>> file', ['file file']],
    ['echo x > /dev/null', ['elsewhere']],
    ['y=$(echo x)', ['value']],
    ['echo x | tee -a "$OUTPUTS"', ['file "$OUTPUTS"', 'log']],
    ['echo x | tee file > /dev/null', ['file file', 'elsewhere']],
    ['echo x | sort | base64', ['log']],
    ['echo x | vncpasswd -f', ['elsewhere']],
    ['{ echo x; } > file', ['file file']],
    ['{ echo x | sort; } >> file', ['file file']],
    ['{ echo x; } | vncpasswd', ['elsewhere']],
  ])('follows %j', (run, expected) => {
    expect(targetsOfEcho(run)).toEqual(expected);
  });
});

describe('isOutputsFile', () => {
  test.each([
    ['$OUTPUTS', true],
    ['"${OUTPUTS}"', true],
    ['$OUTPUTS.old', false],
    ['OUTPUTS', false],
  ])('of %j', (text, expected) => {
    expect(isOutputsFile({ text })).toBe(expected);
  });
});
