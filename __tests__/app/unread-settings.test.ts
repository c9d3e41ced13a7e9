import { prepareRequest } from '../../src/app/prepare-request.ts';
import { readRequest } from '../../src/app/request.ts';
import { otherConfigurations } from '../../src/app/unread-settings.ts';
import { fakeWorld } from './fake-world.ts';

const workflow = 'jobs: {a: {steps: [{run: date}]}}\n';

test.each([
  [['.pw-workflow-check.yaml', 'a.yaml'], []],
  [['.pw-workflow-check.yml'], []],
  [
    ['.pw-workflow-check.yaml', '.pw-workflow-check.yml', 'hpc/.pw-workflow-check.yaml'],
    ['.pw-workflow-check.yml', 'hpc/.pw-workflow-check.yaml'],
  ],
  [['pw-workflow-check.json'], ['pw-workflow-check.json']],
])('of %j it says that %j is not read', (paths, unread) => {
  const said = otherConfigurations({ paths: paths as never });
  expect(said.map((one) => one.split(' ')[0])).toEqual(unread);
});

test('settings for a workflow that is not there are said, but not where a part was selected', async () => {
  const world = fakeWorld({
    '.pw-workflow-check.yaml': 'workflows-settings: {noteboko: {timeout: 1m}, notebook: {timeout: 1m}}\n',
    'workflows/notebook/workflow.yaml': workflow,
  });
  const remarks = async (...paths: readonly string[]) => {
    const read = readRequest({ command: 'lint', paths, options: {} });
    const prepared = read.kind === 'request' ? await prepareRequest(read.request, world) : read;
    return prepared.kind === 'prepared' ? prepared.remarks : prepared.message;
  };
  expect(await remarks()).toEqual([
    '"workflows-settings" names "noteboko", and no workflow is called so; did you mean "notebook"?',
  ]);
  expect(await remarks('notebook')).toEqual([]);
  expect(await remarks('notbook')).toBe(
    'no such file or folder: "notbook", and no workflow has this name; did you mean "notebook"?',
  );
});
