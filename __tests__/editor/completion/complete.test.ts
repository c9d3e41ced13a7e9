import { completeAt } from '../../../src/editor/completion/complete.ts';
import { atCaret } from '../at-caret.ts';

const jobs = (text: string): string => `sessions:
  session:
    useTLS: false
jobs:
  first:
    steps:
      - id: make
        run: echo "PORT=1" >> $OUTPUTS
  second:
    needs: [first]
    steps:
${text.replace(/^/gm, '      ')}
on:
  execute:
    inputs:
      service:
        type: group
        items:
          port:
            type: number
      resource:
        type: compute-clusters
`;

function complete(repository: Parameters<typeof atCaret>[0]) {
  const { reading, path, offset, texts } = atCaret(repository);
  const text = texts.get(path) ?? '';
  const found = completeAt(reading, path, text, offset);
  return {
    labels: found?.items.map((one) => one.label) ?? [],
    word: found && text.slice(found.span.start, found.span.end),
    inserts: new Map(found?.items.map((one) => [one.label, one.insert ?? one.label])),
  };
}

test.each([
  [
    'the top of a workflow',
    'jo|\njobs: {}\n'.replace('\njobs: {}', ''),
    ['jobs', 'sessions', 'permissions', 'on'],
  ],
  ['a job', 'jobs:\n  one:\n    ne|\n', ['needs', 'steps', 'ssh', 'if']],
  ['an empty line of a job', 'jobs:\n  one:\n    steps: []\n    |\n', ['needs', 'ssh', 'if']],
  ['an item of steps', 'jobs:\n  one:\n    steps:\n      - |\n', ['run', 'uses', 'name', 'id']],
  ['a step', jobs('- run: echo\n  na|'), ['name', 'id', 'early-cancel']],
  [
    'the arguments of an action',
    jobs('- uses: parallelworks/checkout\n  with:\n    re|'),
    ['repo', 'branch'],
  ],
  [
    'the arguments of a called workflow',
    jobs('- uses: marketplace/job_runner/v4.0\n  with:\n    |'),
    ['resource', 'script_path', 'rundir', 'slurm'],
  ],
  [
    'a group of arguments of a called workflow',
    jobs('- uses: marketplace/job_runner/v4.0\n  with:\n    slurm:\n      |'),
    ['account', 'partition'],
  ],
  [
    'a group of arguments of another version',
    jobs('- uses: marketplace/job_runner/v3.5\n  with:\n    pbs:\n      |'),
    ['is_disabled', 'scheduler_directives'],
  ],
  [
    'the arguments of a script_submitter',
    jobs('- uses: marketplace/script_submitter/v3.6\n  with:\n    |'),
    ['resource', 'rundir'],
  ],
  ['a session', 'sessions:\n  main:\n    |\njobs: {}\n', ['useTLS', 'redirect']],
  [
    'an option of a list',
    'on:\n  execute:\n    inputs:\n      a:\n        type: dropdown\n        options:\n          - |\njobs: {}\n',
    ['value', 'label'],
  ],
  [
    'an input of a type',
    'on:\n  execute:\n    inputs:\n      a:\n        type: number\n        m|\njobs: {}\n',
    ['min', 'max', 'label', 'default'],
  ],
  ['an input without a type', 'on:\n  execute:\n    inputs:\n      a:\n        |\njobs: {}\n', ['type']],
])('keys of %s', (_, text, expected) => {
  expect(complete(text).labels).toEqual(expect.arrayContaining(expected));
});

test('keys of another type are not among those of an input, and none that is there already', () => {
  const { labels } = complete(
    'on:\n  execute:\n    inputs:\n      a:\n        type: boolean\n        label: x\n        |\njobs: {}\n',
  );
  expect(labels).not.toEqual(expect.arrayContaining(['min']));
  expect(labels).not.toContain('type');
  expect(labels).not.toContain('label');
});

test.each([
  [
    'types of inputs',
    'on:\n  execute:\n    inputs:\n      a:\n        type: str|\njobs: {}\n',
    ['string', 'number', 'group'],
  ],
  ['what can be called', jobs('- uses: par|'), ['parallelworks/checkout', 'marketplace/job_runner/v5.0']],
  ['jobs in needs', jobs('- run: echo').replace('needs: [first]', 'needs: [|]'), ['first']],
  ['jobs in needs, as a list', jobs('- run: echo').replace('needs: [first]', 'needs:\n      - |'), ['first']],
  [
    'an argument that is true or false',
    jobs('- uses: marketplace/job_runner/v4.0\n  with:\n    use_existing_script: |'),
    ['true', 'false'],
  ],
  [
    'an argument in a group that is true or false',
    jobs('- uses: marketplace/job_runner/v4.0\n  with:\n    slurm:\n      is_disabled: |'),
    ['true', 'false'],
  ],
  [
    'truth',
    'on:\n  execute:\n    inputs:\n      a:\n        type: string\n        hidden: |\njobs: {}\n',
    ['true', 'false'],
  ],
])('values: %s', (_, text, expected) => {
  expect(complete(text).labels).toEqual(expect.arrayContaining(expected));
});

test('a job does not wait for itself', () => {
  expect(complete(jobs('- run: echo').replace('needs: [first]', 'needs: [|]')).labels).toEqual(['first']);
});

test.each([
  ['contexts', '- run: echo ${{ in|', ['inputs', 'needs', 'sessions', 'steps', 'always']],
  ['inputs', '- run: echo ${{ inputs.|', ['service', 'resource']],
  ['inputs of a group', '- run: echo ${{ inputs.service.po| }}', ['port']],
  ['fields of a resource', '- run: echo ${{ inputs.resource.|', ['ip', 'schedulerType']],
  ['jobs that are needed', '- run: echo ${{ needs.| }}', ['first']],
  ['outputs of a job', '- run: echo ${{ needs.first.outputs.|', ['PORT']],
  ['steps of a job', '- run: echo ${{ needs.first.steps.|', ['make']],
  ['steps before', '- id: early\n  run: echo "A=1" >> $OUTPUTS\n- run: echo ${{ steps.|', ['early']],
  [
    'outputs of a step',
    '- id: early\n  run: echo "A=1" >> $OUTPUTS\n- run: echo ${{ steps.early.outputs.|',
    ['A'],
  ],
  ['sessions', '- run: echo ${{ sessions.|', ['session']],
])('expressions: %s', (_, text, expected) => {
  // Two pipes are an operator; a caret at the very end has nothing behind it.
  expect(complete(jobs(text)).labels).toEqual(expect.arrayContaining(expected));
});

test('a script is offered the variables of its form and of the platform', () => {
  const { labels, word } = complete({
    'workflows/demo/workflow.yaml': jobs('- run: echo'),
    'workflows/demo/start.sh': 'echo "${PW_IN|"\n',
  });
  expect(word).toBe('PW_IN');
  expect(labels).toEqual(
    expect.arrayContaining(['PW_INPUT_SERVICE_PORT', 'PW_INPUT_RESOURCE', 'PW_JOB_DIR']),
  );
  expect(labels).not.toContain('PW_INPUT_SERVICE');
});

test('a block of a workflow is offered the variables of its form', () => {
  expect(complete(jobs('- run: ||\n    echo "$PW_INPUT_|"')).labels).toEqual(
    expect.arrayContaining(['PW_INPUT_SERVICE_PORT', 'PW_INPUT_RESOURCE']),
  );
});

test.each([
  ['keys', '|', ['mode', 'times']],
  ['values of a list', 'mode: |', ['slow', 'fast']],
  ['values of a switch', 'times: |', ['true', 'false']],
])('a call of a workflow of this repository is offered its form: %s', (_, written, expected) => {
  const { labels } = complete({
    'workflows/callee/workflow.yaml':
      'on:\n  execute:\n    inputs:\n      mode:\n        type: dropdown\n        options: [slow, fast]\n      times:\n        type: boolean\njobs: {}\n',
    'workflows/demo/workflow.yaml': jobs(
      `- uses: parallelworks/checkout\n  with:\n    repo: https://github.com/owner/repository\n- uses: github/owner/repository\n  with:\n    $yaml: workflows/callee/workflow.yaml\n    ${written}`,
    ),
  });
  expect(labels).toEqual(expect.arrayContaining(expected));
});

test('a key brings its colon, unless it has one; the word at hand is replaced as a whole', () => {
  const fresh = complete('jobs:\n  one:\n    ne|\n');
  expect([fresh.word, fresh.inserts.get('needs'), fresh.inserts.get('steps')]).toEqual([
    'ne',
    'needs: ',
    'steps:',
  ]);
  const again = complete('jobs:\n  one:\n    ne|eds: []\n');
  expect([again.word, again.inserts.get('needs')]).toEqual(['needs', 'needs']);
});

test.each([
  ['a comment', 'jobs:\n  one:\n    # ne|\n'],
  ['names of jobs', 'jobs:\n  o|: {}\n'],
  ['texts', jobs('- name: some te|')],
  ['a text in an expression', jobs("- run: echo ${{ inputs.service.port == 'inp|' }}")],
  ['words of a script', jobs('- run: ||\n    ec|')],
])('nothing is known of %s', (_, text) => {
  expect(complete(text).labels).toEqual([]);
});
