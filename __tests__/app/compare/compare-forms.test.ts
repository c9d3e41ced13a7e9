import { compareForms } from '../../../src/app/compare/compare-forms.ts';
import { bumpOf } from '../../../src/app/compare/form-change.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';

function workflowOf(inputs: string) {
  const indented = inputs
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  const text = `jobs: {}\n"on":\n  execute:\n    inputs:\n${indented}\n`;
  return openWorkspace(memoryFiles({ 'workflows/x/workflow.yaml': text })).workspace.workflows[0]?.workflow;
}

const changes = (before: string, after: string) => compareForms('x', workflowOf(before), workflowOf(after));

test.each([
  ['the same', 'a: {type: string}', 'a: {type: string}', 'none', []],
  ['another spelling', 'a: {type: string, default: x}', 'a:\n  type: "string"\n  default: \'x\'', 'none', []],
  [
    'a removed input',
    'a: {type: string}\nb: {type: string}',
    'a: {type: string}',
    'major',
    ['the input "b" is gone'],
  ],
  [
    'a renamed input',
    'message: {type: string, default: x}',
    'messages: {type: string, default: x}',
    'major',
    ['the input "message" is gone; "messages" is new: was it renamed?', 'the input "messages" is new'],
  ],
  [
    'another type',
    'a: {type: string}',
    'a: {type: number}',
    'major',
    ['the type of "a" changed from "string" to "number"'],
  ],
  [
    'a new input with a default',
    'a: {type: string}',
    'a: {type: string}\nb: {type: string, default: x}',
    'minor',
    ['the input "b" is new'],
  ],
  [
    'a new optional input',
    'a: {type: string}',
    'a: {type: string}\nb: {type: string, optional: true}',
    'minor',
    ['the input "b" is new'],
  ],
  [
    'a new required input',
    'a: {type: string}',
    'a: {type: string}\nb: {type: string}',
    'major',
    ['the input "b" is new and has no default: runs that were saved lack a value for it'],
  ],
  [
    'a value that is needed now',
    'a: {type: string, default: x}',
    'a: {type: string}',
    'major',
    ['"a" needs a value now'],
  ],
  [
    'another default',
    'a: {type: string, default: x}',
    'a: {type: string, default: y}',
    'minor',
    ['the default of "a" changed'],
  ],
  [
    'another label',
    'a: {type: string, label: x}',
    'a: {type: string, label: y}',
    'patch',
    ['the label of "a" changed'],
  ],
  [
    'other options',
    'a: {type: dropdown, options: [{value: x}, {value: y}]}',
    'a: {type: dropdown, options: [{value: y}, {value: z}]}',
    'major',
    ['"a" no longer offers "x"', '"a" also offers "z"'],
  ],
  [
    'a narrower limit',
    'a: {type: number, max: 9}',
    'a: {type: number, max: 5}',
    'major',
    ['"a" has a narrower "max": 5'],
  ],
  [
    'a wider limit',
    'a: {type: number, min: 3}',
    'a: {type: number, min: 1}',
    'minor',
    ['"a" has a wider "min"'],
  ],
  [
    'an input in another group',
    'g:\n  type: group\n  items:\n    a: {type: string, default: x}',
    'h:\n  type: group\n  items:\n    a: {type: string, default: x}',
    'major',
    ['the input "g.a" is gone; "h.a" is new: was it renamed?', 'the input "h.a" is new'],
  ],
])('%s', (_, before, after, bump, messages) => {
  const found = changes(before, after);
  expect(found.map((change) => change.message)).toEqual(messages);
  expect(bumpOf(found)).toBe(bump);
});

test('a workflow that is gone breaks its callers, a new one does not', () => {
  const workflow = workflowOf('a: {type: string}');
  expect(bumpOf(compareForms('x', workflow, undefined))).toBe('major');
  expect(bumpOf(compareForms('x', undefined, workflow))).toBe('minor');
});
