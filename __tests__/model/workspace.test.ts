import type { Selection } from '../../src/model/select-files.ts';
import { openWorkspace, selectedWorkflows } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { filePath } from '../../src/source/span.ts';

const files = memoryFiles({
  'workflows/a/workflow.yaml': 'jobs: {}\n',
  'workflows/a/start.sh': 'true\n',
  'workflows/b/workflow.yml': 'jobs: {}\n',
  'workflows/b/other.yaml': 'jobs: {}\n',
  'tools/x.sh': 'true\n',
  'deep/er/workflow.yaml': 'jobs: {}\n',
});

function selected(selection: Selection) {
  const { workspace, problems } = openWorkspace(files, selection);
  return {
    workflows: workspace.workflows.map((file) => file.source.path as string),
    scripts: workspace.loneScripts.map((script) => script.path as string),
    problems,
  };
}

describe('openWorkspace', () => {
  test.each<[string, Selection, readonly string[], readonly string[], readonly string[]]>([
    ['the usual workflows', {}, ['workflows/a/workflow.yaml', 'workflows/b/workflow.yml'], [], []],
    [
      'those of the globs',
      { workflows: ['**/*.yaml'], exclude: ['deep/**'] },
      ['workflows/a/workflow.yaml', 'workflows/b/other.yaml'],
      [],
      [],
    ],
    ['a file under any name', { paths: ['./workflows/b/other.yaml'] }, ['workflows/b/other.yaml'], [], []],
    ['those in a folder', { paths: ['workflows/a/'] }, ['workflows/a/workflow.yaml'], [], []],
    ['those below a folder', { paths: ['deep'] }, ['deep/er/workflow.yaml'], [], []],
    ['a lone script', { paths: ['tools/x.sh'] }, [], ['tools/x.sh'], []],
    [
      'a script of a selected workflow with it',
      { paths: ['workflows/a', 'workflows/a/start.sh'] },
      ['workflows/a/workflow.yaml'],
      [],
      [],
    ],
    [
      'nothing where there is nothing',
      { paths: ['tools', 'nowhere'] },
      [],
      [],
      ['no workflow found under "tools"', 'no such file or folder: "nowhere", and no workflow has this name'],
    ],
  ])('selects %s', (_name, selection, workflows, scripts, problems) => {
    expect(selected(selection)).toEqual({ workflows, scripts, problems });
  });

  describe('a script that is named alone', () => {
    const run = (line: string): string => `jobs:\n  a:\n    steps:\n      - run: ${line}\n`;
    const using = memoryFiles({
      'workflows/a/workflow.yaml': run('bash tools/x.sh'),
      'workflows/a/start.sh': 'true\n',
      'workflows/b/workflow.yaml': run('date'),
      'tools/x.sh': '. tools/y.sh\n',
      'tools/y.sh': 'true\n',
      'tools/unused.sh': 'true\n',
    });
    const opened = (...paths: readonly string[]) => {
      const { workspace } = openWorkspace(using, { paths });
      return {
        consulted: [...(workspace.focus?.consulted ?? [])],
        selected: selectedWorkflows(workspace).map((file) => file.name),
        lone: workspace.loneScripts.map((script) => script.path),
      };
    };
    test.each([
      ['workflows/a/start.sh', []],
      ['tools/x.sh', ['tools/x.sh']],
      ['tools/y.sh', ['tools/y.sh']],
    ])('%s comes with the workflow that uses it, which is not selected by that', (path, lone) => {
      expect(opened(path)).toEqual({ consulted: ['workflows/a/workflow.yaml'], selected: [], lone });
    });
    test('a script that nobody uses comes alone', () => {
      expect(opened('tools/unused.sh')).toEqual({ consulted: [], selected: [], lone: ['tools/unused.sh'] });
    });
    test('a selected workflow stays selected', () => {
      expect(opened('workflows/a', 'workflows/a/start.sh')).toEqual({
        consulted: [],
        selected: ['a'],
        lone: [],
      });
      expect(opened('workflows/b', 'tools/x.sh')).toMatchObject({ selected: ['b'], lone: ['tools/x.sh'] });
    });
  });

  const execute = "'on': {execute: {inputs: {}}}\n";
  const steps = 'jobs: {a: {steps: [{run: date}]}}\n';
  const sharing = memoryFiles({
    'workflow.yaml': execute + steps,
    'v4.0.yaml': execute + steps,
    'yamls/one/general.yaml': execute + steps,
    'yamls/two/general.yml': `jobs: {a: {steps: [{uses: parallelworks/checkout}]}}\n`,
    'yamls/two/sub.yaml': `permissions: ['*']\n${steps}`,
    'yamls/two/broken.yaml': `on:\n  execute:\n    inputs: {}\njobs:\n  a:\n    steps:\n\t- run: date\n`,
    'yamls/two/ours.yaml': `on: push\n${steps}`,
    'yamls/two/runner.yaml': `jobs: {a: {runs-on: ubuntu-latest, steps: [{run: date}]}}\n`,
    'yamls/two/plain.yaml': steps,
    'yamls/two/values.yaml': 'jobs: 3\n',
    'yamls/two/list.yaml': '- jobs\n',
    '.github/workflows/x.yaml': execute + steps,
    'a/b/c/d/e/f/g/h/i/deep.yaml': execute + steps,
  });

  test('finds workflows by their content where nothing is at the usual place', () => {
    const all = openWorkspace(sharing);
    expect(all.discovery?.extent).toBe('everything');
    expect(all.workspace.workflows.map(({ name, source }) => [name, source.path])).toEqual([
      ['v4.0', 'v4.0.yaml'],
      ['workflow', 'workflow.yaml'],
      ['one-general', 'yamls/one/general.yaml'],
      ['broken', 'yamls/two/broken.yaml'],
      ['two-general', 'yamls/two/general.yml'],
      ['sub', 'yamls/two/sub.yaml'],
    ]);
  });

  test('finds them below a named folder too, and leaves out what is excluded', () => {
    const { workspace, problems, discovery } = openWorkspace(sharing, {
      paths: ['yamls'],
      exclude: ['yamls/two/**'],
    });
    expect(workspace.workflows.map(({ source }) => source.path)).toEqual(['yamls/one/general.yaml']);
    expect([problems, discovery?.paths]).toEqual([[], ['yamls/one/general.yaml']]);
  });

  test('does not search when the selection says where workflows are', () => {
    expect(openWorkspace(sharing, { workflows: ['elsewhere/*.yaml'] }).workspace.workflows).toEqual([]);
    expect(openWorkspace(files, { paths: ['workflows/b'] }).workspace.workflows).toHaveLength(1);
  });

  test('ends a search at its limit', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_100 }, (_, index) => [`data/${index}.yaml`, 'x: 1\n']),
    );
    const { discovery } = openWorkspace(memoryFiles({ ...many, 'a.yaml': execute + steps }));
    expect(discovery).toEqual({ paths: ['a.yaml'], extent: 'up-to-a-limit' });
  });

  test('tells of what is no regular file under the name of a workflow', () => {
    const odd = memoryFiles({ 'workflows/folder/workflow.yaml/x': '' });
    const irregular = [filePath('workflows/fifo/workflow.yaml'), filePath('other/fifo')];
    const { workspace } = openWorkspace({ ...odd, irregular });
    expect(
      workspace.workflows.map(({ name, faults }) => [name, faults.map((fault) => fault.message)]),
    ).toEqual([
      ['fifo', ['the workflow cannot be read: there is no such file']],
      ['folder', ['the workflow cannot be read: there is no such file']],
    ]);
  });

  test('makes a workflow that cannot be read a workflow with a fault', () => {
    const unreadable = {
      ...files,
      read: () => ({ kind: 'problem', problem: 'too-large', message: 'larger than 5 MB' }) as const,
    };
    const { workspace } = openWorkspace(unreadable, { paths: ['workflows/a/workflow.yaml'] });
    expect(workspace.workflows[0]?.faults.map((fault) => fault.message)).toEqual([
      'the workflow cannot be read: larger than 5 MB',
    ]);
  });
});
