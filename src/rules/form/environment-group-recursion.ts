import { referencesOf } from '../../analysis/expressions/references.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A group named "env" that the environment of the workflow reads. */
export const environmentGroupRecursion = defineRule({
  meta: {
    id: 'environment-group-recursion',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The form has a group named "env", and the "env" of the workflow reads it.',
      why: 'The platform resolves the name in a circle: the run fails with "max recursion exceeded", a dry run too.',
      fix: 'Rename the group.',
      examples: {
        bad: [
          workflowExample`
            env:
              NAME: «\${{ inputs.env.name }}»
            steps:
              - run: echo hello
            inputs:
              env:
                type: group
                items:
                  name:
                    type: string
                    default: a
          `,
        ],
        good: [
          workflowExample`
            env:
              NAME: \${{ inputs.settings.name }}
            steps:
              - run: echo hello
            inputs:
              settings:
                type: group
                items:
                  name:
                    type: string
                    default: a
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const reference of context.ask(referencesOf, workflow)) {
      const { site, root, segments } = reference;
      const [first] = segments;
      if (root !== 'inputs' || first?.kind !== 'name' || first.name !== 'env') continue;
      if (site.place.kind !== 'workflow' || site.place.key !== 'env') continue;
      const group = workflow.form.inputs.find((input) => input.name.value === 'env');
      if (group === undefined) continue;
      yield {
        message: '"env" reads the input group "env", which the platform resolves in a circle',
        at: site.span,
        related: [{ span: group.name.span, text: 'the group' }],
        help: 'rename the group, or set the variable in the jobs that need it',
      };
      return;
    }
  },
});
