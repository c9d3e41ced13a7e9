import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A boolean or number in quotes. */
export const quotedValue = defineRule({
  meta: {
    id: 'quoted-value',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A boolean or a number is written in quotes, which makes it text.',
      why: 'The schema takes true, false, numbers and expressions here; text is refused or counts as set, also "false".',
      fix: 'Remove the quotes.',
      examples: {
        bad: [
          "on:\n  execute:\n    inputs:\n      name:\n        type: string\n        prefillDefault: «'true'»\njobs:\n  main:\n    steps:\n      - run: echo hello\n",
          'sessions:\n  session:\n    redirect: «"true"»\npermissions: [\'*\']\njobs:\n  main:\n    steps:\n      - uses: parallelworks/update-session\n        with:\n          name: ${{ sessions.session }}\n          target: user-workspace\n          remotePort: 8080\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        prefillDefault: true\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'quoted-value', context),
});
