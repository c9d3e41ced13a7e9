import { enclosing, isFlagSet, isInTemplate, mayFlagBeSet } from '../../analysis/form/input-attributes.ts';
import { inputsRead, mayBeCalled } from '../../analysis/form/input-use.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A hidden input without a default that the workflow uses. */
export const hiddenWithoutDefault = defineRule({
  meta: {
    id: 'hidden-without-default',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'An input is always hidden, has no default, and is read by the workflow.',
      why: 'It has no value in any run: expressions that read it give nothing, or the text "undefined".',
      fix: 'Give it a default, or show it.',
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
              «name»:
                type: string
                hidden: true
                optional: true
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
                optional: true
                default: ''
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow, file }, context) {
    if (!['string', 'number', 'password', 'editor'].includes(input.type?.value ?? '')) return;
    if (!lacksKey(input.node, 'default') || isInTemplate(input)) return;
    const around = [...enclosing(input)];
    if (!isFlagSet(input, 'optional') || around.some((at) => mayFlagBeSet(at, 'ignore'))) return;
    if (!around.some((at) => isFlagSet(at, 'hidden'))) return;
    if (workflow.root.pairs.some((pair) => pair.key.value === 'configurations')) return;
    if (!context.ask(inputsRead, workflow)?.has(input) || context.ask(mayBeCalled, file)) return;
    yield {
      message: `"${input.name.value}" is always hidden and has no default, so it is empty in every run`,
      at: input.name.span,
      help: 'add "default", or show the field',
    };
  },
});
