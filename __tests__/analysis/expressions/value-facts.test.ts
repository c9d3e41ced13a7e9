import { referencesOf } from '../../../src/analysis/expressions/references.ts';
import { fieldRead, valueFacts } from '../../../src/analysis/expressions/value-facts.ts';
import { workflowOf } from '../workflow-of.ts';

/** What is known of the only reference in the name of a step of a matrix job. */
function factsOf(expression: string) {
  const { workflow, context } = workflowOf(`configurations:
  saved:
    inputs:
      mode: saved
sessions:
  session:
jobs:
  main:
    strategy:
      matrix:
        size: [1, 2]
        colour: [red, blue]
        mixed: [1, many]
        worker: \${{ inputs.workers }}
    steps:
      - name: \${{ ${expression} }}
        run: date
"on":
  execute:
    inputs:
      text: { type: string }
      number: { type: number }
      flag: { type: boolean }
      quotedFlag: { type: boolean, default: 'true' }
      mode: { type: dropdown, default: preset, options: [fast, { value: slow, label: Slow }] }
      computed: { type: dropdown, options: "\${{ inputs.several }}" }
      keyed: { type: dropdown, option-key: "\${{ inputs.mode }}", options: { fast: [a], slow: [b, c] } }
      several: { type: multi-dropdown, options: [{ value: x, label: X }] }
      group: { type: group, items: { inner: { type: string } } }
      resource: { type: compute-clusters }
      resources: { type: compute-clusters, multi: true }
      workers:
        type: list
        template:
          resource: { type: compute-resources }
          kind: { type: radio, options: [p, q] }
`);
  const reference = context.ask(referencesOf, workflow).find((each) => each.site.place.kind === 'step');
  if (reference === undefined) throw new Error('no reference');
  return { reference, workflow, context, facts: valueFacts(reference, workflow, context) };
}

test.each([
  ['inputs.text', 'text', undefined],
  ['inputs.number', 'number', undefined],
  ['inputs.flag', 'boolean', undefined],
  ['inputs.quotedFlag', 'unknown', undefined],
  ['inputs.mode', 'text', ['fast', 'slow', 'preset', 'saved']],
  ['inputs.computed', 'text', undefined],
  ['inputs.keyed', 'text', ['a', 'b', 'c']],
  ['inputs.group', 'object', undefined],
  ['inputs.resource', 'resource', undefined],
  ['inputs.resources', 'unknown', undefined],
  ['inputs.resource.schedulerType', 'text', ['slurm', 'pbs']],
  ['inputs.resource.name', 'text', undefined],
  ['inputs.workers', 'rows', undefined],
  ['inputs.workers get 0 get kind', 'text', ['p', 'q']],
  ['matrix.size', 'number', ['1', '2']],
  ['matrix.colour', 'unknown', ['red', 'blue']],
  ['matrix.mixed', 'unknown', ['1', 'many']],
  ['matrix.worker.kind', 'text', ['p', 'q']],
  ['matrix.worker.resource.schedulerType', 'text', ['slurm', 'pbs']],
  ['needs.main.outputs.PORT', 'text', undefined],
  ['steps.a.outputs.PORT', 'text', undefined],
  ['sessions.session', 'text', undefined],
  ['org.ANY', 'unknown', undefined],
])('%s is %s, one of %j', (expression, kind, values) => {
  const { facts } = factsOf(expression);
  expect([facts.kind, facts.values]).toEqual([kind, values]);
});

test('a list of choices knows its elements', () => {
  expect(factsOf('inputs.several').facts.elements).toEqual(['x']);
});

test('rows of a matrix lead to the fields of the form', () => {
  const { reference, workflow, context } = factsOf('matrix.worker.resource.ip');
  const read = fieldRead(reference, workflow, context);
  expect(read?.node.reference).toEqual(['workers', '[index]', 'resource']);
  expect(read?.rest.map((segment) => segment.kind === 'name' && segment.name)).toEqual(['ip']);
});
