import { defineRule } from '../rule.ts';

/** What the YAML parser found wrong with a workflow, and files that cannot be read as one. */
export const yamlSyntax = defineRule({
  meta: {
    id: 'yaml-syntax',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'The workflow file is not valid YAML, says one thing twice, or is no map.',
      why: 'The platform refuses the file with little more than "Invalid YAML", or takes only one of two equal keys.',
      fix: 'Correct the marked place. Text with ": ", " #" or a leading bracket needs quotes; indentation is blanks only.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        tooltip: «Note: any name»\n',
          'jobs:\n  main:\n    steps:\n      - run: «"echo hello»\n',
          'jobs:\n  main:\n    steps:\n      - run: echo one\n        «run»: echo two\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        tooltip: "Note: any name"\n',
        ],
      },
    }),
  },
  on: 'file',
  *check(file) {
    yield* file.faults;
  },
});
