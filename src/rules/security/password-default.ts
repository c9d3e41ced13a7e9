import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A password is written into the form. */
export const passwordDefault = defineRule({
  meta: {
    id: 'password-default',
    group: 'security',
    severity: 'warning',
    securitySeverity: 7,
    since: '0.1.0',
    page: {
      what: 'A password field has a default.',
      why: 'The default is in the repository and in the form of every user. Most of them leave it, so that all services have the same well-known password.',
      fix: 'Leave the default out; make a random password in the script when the field is empty.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo started
            inputs:
              vnc_password:
                type: password
                default: «changeme»
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: echo started
            inputs:
              vnc_password:
                type: password
                optional: true
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'password') return;
    const value = valueAt(input.node, 'default');
    const text = textOf(value);
    if (value === undefined || text === undefined || text.trim() === '' || text.includes('${{')) return;
    yield {
      message: `the password "${input.name.value}" has a default that everybody can read`,
      at: value.span,
      help: 'leave it out, and let the script make a random password when the field is empty',
    };
  },
});
