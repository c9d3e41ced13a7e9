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
          workflowExample`
            steps:
              - run: echo started
            inputs:
              api_key:
                type: password
                default: __WORKFLOW_API_KEY__
              token:
                type: password
                default: <your token>
              key:
                type: password
                default: \${PW_API_KEY}
              license:
                type: password
                default: YOUR_LICENSE_KEY
              other:
                type: password
                default: xxxxxxxx
              more:
                type: password
                default: "{{ token }}"
              none:
                type: password
                default: undefined
              file:
                type: password
                default: REPLACE_ME
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
    if (value === undefined || text === undefined || isPlaceholder(text.trim())) return;
    yield {
      message: `the password "${input.name.value}" has a default that everybody can read`,
      at: value.span,
      help: 'leave it out, and let the script make a random password when the field is empty',
    };
  },
});

/** Whether a default is no password: nothing, something to be filled in, or a variable that a script expands. */
function isPlaceholder(text: string): boolean {
  return (
    /^(?:|undefined|null|none|n\/?a|empty|optional|unset)$/i.test(text) ||
    /^(?:<.*>|\[.*\]|__.*__|%.*%|@.*@|\$[A-Z_][A-Z0-9_]*)$|\$\{|\{\{/.test(text) ||
    /^([x*.?_-])\1*$/i.test(text) ||
    /^(?:your|enter|insert|replace|fill|paste|put|todo|fixme)(?:$|[\W_])/i.test(text)
  );
}
