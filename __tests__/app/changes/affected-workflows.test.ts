import { affectedWorkflows } from '../../../src/app/changes/affected-workflows.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';

const files = memoryFiles({
  'workflows/a/workflow.yaml': 'jobs:\n  a:\n    steps:\n      - run: source utils/wait_service.sh\n',
  'workflows/a/start.sh': 'echo a\n',
  'workflows/b/workflow.yaml': 'jobs:\n  b:\n    steps:\n      - uses: github/o/r/workflows/helper@main\n',
  'workflows/c/workflow.yaml': `jobs:
  c:
    steps:
      - uses: parallelworks/checkout
        with:
          sparse_checkout:
            - tools
      - run: python -c 'import probe' # unused.py, README.md
`,
  'workflows/d/workflow.yaml': 'jobs: {}\n',
  'workflows/d/start.sh': '. ./start.sh; workflow.yaml\ncat tools/gone.py\n',
  'workflows/helper/workflow.yaml': 'jobs: {}\n',
  'utils/wait_service.sh': '. "$(dirname "$0")/common.sh"\n',
  'utils/common.sh': 'echo\n',
  'tools/probe.py': '',
  'tools/unused.py': '',
  'workflows/a/README.md': 'see tools/probe.py',
  'README.md': '',
});

function affected(...changed: readonly string[]): readonly string[] {
  const { workspace } = openWorkspace(files);
  return affectedWorkflows(workspace.workflows, changed, files).map(({ file }) => file.name);
}

test.each([
  [['workflows/a/start.sh'], ['a']],
  [['workflows/d/notes.txt'], ['d']],
  [['utils/wait_service.sh'], ['a']],
  [['utils/common.sh'], ['a']],
  [['workflows/helper/workflow.yaml'], ['b', 'helper']],
  // Brought by a checkout, and named by nobody.
  [['tools/unused.py'], []],
  [['tools/probe.py'], ['c']],
  [['tools/gone.py'], ['d']],
  [['README.md'], []],
  [['workflows/a/README.md', 'workflows/a/shot.png'], []],
  [[], []],
  [['.pw-workflow-check.yaml'], ['a', 'b', 'c', 'd', 'helper']],
])('a change of %j concerns %j', (changed, names) => {
  expect(affected(...changed)).toEqual(names);
});

describe('workflows under names of their own, several in one folder', () => {
  const runs = (line: string): string => `jobs:\n  a:\n    steps:\n      - run: ${line}\n`;
  const shared = memoryFiles({
    'top.yaml': runs('bash setup.sh'),
    'yamls/first.yaml': runs('bash wait.sh'),
    'yamls/second.yaml': runs('bash pre-wait.sh my-wait.shell'),
    'yamls/notes.txt': '',
    'bin/wait.sh': 'echo\n',
    'bin/pre-wait.sh': 'echo\n',
    'setup.sh': 'echo\n',
  });
  const paths = ['top.yaml', 'yamls/first.yaml', 'yamls/second.yaml'];
  const { workspace } = openWorkspace(shared, { paths });

  test.each([
    [['yamls/first.yaml'], ['yamls/first.yaml']],
    // The folder belongs to none of them.
    [['yamls/notes.txt'], []],
    [['setup.sh'], ['top.yaml']],
    // By the name of the file, which must stand there as a word.
    [['bin/wait.sh'], ['yamls/first.yaml']],
    [['bin/pre-wait.sh'], ['yamls/second.yaml']],
  ])('a change of %j concerns %j', (changed, concerned) => {
    const found = affectedWorkflows(workspace.workflows, changed, shared);
    expect(found.map(({ file }) => file.source.path)).toEqual(concerned);
  });
});
