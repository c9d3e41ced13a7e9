import { toldMachine } from '../../src/browser/told-machine.ts';
import { filePath } from '../../src/source/span.ts';

test('paths and addresses lead to each other, for any scheme and any characters', () => {
  const { pathOf, addressOf } = toldMachine();
  for (const address of [
    'vscode-vfs://github/owner/name/workflows/a/workflow.yaml',
    'memfs:///with%20blank/%C3%A9%23.sh',
    'vscode-test-web://mount/start.sh',
  ]) {
    expect(addressOf(pathOf(address) ?? '')).toBe(address);
  }
  expect(pathOf('memfs:/one/workflow.yaml')).toBe(pathOf('memfs:///one/workflow.yaml'));
});

test('what is no file has no path', () => {
  const { pathOf } = toldMachine();
  expect(pathOf('untitled:Untitled-1')).toBeUndefined();
  expect(pathOf('memfs:///%E0%A4%A')).toBeUndefined();
});

test('a folder of the workspace is a repository; what was told first and later is in it, what is gone is not', () => {
  const machine = toldMachine();
  machine.begin?.({
    workspaceFolders: [{ uri: 'memfs:///project', name: 'project' }],
    initializationOptions: {
      files: [
        { uri: 'memfs:///project/a/workflow.yaml', text: 'jobs: {}' },
        { uri: 'memfs:///project/a/start.sh', text: 'true' },
        { uri: 'memfs:///other/start.sh', text: 'false' },
      ],
    },
  });
  machine.tell({
    files: [
      { uri: 'memfs:///project/a/start.sh', text: null },
      { uri: 'memfs:///project/b.sh', text: 'true' },
    ],
  });
  const root = machine.pathOf('memfs:///project') ?? '';
  expect(machine.paths.kindOf(`${root}/.git`)).toBe('directory');
  expect(machine.paths.kindOf(`${root}/a`)).toBe('directory');
  expect(machine.paths.kindOf(`${root}/c`)).toBe('missing');
  const { files } = machine.worldOf(root, 'everything');
  expect(files.paths).toEqual(['a/workflow.yaml', 'b.sh']);
  expect(files.read(filePath('a/workflow.yaml'))).toEqual({ kind: 'text', text: 'jobs: {}' });
  expect(machine.worldOf(root, 'nothing').files.paths).toEqual([]);
});
