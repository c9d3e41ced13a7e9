import { globs } from '../base/glob.ts';
import { usualWorkflows } from '../model/select-files.ts';

/** Where `init` writes the baseline. */
export const baselineFile = '.pw-workflow-check-baseline.json';

/** The workflow of GitHub that checks a repository; what is in the baseline is not reported. */
export function githubWorkflow(): string {
  const rows = [
    'name: check workflows',
    '',
    'on:',
    '  push:',
    '    branches: [main, master]',
    '  pull_request:',
    '  merge_group:',
    '',
    'permissions:',
    '  contents: read',
    '',
    'concurrency:',
    '  group: ${{ github.workflow }}-${{ github.ref }}',
    "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
    '',
    'jobs:',
    '  check:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 30',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - uses: org/pw-workflow-check@v1',
    '        with:',
    `          baseline: ${baselineFile}`,
  ];
  return `${rows.join('\n')}\n`;
}

/**
 * A configuration that says what holds anyway, to be changed.
 *
 * @param paths the workflows as they were found
 */
export function startingConfiguration(paths: readonly string[]): string {
  const workflows = paths.every(globs(usualWorkflows))
    ? ['workflows:', '  - "workflows/*/workflow.yaml"']
    : [
        '# Without globs, every file whose content is a workflow is checked.',
        '# workflows:',
        '#   - "workflows/*.yaml"',
      ];
  return [
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/org/pw-workflow-check/v1/schemas/config.schema.json',
    ...workflows,
    '',
    '# rules:',
    '#   undeclared-input: error',
    '',
  ].join('\n');
}
