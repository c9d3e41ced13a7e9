import { type CalledForm, type CalledInput, calledForm } from '../../analysis/form/called-form.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { andList } from '../../analysis/structure/shape-words.ts';
import { suggest } from '../../base/suggest.ts';
import type { YamlMap } from '../../syntax/yaml/tree.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { callExample } from '../examples/call-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A called workflow without an input that it needs. */
export const missingArgument = defineRule({
  meta: {
    id: 'missing-argument',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A called workflow has an input without a default that must be given, and the step does not give it.',
      why: 'The platform answers "Missing required fields" or "Could not parse subworkflow", on a dry run too.',
      fix: 'Pass the input in "with".',
      examples: {
        bad: [
          stepsExample`
            - uses: «marketplace/job_runner/v4.0»
              with:
                use_existing_script: true
                script_path: \${PW_PARENT_JOB_DIR}/start.sh
          `,
          callExample({
            '- uses: github/org/repo@v1.0.0': '- uses: «github/org/repo@v1.0.0»',
            'name: a': 'count: 2',
          }),
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
          `,
          callExample(),
        ],
      },
    },
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
      help: `add ${missing.length === 1 ? 'it' : 'them'} under "with"`,
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
