import { analysisContext } from '../../../src/analysis/analysis.ts';
import { calledFile, calledForm } from '../../../src/analysis/form/called-form.ts';
import { ownRepositories, repositoryName } from '../../../src/analysis/workflow/own-repositories.ts';
import { bringsPath, ownCheckouts } from '../../../src/analysis/workflow/sparse-checkouts.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { filePath } from '../../../src/source/span.ts';

const caller = (call: string) => `jobs:
  main:
    steps:
      - uses: parallelworks/checkout
        with:
          repo: https://github.com/Org/Repo.git
          branch: main
          sparse_checkout: [workflows/a, tools]
      - run: source tools/prepare.sh
      - ${call}
`;

const tool = `jobs:
  main:
    steps:
      - run: echo "\${{ inputs.undeclared.deep }}"
on:
  execute:
    inputs:
      name: {type: string}
      hinted: {type: string, hidden: "\${{ inputs.name == 'a' }}"}
      count: {type: number, default: 1}
      note: {type: header, text: hello}
      size: {type: dropdown, options: [small, large]}
      settings:
        type: group
        items:
          path: {type: string}
          extra: {type: string, optional: true}
`;

function opened(call: string) {
  const files = memoryFiles({
    'workflows/a/workflow.yaml': caller(call),
    'tools/prepare.sh': 'echo\n',
    'tools/tool.yaml': tool,
  });
  const { workspace } = openWorkspace(files);
  const context = analysisContext(workspace);
  const [file] = workspace.workflows;
  const step = file?.workflow?.jobs[0]?.steps.at(-1);
  if (file === undefined || step === undefined) throw new Error('no step');
  return { workspace, context, file, step };
}

describe('calledForm', () => {
  const own = 'uses: github/org/repo@v1\n        with: {$yaml: ./tools/tool.yaml}';

  test('reads the form of a file of the own repository', () => {
    const { context, step } = opened(own);
    const form = calledForm(step, context);
    expect(form?.inputs.map((input) => [input.name, input.required])).toEqual([
      ['name', 'yes'],
      ['hinted', 'maybe'],
      ['count', 'no'],
      ['size', 'no'],
      ['settings', 'no'],
    ]);
    expect(form?.inputs.at(-1)?.items.map((input) => [input.name, input.required])).toEqual([
      ['path', 'yes'],
      ['extra', 'no'],
    ]);
    expect(form?.inputs.find((input) => input.name === 'size')?.options).toEqual(['small', 'large']);
    expect(form?.reads(['undeclared'])).toBe(true);
    expect(form?.reads(['undeclared', 'deep', 'inside'])).toBe(true);
    expect(form?.reads(['undeclared', 'other'])).toBe(false);
  });

  test('names a file of the own repository that is not there, and has no form for it', () => {
    const { context, step } = opened('uses: github/org/repo@v1\n        with: {$yaml: tools/none.yaml}');
    expect(calledFile(step, context)).toBe('tools/none.yaml');
    expect(calledForm(step, context)).toBeUndefined();
  });

  test('knows nothing of other repositories', () => {
    const { context, step } = opened('uses: github/other/tools@v1\n        with: {$yaml: tools/tool.yaml}');
    expect(calledFile(step, context)).toBeUndefined();
    expect(calledForm(step, context)).toBeUndefined();
  });

  test('knows the published workflow that is the same everywhere, and no form that differs by deployment', () => {
    const known = opened('uses: marketplace/job_runner/v4.0');
    expect(calledForm(known.step, known.context)?.inputs.map((input) => input.name)).toContain(
      'inject_markers',
    );
    const differs = opened('uses: marketplace/script_submitter/v3.6');
    expect(calledForm(differs.step, differs.context)).toBeUndefined();
  });
});

describe('ownRepositories', () => {
  test('takes the one repository that is checked out and used for this one', () => {
    const { workspace, context } = opened('run: echo');
    expect([...ownRepositories(workspace, context)]).toEqual(['org/repo']);
  });

  test('says nothing when two repositories are checked out', () => {
    const { workspace, context } = opened(
      'uses: parallelworks/checkout\n        with: {repo: https://github.com/org/other.git, branch: main}',
    );
    expect([...ownRepositories(workspace, context)]).toEqual([]);
  });

  test.each([
    ['https://github.com/Org/Repo.git', 'org/repo'],
    ['git@github.com:org/repo.git', 'org/repo'],
    ['https://gitlab.com/group/sub/project/', 'group/sub/project'],
    ['${{ inputs.repo }}', undefined],
    [undefined, undefined],
  ])('names %j', (address, name) => {
    expect(repositoryName(address)).toBe(name);
  });
});

describe('ownCheckouts', () => {
  test('lists the paths of a sparse checkout', () => {
    const { context, file } = opened('run: echo');
    expect(ownCheckouts(file, context).map((checkout) => checkout.paths?.map(({ path }) => path))).toEqual([
      ['workflows/a', 'tools'],
    ]);
  });

  test.each([
    ['workflows/a', true],
    ['workflows/a/deep/start.sh', true],
    ['workflows/README.md', true],
    ['README.md', true],
    ['workflows/b/start.sh', false],
    ['utils/wait.sh', false],
  ])('knows whether workflows/a brings %s', (path, brought) => {
    const span = { file: filePath('w'), start: 0, end: 0 };
    expect(bringsPath([{ path: filePath('workflows/a'), span }], filePath(path))).toBe(brought);
  });
});
