import { hoverAt } from '../../../src/editor/words/hover.ts';
import { atCaret } from '../at-caret.ts';

const form = (input: string): string => `on:
  execute:
    inputs:
${input.replace(/^/gm, '      ')}
jobs: {}
`;

const step = (text: string): string => `jobs:
  one:
    steps:
${text.replace(/^/gm, '      ')}
`;

function hover(repository: Parameters<typeof atCaret>[0]): readonly [string, string] | undefined {
  const { reading, path, offset, texts } = atCaret(repository);
  const found = hoverAt(reading, path, offset);
  return found && [(texts.get(path) ?? '').slice(found.span.start, found.span.end), found.text];
}

test.each([
  ['a key of the workflow', 'jo|bs: {}\n', 'jobs', /The jobs of the workflow by name/],
  ['a key of a job', 'jobs:\n  one:\n    ne|eds: []\n    steps: []\n', 'needs', /needs/],
  ['an attribute of an input', form('a:\n  type: string\n  defa|ult: x'), 'default', /\*\*default\*\*/],
  ['a type of inputs', form('a:\n  type: strin|g'), 'string', /Attributes: .*`default`/],
  ['an action', step('- uses: parallelworks/check|out'), 'parallelworks/checkout', /Brings files/],
  [
    'an argument of an action',
    step('- uses: parallelworks/checkout\n  with:\n    re|po: x'),
    'repo',
    /\*\*repo\*\*/,
  ],
  [
    'a called workflow',
    step('- uses: marketplace/job_runner/v|4.0'),
    'marketplace/job_runner/v4.0',
    /Runs a script/,
  ],
  [
    'an argument of a called workflow',
    step('- uses: marketplace/job_runner/v4.0\n  with:\n    script_pa|th: x'),
    'script_path',
    /an input of marketplace\/job_runner\/v4.0, string/,
  ],
  [
    'an argument in a group of a called workflow',
    step('- uses: marketplace/job_runner/v5.0\n  with:\n    sites_0:\n      slurm:\n        parti|tion: x'),
    'partition',
    /\*\*sites_0\.slurm\.partition\*\*.*an input of marketplace\/job_runner\/v5.0/,
  ],
  ['a context', step('- run: echo ${{ inp|uts.a }}'), 'inputs', /Values of the form/],
  ['a keyword', step('- run: echo\n  if: ${{ alw|ays }}'), 'always', /runs in any case/],
  [
    'a function of the visual editor',
    step('- run: echo\n  if: ${{ succ|ess() }}'),
    'success',
    /no earlier step failed/,
  ],
  [
    'a field of a resource',
    `${form('where:\n  type: compute-clusters').replace('jobs: {}\n', '')}${step('- run: echo ${{ inputs.where.schedulerT|ype }}')}`,
    'schedulerType',
    /slurm, pbs/,
  ],
  [
    'a job that is needed',
    'jobs:\n  one:\n    steps: []\n  two:\n    needs: [o|ne]\n    steps: []\n',
    'one',
    /a job of 0 steps/,
  ],
  [
    'an output, with the line that writes it',
    step('- id: make\n  run: echo "LOG=1" >> $OUTPUTS\n- run: echo ${{ steps.make.outputs.L|OG }}'),
    'LOG',
    /written at workflows\/demo\/workflow\.yaml:5/,
  ],
  [
    'a session',
    `sessions:\n  main:\n    useTLS: false\n${step('- run: echo ${{ sessions.ma|in }}')}`,
    'main',
    /a session/,
  ],
  [
    'a marker file in a wait step',
    step('- run: ||\n    until [ -f job.sta|rted ]; do sleep 1; done'),
    'job.started',
    /wait steps look for it/,
  ],
  [
    'a variable of the platform',
    step('- run: echo $PW_JOB_|DIR'),
    '$PW_JOB_DIR',
    /The directory of this run/,
  ],
] as const)('tells about %s', (_, text, word, says) => {
  const found = hover(text);
  expect(found?.[0]).toBe(word);
  expect(found?.[1]).toMatch(says);
});

test('an input is told with its label, default, variable and how often it is read', () => {
  const text = `${form('port:\n  type: number\n  label: The port\n  default: 80').replace('jobs: {}\n', '')}${step('- run: echo ${{ inputs.po|rt }}')}`;
  expect(hover(text)?.[1]).toMatch(
    /^\*\*inputs\.port\*\*: number, “The port”\n\nDefault: `80`\n\nIn scripts: `\$PW_INPUT_PORT`\. It is read at one place\./,
  );
});

const started = {
  'workflows/demo/workflow.yaml': `${form('settings:\n  type: group\n  items:\n    port:\n      type: number\n      label: The port').replace('jobs: {}\n', '')}${step(
    '- uses: parallelworks/checkout\n  with:\n    repo: https://github.com/owner/repository\n- uses: marketplace/job_runner/v4.0\n  with:\n    script_path: workflows/demo/start.sh',
  )}`,
};

test('a variable of a start script is told as the field of the form behind it', () => {
  const found = hover({ ...started, 'workflows/demo/start.sh': 'echo "$PW_INPUT_SETTINGS_P|ORT"\n' });
  expect(found?.[0]).toBe('PW_INPUT_SETTINGS_PORT');
  expect(found?.[1]).toMatch(/^\*\*inputs\.settings\.port\*\*: number, “The port”/);
});

test('on its first line a script tells who starts it', () => {
  const found = hover({ ...started, 'workflows/demo/start.sh': '#!/bin/ba|sh\necho\n' });
  expect(found).toEqual(['#!/bin/bash', expect.stringMatching(/started by workflows\/demo\/workflow\.yaml/)]);
});

test('an argument of a workflow of this repository is told as its form has it', () => {
  const found = hover({
    'workflows/callee/workflow.yaml': form('mode:\n  type: dropdown\n  options: [slow, fast]'),
    'workflows/demo/workflow.yaml': step(
      '- uses: parallelworks/checkout\n  with:\n    repo: https://github.com/owner/repository\n- uses: github/owner/repository\n  with:\n    $yaml: workflows/callee/workflow.yaml\n    mo|de: slow',
    ),
  });
  expect(found?.[1]).toMatch(/\*\*inputs\.mode\*\*: dropdown/);
});

test.each(['echo "$HOST|NAME"\n', 'cat "/etc/HOSTNAMES|"\n', 'ec|ho\n'])(
  'a script says nothing about %j',
  (text) => {
    expect(
      hover({ 'workflows/demo/workflow.yaml': 'jobs: {}\n', 'workflows/demo/start.sh': text }),
    ).toBeUndefined();
  },
);

test('a marker file is told in a start script', () => {
  const found = hover({
    'workflows/demo/workflow.yaml': 'jobs: {}\n',
    'workflows/demo/start.sh': 'touch job.star|ted\n',
  });
  expect(found?.[0]).toBe('job.started');
  expect(found?.[1]).toMatch(/wait steps look for it/);
});

test.each(['jobs:\n  one|: {}\n'.replace('one|', '|'), '# a com|ment\njobs: {}\n', 'x|', '|'])(
  'says nothing where there is nothing: %j',
  (text) => {
    expect(hover(text)).toBeUndefined();
  },
);
