import { formReaders } from '../../analysis/form/input-use.ts';
import { dedent } from '../../base/dedent.ts';
import type { InputField } from '../../model/workflow.ts';
import { defineRule } from '../rule.ts';

/** Two inputs that a script reads under one variable. */
export const environmentNameClash = defineRule({
  meta: {
    id: 'environment-name-clash',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'Two inputs become the same PW_INPUT_ variable, and a script reads it.',
      why: 'Names lose their case and their dots on the way: the script sees only one of the values.',
      fix: 'Rename one of the inputs.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: echo hello
              on:
                execute:
                  inputs:
                    my_name:
                      type: string
                      default: a
                    my:
                      type: group
                      items:
                        «name»:
                          type: string
                          default: b
            `,
            'workflows/hello/start.sh': 'echo "hello ${PW_INPUT_MY_NAME}"\n',
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: echo hello
              on:
                execute:
                  inputs:
                    your_name:
                      type: string
                      default: a
                    my:
                      type: group
                      items:
                        name:
                          type: string
                          default: b
            `,
            'workflows/hello/start.sh': 'echo "hello ${PW_INPUT_MY_NAME}"\n',
          },
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow, file }, context) {
    const texts = [file.source.text, ...context.ask(formReaders, file)];
    const read = new Set(
      texts.flatMap((text) => (text.includes('PW_INPUT_') ? (text.match(/\bPW_INPUT_\w+/g) ?? []) : [])),
    );
    if (read.size === 0) return;
    const known = new Map<string, InputField>();
    for (const input of workflow.form.all) {
      if (input.items.length > 0) continue;
      const name = `PW_INPUT_${input.path.join('_').replace(/\W/g, '_').toUpperCase()}`;
      const other = known.get(name);
      known.set(name, other ?? input);
      if (other === undefined || !read.has(name)) continue;
      if (other.path.join('.') === input.path.join('.')) continue;
      yield {
        message: `scripts get both "${input.path.join('.')}" and "${other.path.join('.')}" as "${name}"`,
        at: input.name.span,
        help: 'rename one of them',
        related: [{ span: other.name.span, text: 'the other one' }],
      };
    }
  },
});
