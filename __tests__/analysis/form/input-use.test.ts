import { analysisContext } from '../../../src/analysis/analysis.ts';
import { formLeavesWorkflow, inputsRead, mayBeCalled } from '../../../src/analysis/form/input-use.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';

const inputs = `on:
  execute:
    inputs:
      name: {type: string, default: a}
      group: {type: group, items: {a: {type: string, default: a}, b: {type: string, default: b}}}
      rows: {type: list, template: {c: {type: string, default: c}}}
`;

function opened(run: string, files: Readonly<Record<string, string>> = {}, top = '') {
  const { workspace } = openWorkspace(
    memoryFiles({
      'workflows/a/workflow.yaml': `${top}jobs:\n  main:\n    steps:\n      - run: ${run}\n${inputs}`,
      ...files,
    }),
  );
  const [file] = workspace.workflows;
  if (file?.workflow === undefined) throw new Error('no workflow');
  return { context: analysisContext(workspace), file, workflow: file.workflow };
}

function readIn(run: string): readonly string[] | undefined {
  const { context, workflow } = opened(run);
  const read = inputsRead(workflow, context);
  return read && [...read].map((input) => input.path.join('.')).sort();
}

describe('inputsRead', () => {
  test('holds what is read and the groups around it', () => {
    expect(readIn('echo "${{ inputs.group.a }}"')).toEqual(['group', 'group.a']);
  });

  test('holds everything in a group or list that is read as a whole', () => {
    expect(readIn('echo "${{ inputs.group }}"')).toEqual(['group', 'group.a', 'group.b']);
    expect(readIn('echo "${{ inputs.rows }}"')).toEqual(['rows', 'rows.c']);
  });

  test('is not known when an expression does not parse', () => {
    expect(readIn('echo "${{ inputs.( }}"')).toBeUndefined();
  });
});

describe('formLeavesWorkflow', () => {
  test.each([
    ['the workflow sources inputs.sh', 'source inputs.sh', {}],
    [
      'a script beside it reads PW_INPUT_',
      'bash start.sh',
      { 'workflows/a/start.sh': 'echo $PW_INPUT_NAME\n' },
    ],
    [
      'a shared script that it names reads the form',
      'source utils/form.sh',
      { 'utils/form.sh': '. inputs.sh\n' },
    ],
  ])('is true when %s', (_, run, files) => {
    const { context, file } = opened(run, files);
    expect(formLeavesWorkflow(file, context)).toBe(true);
  });

  test('is false for an expression that reads a group named env', () => {
    const { context, file } = opened('echo "${{ inputs.env.name }}"');
    expect(formLeavesWorkflow(file, context)).toBe(false);
  });

  test.each([
    ['nothing reads the form', {}],
    [
      'a script of another workflow does',
      { 'workflows/b/workflow.yaml': 'jobs: {}\n', 'workflows/b/start.sh': '. inputs.sh\n' },
    ],
    ['a shared script that it does not name does', { 'tools/form.sh': '. inputs.sh\n' }],
  ])('is false when %s', (_, files) => {
    const { context, file } = opened('echo hello', files);
    expect(formLeavesWorkflow(file, context)).toBe(false);
  });
});

describe('mayBeCalled', () => {
  test('is true for a workflow without sessions', () => {
    const { context, file } = opened('echo');
    expect(mayBeCalled(file, context)).toBe(true);
  });

  test('is false for one with sessions, unless another workflow names its file', () => {
    const top = 'sessions: {session: }\n';
    const alone = opened('echo', {}, top);
    expect(mayBeCalled(alone.file, alone.context)).toBe(false);
    const other = `jobs:\n  main:\n    steps:\n      - uses: github/org/repo@v1\n        with:\n          $yaml: workflows/a/workflow.yaml\n`;
    const called = opened('echo', { 'workflows/b/workflow.yaml': other }, top);
    expect(mayBeCalled(called.file, called.context)).toBe(true);
  });
});
