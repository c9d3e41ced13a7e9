import { suggestedScenarios } from '../../../src/app/scenarios/scenario-files.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';

/** What is suggested for a form with a yes or no at a place, of which the job runner reads one. */
function suggested(inputs: string, scheduler: string) {
  const { workspace } = openWorkspace(
    memoryFiles({
      'workflows/x/workflow.yaml': `'on':
  execute:
    inputs:
${inputs}
jobs:
  run:
    if: \${{ inputs.more || inputs.batch || inputs.cluster.batch }}
    steps:
      - uses: marketplace/job_runner/v4.0
        with:
          resource: x
          scheduler: ${scheduler}
`,
    }),
  );
  const [file] = workspace.workflows;
  if (file?.workflow === undefined) throw new Error('the workflow cannot be read');
  const { files, setByMode } = suggestedScenarios({ ...file, workflow: file.workflow }, workspace);
  return { setByMode, names: files.map(({ name }) => name), first: files[0]?.text.split('\n')[0] };
}

const more = '      more: {type: boolean, default: false}\n';

test('what the mode of a run sets has no scenario: with it a run without a scheduler could only fail', () => {
  const batch = `${more}      batch: {type: boolean, default: false}`;
  expect(suggested(batch, '${{ inputs.batch }}')).toEqual({
    setByMode: 'batch',
    names: ['default.yaml', 'more-true.yaml'],
    first: '# The form as it is; --mode slurm and --mode pbs set batch.',
  });
});

test('a switch in a group is found, and one that is on anyway has the scenario in which it is off', () => {
  const batch = `${more}      cluster: {type: group, items: {batch: {type: boolean, default: true}}}`;
  expect(suggested(batch, '${{ inputs.cluster.batch }}')).toMatchObject({
    setByMode: 'cluster.batch',
    names: ['default.yaml', 'more-true.yaml', 'cluster-batch-false.yaml'],
  });
});

test('a yes or no that the job runner does not read is a branch as any other', () => {
  const batch = `${more}      batch: {type: boolean, default: false}`;
  expect(suggested(batch, 'false')).toEqual({
    setByMode: undefined,
    names: ['default.yaml', 'more-true.yaml', 'batch-true.yaml'],
    first: '# The form as it is.',
  });
});
