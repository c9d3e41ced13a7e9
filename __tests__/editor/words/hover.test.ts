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
  ['a context', step('- run: echo ${{ inp|uts.a }}'), 'inputs', /Values of the form/],
  ['a keyword', step('- run: echo\n  if: ${{ alw|ays }}'), 'always', /runs in any case/],
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
