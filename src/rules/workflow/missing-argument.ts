import { type CalledForm, type CalledInput, calledForm } from '../../analysis/form/called-form.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { andList } from '../../analysis/structure/shape-words.ts';
import { suggest } from '../../base/suggest.ts';
import type { YamlMap } from '../../syntax/yaml/tree.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A called workflow without an input that it needs. */
export const missingArgument = defineRule({
  meta: {
    id: 'missing-argument',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'A called workflow has an input without a default that must be given, and the step does not give it.',
      why: 'The platform answers "Missing required fields" or "Could not parse subworkflow", on a dry run too.',
      fix: 'Pass the input in "with".',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - uses: «marketplace/job_runner/v4.0»\n        with:\n          use_existing_script: true\n          script_path: ${PW_PARENT_JOB_DIR}/start.sh\n',
          {
            'workflows/hello/workflow.yaml':
              'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n      - run: source workflows/hello/prepare.sh\n      - uses: «github/org/repo@v1.0.0»\n        with:\n          $yaml: tools/tool.yaml\n          count: 2\n',
            'workflows/hello/prepare.sh': 'echo prepare\n',
            'tools/tool.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.name }}" "${{ inputs.count }}" "${{ inputs.hint }}"\non:\n  execute:\n    inputs:\n      name:\n        type: string\n      count:\n        type: number\n        default: 1\n',
          },
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        with:\n          resource: ${{ inputs.resource }}\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
          {
            'workflows/hello/workflow.yaml':
              'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n      - run: source workflows/hello/prepare.sh\n      - uses: github/org/repo@v1.0.0\n        with:\n          $yaml: tools/tool.yaml\n          name: a\n',
            'workflows/hello/prepare.sh': 'echo prepare\n',
            'tools/tool.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.name }}" "${{ inputs.count }}" "${{ inputs.hint }}"\non:\n  execute:\n    inputs:\n      name:\n        type: string\n      count:\n        type: number\n        default: 1\n',
          },
        ],
      },
    }),
  },
  on: 'step',
  *check({ step }, context) {
    const form = context.ask(calledForm, step);
    if (form === undefined || step.uses === undefined) return;
    // a misspelt "with" is told by another rule
    if (step.with === undefined && !lacksKey(step.node, 'with')) return;
    const missing = missingIn(step.with, form.inputs, '', form);
    if (missing.length === 0) return;
    yield {
      message: `"${form.words}" needs ${andList(missing.map((name) => `"${name}"`))} under "with"`,
      at: step.uses.span,
      // at another branch or tag than the main one, the form may be another
      severity: form.tree === 'another' ? 'warning' : undefined,
    };
  },
});

/** The required inputs that a call leaves out; a group that is passed by an expression may hold them. */
function missingIn(
  node: YamlMap | undefined,
  inputs: readonly CalledInput[],
  prefix: string,
  form: CalledForm,
): readonly string[] {
  const passed = node?.pairs.map((pair) => keyName(pair)) ?? [];
  // a name that is misspelt, or passed with a dot, is told by another rule
  const strange = passed.filter((name) => !inputs.some((input) => input.name === name));
  return inputs.flatMap((input) => {
    const value = valueAt(node, input.name);
    if (input.items.length > 0) {
      if (passed.includes(input.name) && value?.kind !== 'map') return [];
      return missingIn(
        value?.kind === 'map' ? value : undefined,
        input.items,
        `${prefix}${input.name}.`,
        form,
      );
    }
    if (input.required !== 'yes' || passed.includes(input.name)) return [];
    const isMisspelt = strange.some(
      (name) => suggest(name, [input.name]) !== undefined || name.startsWith(`${input.name}.`),
    );
    return isMisspelt ? [] : [`${prefix}${input.name}`];
  });
}
