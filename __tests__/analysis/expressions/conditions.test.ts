import { conditionOf, formulaOfSite, ignoreOf } from '../../../src/analysis/expressions/conditions.ts';
import { implies, truthOf } from '../../../src/analysis/expressions/formula.ts';
import { workflowOf } from '../workflow-of.ts';

function truth(condition: string) {
  const { workflow, context } = workflowOf(`jobs:
  main:
    steps:
      - if: "\${{ ${condition} }}"
        run: date
"on":
  execute:
    inputs:
      flag: { type: boolean }
      mode: { type: dropdown, options: [fast, slow] }
      name: { type: string }
`);
  return truthOf(formulaOfSite(workflow.expressions[0], { workflow, context }));
}

test.each([
  ["inputs.name != 'a' || inputs.name != 'b'", 'every'],
  ["inputs.name == 'a' && inputs['name'] == 'b'", 'none'],
  ["inputs.mode == 'fast' || inputs.mode == slow || inputs.mode == ''", 'every'],
  ["inputs.mode == 'fast' || inputs.mode == 'slow'", 'some'],
  ['inputs.flag ? inputs.flag : !inputs.flag', 'every'],
  ['always || inputs.flag', 'every'],
  ['failure() && !error', 'none'],
  ['success() || !completed', 'every'],
  ['inputs.name < 3 || !(inputs.name < 3)', 'every'],
  ['org.A != org.B && org.A == org.B', 'none'],
  ['env.X == 1 || env.X == 2', 'some'],
] as const)('%s holds for %s', (condition, expected) => {
  expect(truth(condition)).toBe(expected);
});

const gated = `jobs:
  main:
    if: \${{ inputs.scheduler == true }}
    steps:
      - if: \${{ inputs.kind == 'slurm' }}
        name: \${{ inputs.slurm.queue }}
        run: date
"on":
  execute:
    inputs:
      scheduler: { type: boolean }
      kind: { type: string }
      slurm:
        type: group
        hidden: \${{ inputs.kind != 'slurm' }}
        ignore: \${{ .hidden }}
        items:
          queue:
            type: string
          never:
            type: string
            ignore: \${{ inputs.scheduler }}
`;

test('the condition of a step includes that of its job, and ignore that of the groups', () => {
  const { workflow, context } = workflowOf(gated);
  const scope = { workflow, context };
  const site = workflow.expressions.find((each) => each.text.text.includes('queue'));
  const field = (name: string) => workflow.form.all.find((each) => each.name.value === name);
  const [queue, never] = [field('queue'), field('never')];
  if (site === undefined || queue === undefined || never === undefined) throw new Error('not read');
  const condition = conditionOf(site, scope);
  expect(truthOf(condition)).toBe('some');
  expect(implies(condition, ignoreOf(queue, scope))).toBe(false);
  expect(implies(condition, ignoreOf(never, scope))).toBe(true);
});

test('flags that refer to each other in a circle are not followed for ever', () => {
  const { workflow, context } = workflowOf(`jobs:
  main:
    steps:
      - run: date
"on":
  execute:
    inputs:
      a:
        type: string
        hidden: \${{ .ignore }}
        ignore: \${{ .hidden }}
`);
  const [a] = workflow.form.inputs;
  if (a === undefined) throw new Error('not read');
  expect(truthOf(ignoreOf(a, { workflow, context }))).toBe('some');
});
