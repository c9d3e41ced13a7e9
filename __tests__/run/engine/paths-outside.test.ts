import type { RunFiles } from '../../../src/ports/run-files.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { absentPaths } from '../../../src/run/engine/paths-outside.ts';
import { filePath } from '../../../src/source/span.ts';

const markers = ['/job.started', '/HOSTNAME', '/SESSION_PORT'];

/** The paths of a repository that a machine with these paths lacks; what stands in the root for every run left out. */
function absent(
  texts: Readonly<Record<string, string>>,
  present: readonly string[],
  workflow = 'workflows/x/workflow.yaml',
) {
  const files = { kindOf: (path: string) => (present.includes(path) ? 'directory' : 'missing') };
  const found = absentPaths(memoryFiles(texts), files as RunFiles, filePath(workflow));
  return [...found].filter((path) => !markers.includes(path));
}

test.each<[string, readonly string[], readonly string[]]>([
  ['mkdir /tools/bin/x', ['/usr'], ['/tools']],
  ['touch /opt/site/ready', ['/opt'], ['/opt/site']],
  ['touch /opt/site', ['/opt', '/opt/site'], []],
  ['echo > /dev/shm/x; cat /proc/1/stat /sys/x', [], []],
  ['cat $HOME/a ~/b "${X}/c" ./d e/f https://host/g', [], []],
  ['touch /a/../b', [], []],
])('of %j on a machine with %j', (script, present, expected) => {
  expect(absent({ 'start.sh': script }, present)).toEqual(expected);
});

test('the files of the workflow are read, and scripts, and nothing else', () => {
  const texts = {
    'workflows/x/workflow.yaml': '/one',
    'workflows/x/app/serve.py': '/two',
    'tools/setup.sh': '/three',
    'workflows/y/workflow.yaml': '/four',
    'README.md': '/five',
  };
  expect(absent(texts, [])).toEqual(['/three', '/two', '/one']);
});

test('of a workflow at the top its own file is read, and not all of the repository', () => {
  expect(absent({ 'workflow.yaml': '/one', 'notes.txt': '/two' }, [], 'workflow.yaml')).toEqual(['/one']);
});

test('the coordination files are looked for in the root, whoever names them', () => {
  const files = { kindOf: () => 'missing' };
  const found = absentPaths(memoryFiles({}), files as unknown as RunFiles, filePath('workflow.yaml'));
  expect([...found]).toEqual(markers);
});
