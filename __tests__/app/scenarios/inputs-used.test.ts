import { requestWords } from '../../../src/app/request-words.ts';
import { inputsUsed } from '../../../src/app/scenarios/inputs-used.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';

const yaml = `'on':
  execute:
    inputs:
      name: {type: string, label: Name}
      text: {type: editor, label: Text}
      account:
        type: group
        label: Account
        items:
          user: {type: string, label: User}
          token: {type: password, label: Token}
          other: {type: password, label: Other}
      hosts:
        type: list
        label: Hosts
        template:
          name: {type: string, label: Name}
          key: {type: password, label: Key}
jobs:
  a: {steps: [{run: date}]}
`;
const [file] = openWorkspace(memoryFiles({ 'workflows/x/workflow.yaml': yaml })).workspace.workflows;

test('the values of a form are told, and of passwords only that there was one', () => {
  const passed = [
    { name: 'name', value: 'a' },
    { name: 'text', value: 'x'.repeat(5000) },
    { name: 'account.user', value: 'u' },
    { name: 'account.token', value: 'hunter2' },
    { name: 'account.other', value: '' },
    { name: 'hosts', value: '[{"name":"h","key":"hunter3"}]' },
  ];
  const told = Object.fromEntries(inputsUsed(file?.workflow, { passed }).map((one) => [one.name, one.value]));
  expect(told).toEqual({
    name: 'a',
    text: 'x'.repeat(1000),
    'account.user': 'u',
    'account.token': '***',
    'account.other': '',
    hosts: '***',
  });
});

test('a request is told as a command, without how its report looks and without values of inputs', () => {
  expect(
    requestWords('run', ['hello-world'], {
      mode: ['slurm', 'pbs'],
      input: ['account.token=hunter2'],
      keep: ['true'],
      output: ['html=/home/somebody/report.html'],
      only: ['it is'],
    }),
  ).toBe(
    "pw-workflow-check run hello-world --mode=slurm --mode=pbs --input=account.token=… --keep '--only=it is'",
  );
});
