import { readFileSync } from 'node:fs';
import { check } from '../../../src/app/check.ts';
import type { OptionWords } from '../../../src/app/option-table.ts';
import { readRequest } from '../../../src/app/request.ts';
import type { FilePath } from '../../../src/source/span.ts';
import { fakeWorld } from '../fake-world.ts';

const example = 'examples/workflows/hello-world';
const workflow = readFileSync(`${example}/workflow.yaml`, 'utf8');
const start = readFileSync(`${example}/start.sh`, 'utf8');

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const sessions = Object.fromEntries(
  names.flatMap((name) => [
    [`workflows/${name}/workflow.yaml`, workflow.replaceAll('workflows/hello-world', `workflows/${name}`)],
    [`workflows/${name}/start.sh`, start],
    [`workflows/${name}/settings.sh`, 'echo "$PW_INPUT_HELLO_MESSAGE"\n'],
    [`workflows/${name}/ci/short.yaml`, 'hello: {message: Hi}\n'],
  ]),
);
const repository = {
  ...sessions,
  'utils/wait_service.sh': readFileSync('examples/utils/wait_service.sh', 'utf8'),
};

/** The files below `workflows` that the first of three parts reads; it is given the workflows a and d. */
async function filesRead(files: Readonly<Record<string, string>>, options: OptionWords = {}) {
  const world = fakeWorld(files);
  const read = new Set<string>();
  const answer = readRequest({ command: 'lint', paths: [], options: { shard: ['1/3'], ...options } });
  if (answer.kind === 'refused') throw new Error(answer.message);
  const { read: textOf } = world.files;
  Object.assign(world.files, {
    read(path: FilePath) {
      if (world.files.kindOf(path) === 'file') read.add(path);
      return textOf(path);
    },
  });
  const checked = await check(
    answer.request,
    world,
    { say: () => {}, watch: () => {} },
    new AbortController(),
  );
  if (checked.kind === 'refused') throw new Error(checked.message);
  expect(checked.report.workflows.map(({ name }) => name)).toEqual(['a', 'd']);
  return [...read].filter((path) => path.startsWith('workflows/')).sort();
}

const own = ['a', 'd'].flatMap((name) => [
  `workflows/${name}/settings.sh`,
  `workflows/${name}/start.sh`,
  `workflows/${name}/workflow.yaml`,
]);

test('a part reads the files of its own workflows and of no other', async () => {
  expect(await filesRead(repository)).toEqual(own);
});

test('a workflow that one of a part calls is read with it, and no other', async () => {
  const calling = workflow.replace(
    /^jobs:\n/m,
    'jobs:\n  called:\n    steps:\n      - uses: github/example-lab/services\n        with: {$yaml: workflows/b/workflow.yaml}\n',
  );
  expect(await filesRead({ ...repository, 'workflows/a/workflow.yaml': calling })).toEqual(
    [...own, 'workflows/b/start.sh', 'workflows/b/workflow.yaml'].sort(),
  );
});

test('who calls a workflow is looked for only where a finding depends on it', async () => {
  const called = 'jobs: {one: {steps: [{run: \'echo "${{ inputs.token }}"\'}]}}\n';
  const others = ['b', 'c', 'e', 'f'].map((name) => `workflows/${name}/workflow.yaml`);
  expect(await filesRead({ ...repository, 'workflows/a/workflow.yaml': called })).toEqual(
    [...own, ...others].sort(),
  );
});
