import { workflowGlobs } from '../../../src/app/adoption/workflow-globs.ts';
import { globs } from '../../../src/base/glob.ts';

const numbered = (count: number, path: (number: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => path(index));

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['the usual place', ['workflows/a/workflow.yaml'], [], ['workflows/*/workflow.yaml']],
  [
    'an old layout with a new one beside it',
    [...numbered(4, (n) => `yamls/app${n}/general_v4.yaml`), 'workflows/a/workflow.yaml', 'odd.yaml'],
    ['yamls/app1/notes.yaml', 'compose.yaml'],
    ['yamls/*/general_v4.yaml', 'workflows/*/workflow.yaml', 'odd.yaml'],
  ],
  [
    'several names in folders of folders',
    numbered(6, (n) => `yamls/app${n % 3}/v${n}.yaml`),
    [],
    ['yamls/*/*.yaml'],
  ],
  ['one folder of files', numbered(5, (n) => `flows/f${n}.yml`), ['flows/readme.yaml'], ['flows/*.yml']],
  ['too few for a glob', ['a/x.yaml', 'b/y.yaml'], [], ['a/x.yaml', 'b/y.yaml']],
  ['none', [], ['compose.yaml'], []],
])('%s', (_, workflows, others, expected) => {
  const found = workflowGlobs(workflows, [...workflows, ...others]);
  expect(found).toEqual(expected);
  expect([...workflows, ...others].filter(globs(found))).toEqual(workflows);
});
