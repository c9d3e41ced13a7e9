import { freeTextIn } from '../../analysis/form/free-text.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { InputField } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const path = 'workflows/hello/workflow.yaml';

/** An operand of a test that may be pasted as nothing. */
export const emptyOperand = defineRule({
  meta: {
    id: 'empty-operand',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A field of the form that may be left empty stands without quotes in a test.',
      why: 'The value is put in before the shell reads the line. Of an empty one nothing is left: `[[  == yes ]]` is a syntax error, and none of the script runs.',
      fix: 'Write quotes around the expression.',
      examples: {
        bad: [
          {
            [path]: workflowExample`
              steps:
                - run: |
                    if [[ «\${{ inputs.partition }}» == demo ]]; then
                      echo demo
                    fi
              inputs:
                partition:
                  type: string
                  optional: true
            `,
          },
          {
            [path]: workflowExample`
              steps:
                - run: |
                    [ «\${{ inputs.queue }}» = debug ] && echo short
                    echo done
              inputs:
                queue:
                  type: string
                  default: ''
            `,
          },
        ],
        good: [
          {
            [path]: workflowExample`
              steps:
                - run: |
                    if [[ "\${{ inputs.partition }}" == demo && \${{ inputs.fast }} == true ]]; then
                      echo \${{ inputs.version }}
                    fi
                    [[ \${{ inputs.version }} == a ]] || echo b
              inputs:
                partition:
                  type: string
                  optional: true
                fast:
                  type: boolean
                  default: false
                version:
                  type: string
                  default: a
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const workflow = file?.workflow;
    if (workflow === undefined || script.holes.length === 0 || script.role === 'written') return;
    for (const node of context.ask(parsedScript, script).nodes('TestBinary', 'Command')) {
      const operands =
        node.type === 'TestBinary'
          ? [node.left, node.right]
          : node.name?.value === '[' || node.name?.value === 'test'
            ? node.args.slice(0, 3)
            : [];
      const isCommand = node.type === 'Command';
      if (isCommand && !/^(!?=|==|-\w\w)$/.test(operands[1]?.text ?? '')) continue;
      for (const operand of operands) {
        const hole = script.holes.find(({ start, end }) => start === operand.pos && end === operand.end);
        if (hole === undefined || !freeTextIn(hole.site, workflow).some(mayBeEmpty)) continue;
        const span = script.text.spanOf(hole.start, hole.end);
        const written = script.text.text.slice(hole.start, hole.end);
        yield {
          message: isCommand
            ? `"${written}" may be empty, and then the test lacks an operand and fails`
            : `"${written}" may be empty, and then the test is a syntax error and nothing of the script runs`,
          at: span,
          help: 'write quotes around it',
          fix: {
            title: 'Write quotes around the expression',
            safety: 'safe',
            edits: [
              { span: { ...span, end: span.start }, replacement: '"' },
              { span: { ...span, start: span.end }, replacement: '"' },
            ],
          },
        };
      }
    }
  },
});

/** Whether a field of text may be left empty: it is optional, or its default is. */
function mayBeEmpty(input: InputField): boolean {
  if (textOf(valueAt(input.node, 'optional')) === 'true') return true;
  const given = valueAt(input.node, 'default');
  return given?.kind === 'scalar' && given.value === '';
}
