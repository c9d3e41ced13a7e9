import { referencesOf } from '../../../src/analysis/expressions/references.ts';
import { fieldsByName, guessInput, inputTree, resolveInput } from '../../../src/analysis/form/input-tree.ts';
import { workflowOf } from '../workflow-of.ts';

const form = `"on":
  execute:
    inputs:
      $meta:
        wizard: { mode: wizard }
      page:
        type: step
        title: First
        options:
          onPage: { type: string }
      plain: { type: string }
      flat:
        type: group
        flatten: true
        items:
          flattened: { type: string }
      slurm:
        type: group
        items:
          time: { type: string }
          deep:
            type: group
            items:
              leaf: { type: number }
      pbs:
        type: group
        items:
          time: { type: string }
      workers:
        type: list
        template:
          resource: { type: compute-clusters }
          threads: { type: number }
      cluster: { type: compute-clusters }
      odd: { type: storage-image, items: {} }
`;

/** Where the only reference of a step's condition leads. */
function resolved(condition: string) {
  const { workflow, context } = workflowOf(
    `jobs:\n  main:\n    steps:\n      - if: \${{ ${condition} }}\n        run: date\n${form}`,
  );
  const tree = context.ask(inputTree, workflow);
  const [reference] = context.ask(referencesOf, workflow);
  if (reference === undefined) throw new Error('no reference');
  return {
    byName: context.ask(fieldsByName, workflow),
    reference,
    resolution: resolveInput(tree, reference.segments),
  };
}

test.each([
  ['inputs.plain', 'plain', 0],
  ['inputs.onPage', 'onPage', 0],
  ['inputs.flattened', 'flattened', 0],
  ['inputs.slurm.deep.leaf', 'slurm.deep.leaf', 0],
  ["inputs['slurm'].time", 'slurm.time', 0],
  ['inputs.cluster.ip', 'cluster', 1],
  ['inputs.odd.anything.at.all', 'odd', 3],
  ['inputs.workers get 0 get resource get ip', 'workers.[index].resource', 1],
  ['inputs.workers.0.threads', 'workers.[index].threads', 0],
  ['inputs.workers get env.PW_WORKFLOW_STEP_CURRENT_RETRY get threads', 'workers.[index].threads', 0],
])('%s is the field %s', (condition, field, rest) => {
  const { resolution } = resolved(condition);
  if (resolution.kind !== 'field') throw new Error(resolution.kind);
  expect(resolution.node.reference.join('.')).toBe(field);
  expect(resolution.rest).toHaveLength(rest);
});

test.each([
  ['inputs.plan', 0, ['plain']],
  ['inputs.page.onPage', 0, ['onPage']],
  ['inputs.flat.flattened', 0, ['flattened']],
  ['inputs.leaf', 0, ['slurm.deep.leaf']],
  ['inputs.time', 0, ['slurm.time', 'pbs.time']],
  ['inputs.slurm.tme', 1, ['slurm.time']],
  ['inputs.slurm.leaf', 1, ['slurm.deep.leaf']],
  ['inputs.nothing_like_it', 0, []],
  ['inputs.workers get 0 get theads', 2, []],
])('%s is undeclared at segment %d, probably %j', (condition, at, candidates) => {
  const { byName, reference, resolution } = resolved(condition);
  if (resolution.kind !== 'undeclared') throw new Error(resolution.kind);
  expect(resolution.at).toBe(at);
  expect(guessInput(byName, reference, at).candidates).toEqual(candidates);
});

test('a field of rows needs a row', () => {
  expect(resolved('inputs.workers.resource').resolution.kind).toBe('row-missing');
});

test('what is computed at run time is not judged', () => {
  expect(resolved('inputs[env.NAME].x').resolution.kind).toBe('unknown');
});
