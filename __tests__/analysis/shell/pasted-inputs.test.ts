import { pastedInputs } from '../../../src/analysis/shell/pasted-inputs.ts';
import { openBlock } from '../block.ts';

const inputs = `text:
  type: string
flags:
  type: string
home:
  type: string
  default: ~/work
internal:
  type: string
  hidden: true
choice:
  type: dropdown
  options: [a, b]
count:
  type: number
group:
  type: group
  items:
    text:
      type: editor
`;

function dangersIn(run: string): readonly string[] {
  const { script, context } = openBlock(run, { inputs });
  return context
    .ask(pastedInputs, script)
    .map(({ input, danger }) => `${input.reference.join('.')} ${danger.kind}`);
}

describe('pastedInputs', () => {
  test.each([
    ['mkdir ${{ inputs.text }}', ['text unquoted']],
    ['x=${{ inputs.text }}', ['text unquoted']],
    ['mkdir "${{ inputs.text }}"', ['text quoted']],
    ["mkdir '${{ inputs.group.text }}'", ['group.text quoted']],
    ["cat <<'END' > f\n${{ inputs.group.text }}\nEND", ['group.text quoted']],
    ['eval "ls ${{ inputs.text }}"', ['text shell']],
    ["eval echo '${{ inputs.text }}'", ['text shell']],
    ["bash -lc 'ls ${{ inputs.text }}'", ['text shell']],
    ['bash run.sh "${{ inputs.text }}"', ['text quoted']],
    ['python3 -c "print(\'${{ inputs.text }}\')"', ['text program']],
    ["python3.11 - <<'END'\nprint('${{ inputs.text }}')\nEND", ['text program']],
    ["python3 - <<'END'\nimport json\njson.loads('''${{ inputs.text }}''')\nEND", ['text json']],
    ['python3 tool.py "${{ inputs.text }}"', ['text quoted']],
    ["python3 tool.py -c '${{ inputs.text }}'", ['text quoted']],
    ['cat > tool.py <<END\nprint("${{ inputs.text }}")\nEND', ['text quoted']],
  ])('of %j', (run, expected) => {
    expect(dangersIn(run)).toEqual(expected);
  });

  test.each([
    ['a field that nobody fills in', 'mkdir ${{ inputs.internal }}'],
    ['a choice', 'mkdir ${{ inputs.choice }}'],
    ['a number', 'sleep ${{ inputs.count }}'],
    ['a comparison', "echo ${{ inputs.text == 'a' }}"],
    ['a comment', '# ${{ inputs.text }}'],
    ['a field at the place of the command', '${{ inputs.text }}\nls'],
    ['a field that is the whole of what is evaluated', 'eval "${{ inputs.text }}"'],
    ['a field that is the whole of a script', "bash -c '${{ inputs.text }}'"],
    ['a field that is lines of a program', "python3 - <<'END'\nimport os\n${{ inputs.text }}\nEND"],
  ])('leaves %s alone', (_, run) => {
    expect(dangersIn(run)).toEqual([]);
  });

  test('takes a field of flags, or with a tilde, for one that is meant to be bare', () => {
    expect(dangersIn('make ${{ inputs.flags }}\ncd ${{ inputs.home }}')).toEqual([
      'flags quoted',
      'home quoted',
    ]);
  });
});
