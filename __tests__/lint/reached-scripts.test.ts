import { lintWorkspace } from '../../src/lint/lint.ts';
import { reachedScripts } from '../../src/lint/reached-scripts.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { sessionExample } from '../../src/rules/examples/session-example.ts';

/** A workflow whose one step has this text. */
const stepWith = (lines: string) => ({
  'workflows/a/workflow.yaml': `jobs:\n  main:\n    steps:\n      - run: |\n${lines.replace(/^/gm, '          ')}\n`,
});

function reachedIn(files: Readonly<Record<string, string>>): readonly string[] {
  const { workspace } = openWorkspace(memoryFiles(files));
  return reachedScripts(workspace).map(({ script }) => `${script.role} ${script.path}`);
}

const scripts = {
  'main.sh': 'bash lib/inner.sh\n',
  'lib/inner.sh': 'echo\n',
  'workflows/a/part.sh': 'echo\n',
  'deep/down/only.sh': 'echo\n',
  'two/same.sh': 'echo\n',
  'three/same.sh': 'echo\n',
};

test.each([
  ['bash main.sh', ['started main.sh', 'started lib/inner.sh']],
  ['./main.sh --port 1 &', ['started main.sh', 'started lib/inner.sh']],
  ['if ./lib/inner.sh; then :; fi', ['started lib/inner.sh']],
  ['timeout 180 bash -x lib/inner.sh || true', ['started lib/inner.sh']],
  ['A=b nohup /bin/bash "${PW_PARENT_JOB_DIR}/lib/inner.sh" > log', ['started lib/inner.sh']],
  ["ssh host 'cd x && bash lib/inner.sh'", ['started lib/inner.sh']],
  ['ssh host bash -s < lib/inner.sh', ['started lib/inner.sh']],
  ['sbatch --partition=x -N 2 lib/inner.sh', ['started lib/inner.sh']],
  ['id=$(sbatch lib/inner.sh)', ['started lib/inner.sh']],
  ['bash ${{ inputs.folder }}/lib/inner.sh', ['started lib/inner.sh']],
  ['bash part.sh', ['started workflows/a/part.sh']],
  ['cd deep && bash down/only.sh', ['started deep/down/only.sh']],
  ['bash only.sh', ['started deep/down/only.sh']],
  ['. lib/inner.sh; bash lib/inner.sh', ['sourced lib/inner.sh']],
  ['bash same.sh', []],
  ['bash ../main.sh', []],
  ['cat lib/inner.sh', []],
  ['chmod +x lib/inner.sh', []],
  ['bash lib/inner.sh.in', []],
  ['main.sh', []],
])('%s leads to %j', (line, reached) => {
  expect(reachedIn({ ...stepWith(line), ...scripts })).toEqual(reached);
});

test('a script handed to job_runner at a place that is not known is read as well', () => {
  const workflow =
    "jobs:\n  main:\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        with:\n          script_path: '${{ needs.a.outputs.folder }}/down/only.sh'\n";
  expect(reachedIn({ 'workflow.yaml': workflow, ...scripts })).toEqual(['started deep/down/only.sh']);
});

test('scripts that read each other are read once', () => {
  const circle = { 'x.sh': 'bash y.sh\n. ./y.sh\n', 'y.sh': 'bash x.sh\nbash y.sh\n' };
  expect(reachedIn({ ...stepWith('bash x.sh'), ...circle })).toEqual(['started x.sh', 'sourced y.sh']);
});

test('a fault is found in what a step starts, and told of its workflow', async () => {
  const { workspace } = openWorkspace(
    memoryFiles({ ...stepWith('bash main.sh'), 'main.sh': 'if true; done\n' }),
  );
  const { diagnostics } = await lintWorkspace(workspace);
  expect(diagnostics.map(({ rule, at, workflow }) => [rule, at.file, workflow])).toEqual([
    ['shell-syntax', 'main.sh', 'a'],
  ]);
});

test('a start script keeps the contract wherever it lies', async () => {
  const example = sessionExample({});
  const start = Object.keys(example).find((path) => path.endsWith('/start.sh')) ?? '';
  expect(start).not.toBe('');
  const moved = Object.fromEntries(
    Object.entries(example).map(([path, text]) =>
      path === start
        ? ['services/board/serve.sh', text.replace(/^.*SESSION_PORT.*\n/gm, '')]
        : [path, text.replaceAll(start, 'services/board/serve.sh')],
    ),
  );
  const { workspace } = openWorkspace(memoryFiles(moved));
  const { diagnostics } = await lintWorkspace(workspace);
  expect(
    diagnostics.filter(({ at }) => at.file === 'services/board/serve.sh').map(({ rule }) => rule),
  ).toContain('port-file-never-written');
});
