import { branchesOf, formTemplate } from '../../../src/app/scenarios/form-template.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { filePath } from '../../../src/source/span.ts';
import { parseYaml } from '../../../src/syntax/yaml/parse-yaml.ts';

const yaml = `'on':
  execute:
    inputs:
      kind: {type: dropdown, label: Kind, options: [{value: cpu, label: C}, {value: gpu, label: G}], default: cpu}
      more: {type: boolean, label: More, default: false}
      mode: {type: string, label: Mode, default: plain}
      free: {type: string, label: Free}
      settings:
        type: group
        label: Settings
        items:
          nodes: {type: number, label: Nodes, min: 1, default: 2, hidden: "\${{ inputs.kind == 'cpu' }}"}
          deep: {type: boolean, label: Deep, default: true}
jobs:
  a:
    if: \${{ inputs.more && inputs.mode == 'other' && inputs.settings.deep }}
    steps: [{run: date}]
`;
const [file] = openWorkspace(memoryFiles({ 'workflows/x/workflow.yaml': yaml })).workspace.workflows;
if (file?.workflow === undefined) throw new Error('the workflow cannot be read');
const { workflow } = file;

test('a template has every input with its type, options and default', () => {
  expect(formTemplate(workflow)).toBe(`# Kind (dropdown; one of cpu, gpu)
kind: "cpu"
# More (boolean)
more: false
# Mode (string)
mode: "plain"
# Free (string)
# free:
# Settings
settings:
  # Nodes (number; min 1)
  nodes: 2
  # Deep (boolean)
  deep: true
`);
});

test('the branches are the other values of inputs that conditions read', () => {
  expect(branchesOf(workflow).map(({ reference, value }) => [reference.join('.'), value])).toEqual([
    ['kind', 'gpu'],
    ['more', true],
    ['mode', 'other'],
    ['settings.deep', false],
  ]);
});

test.each(branchesOf(workflow))('the file of a branch is YAML that sets it alone: $reference', (branch) => {
  const text = formTemplate(workflow, branch);
  expect(parseYaml({ path: filePath('x.yaml'), text }).faults).toEqual([]);
  const set = text.split('\n').filter((line) => line !== '' && !/^\s*#/.test(line));
  expect(set.map((line) => line.trim())).toEqual(
    branch.reference.map((name, index) =>
      index === branch.reference.length - 1 ? `${name}: ${JSON.stringify(branch.value)}` : `${name}:`,
    ),
  );
});
