import { selectFiles } from '../../src/model/select-files.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';

const workflow = 'jobs:\n  a:\n    steps:\n      - run: date\non: {execute: {inputs: {}}}\n';
const usual = memoryFiles({
  'workflows/a/workflow.yaml': workflow,
  'workflows/a/nested/workflow.yaml': workflow,
  'workflows/b/workflow.yaml': workflow,
  'attic/old/workflow.yml': workflow,
  'attic/old/nested/workflow.yaml': 'a: 1\n',
  'attic/older/deep/workflow.yml': workflow,
  'attic/older/deep/workflow.yaml.orig': workflow,
  'attic/start.sh': '#!/bin/bash\n',
});

const select = (files: ReturnType<typeof memoryFiles>, ...paths: readonly string[]) =>
  selectFiles(files, { paths });

test.each([
  [[''], ['workflows/a/workflow.yaml', 'workflows/b/workflow.yaml']],
  [['workflows'], ['workflows/a/workflow.yaml', 'workflows/b/workflow.yaml']],
  [['workflows/b'], ['workflows/b/workflow.yaml']],
  // A folder that no glob reaches: its own workflow, or else those below.
  [['attic/old'], ['attic/old/workflow.yml']],
  [['attic/older'], ['attic/older/deep/workflow.yml']],
  [['attic'], ['attic/old/nested/workflow.yaml', 'attic/old/workflow.yml', 'attic/older/deep/workflow.yml']],
  [['./workflows//a/../b/'], ['workflows/b/workflow.yaml']],
  [['attic/old/nested/../../../workflows/b/workflow.yaml'], ['workflows/b/workflow.yaml']],
])('%j selects %j', (paths, workflows) => {
  expect(select(usual, ...paths)).toMatchObject({ workflows, problems: [], discovery: undefined });
});

test('a script is no workflow, and what is outside or missing is said as it was written', () => {
  expect(select(usual, 'attic/start.sh', '../outside', 'workflows/c')).toMatchObject({
    workflows: [],
    scripts: ['attic/start.sh'],
    problems: ['no such file or folder: "../outside"', 'no such file or folder: "workflows/c"'],
  });
});

test('what is neither a workflow nor a shell script is passed over, and a badly written workflow is not', () => {
  const mixed = memoryFiles({
    'README.md': '# A\n',
    LICENSE: 'Free.\n',
    'bin/tool': '#!/usr/bin/env bash\ntrue\n',
    'bin/page': '#!/usr/bin/env python3\n',
    'compose.yaml': 'services: {}\n',
    '.github/workflows/ci.yml': 'on: push\njobs: {}\n',
    'faulty.yaml': 'jobs: [\n',
    'workflows/x/workflow.yaml': 'nothing: here\n',
    'empty.yaml': '',
  });
  expect(select(mixed, ...mixed.paths)).toMatchObject({
    workflows: ['empty.yaml', 'faulty.yaml', 'workflows/x/workflow.yaml'],
    scripts: ['bin/tool'],
    problems: [],
    passedOver: ['.github/workflows/ci.yml', 'LICENSE', 'README.md', 'bin/page', 'compose.yaml'],
  });
});

test('a folder is looked at as the top of a part of the repository', () => {
  const parts = memoryFiles({
    'workflows/a/workflow.yaml': workflow,
    'hpc/workflows/b/workflow.yaml': workflow,
    'hpc/other/c.yaml': workflow,
  });
  expect(select(parts, 'hpc')).toMatchObject({
    workflows: ['hpc/workflows/b/workflow.yaml'],
    discovery: undefined,
  });
});

describe('without a workflow in the usual place', () => {
  const loose = memoryFiles({
    'two/z.yaml': workflow,
    'two/other.yaml': 'a: 1\n',
    'one/b.yaml': workflow,
    'one/workflow.yaml': workflow,
    'three/deep/workflow.yaml': workflow,
  });
  const all = ['one/b.yaml', 'one/workflow.yaml', 'three/deep/workflow.yaml', 'two/z.yaml'];

  test('files are found by their content, and the discovery is told', () => {
    expect(select(loose, '')).toMatchObject({
      workflows: all,
      discovery: { paths: all, extent: 'everything' },
    });
  });
  test('a workflow in braces is found as well', () => {
    const jobs = { main: { steps: [{ run: 'echo hello' }] } };
    const flows = memoryFiles({
      'flow.yaml': '{permissions: ["*"], jobs: {main: {steps: [{run: echo hello}]}}}\n',
      'json.yaml': JSON.stringify({ permissions: ['*'], jobs }, undefined, 2),
      'list.yaml': '{all: [{jobs: 3}]}\n',
    });
    expect(select(flows, '').workflows).toEqual(['flow.yaml', 'json.yaml']);
  });
  test('what several folders hold is told together, in order', () => {
    const found = ['one/b.yaml', 'one/workflow.yaml', 'two/z.yaml'];
    expect(select(loose, 'two', 'one', 'two')).toMatchObject({
      workflows: found,
      discovery: { paths: found, extent: 'everything' },
    });
  });
  test('nothing is told of a discovery that names alone would have made', () => {
    expect(select(loose, 'three')).toMatchObject({
      workflows: ['three/deep/workflow.yaml'],
      discovery: undefined,
    });
  });
  test('a folder with none is a problem', () => {
    const none = memoryFiles({ 'docs/a.yaml': 'a: 1\n' });
    expect(select(none, 'docs').problems).toEqual(['no workflow found under "docs"']);
  });
});
