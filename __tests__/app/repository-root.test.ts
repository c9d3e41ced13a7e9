import { locatePaths, type MachinePaths } from '../../src/app/repository-root.ts';

/** A machine with these files; folders above them are there too. */
function machine(texts: Readonly<Record<string, string>>): MachinePaths {
  const files = Object.keys(texts);
  return {
    kindOf(path) {
      if (files.includes(path)) return 'file';
      return path === '/' || files.some((file) => file.startsWith(`${path}/`)) ? 'directory' : 'missing';
    },
    textOf: (path) => texts[path],
  };
}

const disk = machine({
  '/repo/.git/HEAD': '',
  '/repo/workflows/x/workflow.yaml': '',
  '/repo/hpc/workflows/y/workflow.yaml': '',
  '/repo/hpc/.pw-workflow-check.yaml': '# root: true\nrules: {}\n',
  '/repo/examples/.pw-workflow-check.yaml': 'rules: {}\nroot: true # a sample\n',
  '/repo/examples/workflows/y/workflow.yaml': '',
  '/repo/tools/a.sh': '',
  '/plain/workflows/x/workflow.yaml': '',
  '/lone/thing.yaml': '',
  '/lone/deep/other.yaml': '',
  '/else/x.sh': '',
  '/top.yaml': '',
});

const locate = (cwd: string, ...paths: readonly string[]) =>
  locatePaths(
    cwd,
    paths.map((absolute) => ({ written: absolute, absolute })),
    disk,
  );

test.each([
  ['/repo', [], '/repo', []],
  ['/repo/workflows/x', [], '/repo', ['workflows/x']],
  ['/elsewhere', ['/repo'], '/repo', []],
  ['/repo', ['/repo/examples'], '/repo/examples', []],
  ['/repo', ['/repo/workflows/x/workflow.yaml'], '/repo', ['workflows/x/workflow.yaml']],
  ['/repo', ['/repo/examples/workflows/y'], '/repo/examples', ['workflows/y']],
  ['/repo/examples/workflows', [], '/repo/examples', ['workflows']],
  ['/repo', ['/repo/hpc'], '/repo', ['hpc']],
  ['/repo/hpc', [], '/repo', ['hpc']],
  ['/repo/hpc', ['/repo/hpc/workflows/y'], '/repo', ['hpc/workflows/y']],
  ['/plain/workflows/x', [], '/plain', ['workflows/x']],
  ['/repo', ['/repo/workflows'], '/repo', ['workflows']],
  ['/repo', ['/repo/tools/a.sh', '/repo/workflows/x'], '/repo', ['tools/a.sh', 'workflows/x']],
  ['/lone', ['/lone/thing.yaml'], '/lone', ['thing.yaml']],
  ['/repo', ['/lone/thing.yaml'], '/lone', ['thing.yaml']],
])('in %s, %j belongs to %s', (cwd, named, root, paths) => {
  expect(locate(cwd, ...named)).toEqual({ kind: 'located', root, paths });
});

test.each([
  [['/lone/thing.yaml'], ['lone/thing.yaml'], ['lone']],
  [['/lone/thing.yaml', '/lone/deep/other.yaml'], ['lone/thing.yaml', 'lone/deep/other.yaml'], ['lone']],
  [
    ['/lone', '/else/x.sh'],
    ['lone', 'else/x.sh'],
    ['lone', 'else'],
  ],
])('outside of a repository, only the folders of %j are looked through', (named, paths, folders) => {
  expect(locate('/', ...named)).toEqual({ kind: 'located', root: '/', paths, folders });
});

test('a file of the current folder has all of it looked through', () => {
  expect(locate('/', '/lone/thing.yaml', '/top.yaml')).toEqual({
    kind: 'located',
    root: '/',
    paths: ['lone/thing.yaml', 'top.yaml'],
  });
});

test('a path that is not there is refused', () => {
  expect(locate('/repo', '/repo/nope')).toEqual({
    kind: 'refused',
    message: 'no such file or folder: "/repo/nope"',
  });
});

test('paths of two repositories are refused together', () => {
  expect(locate('/repo', '/repo/tools/a.sh', '/lone/thing.yaml')).toMatchObject({ kind: 'refused' });
});
