import { isSecretName } from '../../analysis/shell/secrets.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

// Tokens of language models, and names of things that hold a secret.
const otherWords = /^(eos|bos|pad|stop|sep|unk|mask|start|end|special)[_-]?token$|secret$/i;

/** A secret is asked for in a field that shows it. */
export const secretInPlainField = defineRule({
  meta: {
    id: 'secret-in-plain-field',
    group: 'security',
    severity: 'warning',
    securitySeverity: 4,
    since: '0.1.0',
    page: {
      what: 'A password, token or key is asked for in a field of type `string`.',
      why: 'The form shows what is typed, to everybody who sees the screen, and in every picture of it.',
      fix: 'Give the field the type `password`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo started
            inputs:
              hf_token:
                type: «string»
                label: Access token
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: echo started
            inputs:
              hf_token:
                type: password
                label: Access token
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const { type, name, node } = input;
    if (type?.value !== 'string' || !isSecretName(name.value) || otherWords.test(name.value)) return;
    const hidden = valueAt(node, 'hidden');
    if (hidden?.kind === 'scalar' && hidden.value === true) return;
    const words = ['label', 'tooltip', 'description']
      .map((key) => textOf(valueAt(node, key)) ?? '')
      .join(' ');
    if (/\b(name|path|file|location|variable) of\b|\b(secret|token|key) (name|path|file)\b/i.test(words))
      return;
    yield {
      message: `"${name.value}" is shown in clear text: the field is of type "string"`,
      at: type.span,
      help: 'give it the type "password"',
      fix: {
        title: 'Change the type to password',
        safety: 'unsafe',
        edits: [{ span: type.span, replacement: 'password' }],
      },
    };
  },
});
