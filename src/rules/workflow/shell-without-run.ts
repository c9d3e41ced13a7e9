import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** "shell" on a step that calls an action. */
export const shellWithoutRun = defineRule({
  meta: {
    id: 'shell-without-run',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A step that calls an action has "shell".',
      why: 'Only "run" has a shell; the schema refuses the step.',
      fix: 'Remove "shell".',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        «shell»: bash\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n',
        ],
        good: ['jobs:\n  main:\n    steps:\n      - run: echo hello\n        shell: bash -l\n'],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'shell-without-run', context),
});
