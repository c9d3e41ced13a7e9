import { enclosing, isFlagSet, isInTemplate, mayFlagBeSet } from '../../analysis/form/input-attributes.ts';
import { mayBeCalled } from '../../analysis/form/input-use.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A required input that the user can never fill in. */
export const unreachableRequiredInput = defineRule({
  meta: {
    id: 'unreachable-required-input',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'An input must have a value, has no default, and is always hidden or disabled.',
      why: 'The form cannot be submitted: "Missing required fields".',
      fix: 'Give it a default, make it optional, or show it.',
      examples: {
        bad: [
          workflowExample`
            sessions:
              session:
                redirect: true
            steps:
              - run: echo "\${{ inputs.name }}"
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
            inputs:
              name:
                type: string
                «hidden»: true
          `,
        ],
        good: [
          workflowExample`
            sessions:
              session:
                redirect: true
            steps:
              - run: echo "\${{ inputs.name }}"
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
            inputs:
              name:
                type: string
                hidden: true
                default: a
          `,
          workflowExample`
            steps:
              - run: echo "\${{ inputs.name }}"
            inputs:
              name:
                type: string
                hidden: true
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow, file }, context) {
    if (!needsValue.includes(input.type?.value ?? '') || !lacksKey(input.node, 'autoselect')) return;
    if (!lacksKey(input.node, 'default') || mayFlagBeSet(input, 'optional') || isInTemplate(input)) return;
    const around = [...enclosing(input)];
    if (around.some((at) => mayFlagBeSet(at, 'ignore'))) return;
    const cover = around.find((at) => isFlagSet(at, 'hidden') || (at === input && isFlagSet(at, 'disabled')));
    if (cover === undefined || workflow.root.pairs.some((pair) => pair.key.value === 'configurations'))
      return;
    if (context.ask(mayBeCalled, file)) return;
    const word = isFlagSet(cover, 'hidden') ? 'hidden' : 'disabled';
    const flag = pairOf(cover.node, word);
    yield {
      message: `"${input.name.value}" must have a value, has no default, and is always ${word}`,
      at: cover === input && flag !== undefined ? flag.key.span : input.name.span,
      help: 'add "default" or "optional: true"',
    };
  },
});

/** The types that have no value until the user gives one. */
const needsValue: readonly string[] = [
  'string',
  'number',
  'password',
  'editor',
  'compute-clusters',
  'compute-resources',
];
