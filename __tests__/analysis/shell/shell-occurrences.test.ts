import { shellCommands, shellOccurrences } from '../../../src/analysis/shell/shell-commands.ts';
import { openBlock } from '../block.ts';

const hole = '${{ inputs.x }}';

function quotesIn(run: string): readonly string[] {
  const { script, context } = openBlock(run);
  return context
    .ask(shellOccurrences, script)
    .map(
      ({ hole: expression, variable, quote, role }) => `${expression ? 'hole' : variable} ${quote} ${role}`,
    );
}

describe('shellOccurrences', () => {
  test.each([
    [`mkdir ${hole}`, ['hole none argument']],
    [`mkdir "${hole}"`, ['hole double argument']],
    [`mkdir '${hole}'`, ['hole single argument']],
    [`x=${hole}`, ['hole none assignment']],
    [`export x="a ${hole}"`, ['hole double assignment']],
    [`cat > ${hole}`, ['hole none redirection']],
    [`[[ ${hole} == a ]]`, ['hole none test']],
    [`for x in ${hole}; do echo "$x"; done`, ['hole none list', 'x double argument']],
    [`cat <<END\n${hole}\nEND`, ['hole here-doc here-doc']],
    [`cat <<'END'\n${hole}\nEND`, ['hole quoted-here-doc here-doc']],
    [`wc <<< "${hole}"`, ['hole double here-string']],
    [`echo $((${hole} + 1))`, ['hole arithmetic argument']],
    [`echo "$(basename ${hole})"`, ['hole none argument']],
    [`# ${hole}`, []],
  ])('reads the quotes around each place of %j', (run, expected) => {
    expect(quotesIn(run)).toEqual(expected);
  });

  test.each([
    ['echo "${x}"', true],
    ['echo "${x:-none}"', true],
    ['echo "${x:+set}"', false],
    ['echo "${#x}"', false],
    ['echo "${x:0:4}"', false],
  ])('tells whether %j shows the value', (run, exposes) => {
    const { script, context } = openBlock(run);
    expect(context.ask(shellOccurrences, script).map((occurrence) => occurrence.exposes)).toEqual([exposes]);
  });
});

describe('shellCommands', () => {
  function programsIn(run: string): readonly (string | undefined)[] {
    const { script, context } = openBlock(run);
    return context.ask(shellCommands, script).commands.map(({ program }) => program);
  }

  test.each([
    ['sudo -u root chmod 600 key', ['chmod']],
    ['nohup setsid /opt/bin/server &', ['server']],
    ['timeout 5m curl x', ['curl']],
    ['env A=1 make', ['make']],
    ['env', ['env']],
    ['"$tool" run', [undefined]],
    ['if a; then b | c; fi', ['a', 'b', 'c']],
    ['x=$(d "$(e)")', [undefined, 'd', 'e']],
    ['f() { g; }; f', ['g', 'f']],
  ])('sees through to what %j runs', (run, programs) => {
    expect(programsIn(run)).toEqual(programs);
  });

  test('knows what runs always and what does not', () => {
    const { script, context } = openBlock('a\nb && c\nif d; then e; fi');
    const { commands } = context.ask(shellCommands, script);
    expect(commands.map(({ program, conditional }) => [program, conditional])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['d', false],
      ['e', true],
    ]);
  });
});
