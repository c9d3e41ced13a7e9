import { formLeavesWorkflow, inputsRead } from '../../analysis/form/input-use.ts';
import { dedent } from '../../base/dedent.ts';
import { inputTypeNamed } from '../../facts/input-types.ts';
import type { InputField } from '../../model/workflow.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An input that nothing reads. */
export const unusedInput = defineRule({
  meta: {
    id: 'unused-input',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'No expression reads the input, and the repository has no other way for it to reach a script.',
      why: 'The user fills in a field that has no effect, or the workflow misses a value that it was meant to have.',
      fix: 'Read the input where it was meant to be used, or remove it from the form.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.name }}"
            inputs:
              name:
                type: string
                default: a
              «nmae»:
                type: string
                default: b
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.name }}"
            inputs:
              name:
                type: string
                default: a
              slurm:
                type: group
                items:
                  partition:
                    type: string
                    default: small
                  more:
                    type: group
                    items:
                      nodes:
                        type: number
                        default: 1
          `,
          workflowExample`
            steps:
              - run: echo "\${{ inputs.settings }}"
            inputs:
              settings:
                type: group
                items:
                  name:
                    type: string
                    default: a
          `,
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: echo "\${{ inputs.name }}"
              on:
                execute:
                  inputs:
                    name:
                      type: string
                      default: a
                    other:
                      type: string
                      default: b
            `,
            'workflows/hello/tool.py': dedent`
              import json
              with open('inputs.json') as form:
                  print(json.load(form)['other'])
            `,
          },
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow, file }, context) {
    const read = context.ask(inputsRead, workflow);
    // a form of which nothing is read reaches its scripts in a way that is not known here
    if (read === undefined || read.size === 0 || context.ask(formLeavesWorkflow, file)) return;
    const namesRead = new Set([...read].map((input) => input.reference.join('.')));
    for (const input of workflow.form.all) {
      // of two inputs of one name another rule tells
      if (namesRead.has(input.reference.join('.')) || !hasValue(input) || input.items.length > 0) continue;
      // a group of which nothing is read is there for another workflow or another version of the platform
      if (input.parent !== undefined && !read.has(input.parent) && hasValue(input.parent)) continue;
      if (isWrittenAsText(input, file.source.text)) continue;
      if (
        isNamedInShell(
          input,
          [...workflow.scripts, ...file.scripts].map((script) => script.text.text),
        )
      )
        continue;
      yield {
        message: `nothing reads the input "${input.path.join('.')}"`,
        at: input.name.span,
        help: `read it as \${{ inputs.${input.reference.join('.')} }}, or remove it`,
      };
    }
  },
});

/** Whether an input gives a value that can be read: headers do not, and groups only through their items. */
function hasValue(input: InputField): boolean {
  const type = inputTypeNamed(input.type?.value ?? '');
  if (type === undefined || type.yields === 'nothing') return false;
  return !(type.yields === 'group' && input.items.length === 0);
}

/** Whether the file has the reference outside expressions too, where its braces may be missing. */
function isWrittenAsText(input: InputField, text: string): boolean {
  const reference = `inputs.${input.reference.join('.')}`;
  const at = text.indexOf(reference);
  return at !== -1 && !/[\w-]/.test(text[at + reference.length] ?? '');
}

/** Whether a script names the input as the variable that older platforms made of it: GROUP_NAME or NAME. */
function isNamedInShell(input: InputField, scripts: readonly string[]): boolean {
  const names = [input.path.join('_'), input.name.value].map((name) => name.replace(/\W/g, '_'));
  const pattern = new RegExp(`\\$\\{?(?:${names.join('|')})\\b`, 'i');
  return scripts.some((script) => pattern.test(script));
}
