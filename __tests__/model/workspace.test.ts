import { openWorkspace, type Selection } from '../../src/model/workspace.ts';
import { filePath } from '../../src/source/span.ts';
import { memoryFiles } from '../support/memory-files.ts';

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
      ['no workflow found under "tools"', 'no such file or folder: "nowhere"'],
    ],
  ])('selects %s', (_name, selection, workflows, scripts, problems) => {
    expect(selected(selection)).toEqual({ workflows, scripts, problems });
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
