import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import { stateKeywords } from '../../facts/tables/state-keywords.ts';
import { verbatim } from '../../source/mapped-text.ts';
import { filePath } from '../../source/span.ts';
import { parseExpression } from '../../syntax/expression/parse-expression.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const words: readonly string[] = [
  ...stateKeywords.map((keyword) => keyword.name),
  ...['success()', 'failure()', 'cancelled()', 'always()', 'true', 'false'],
];

/** An `if` without the braces that make it an expression. */
export const unwrappedCondition = defineRule({
  meta: {
    id: 'unwrapped-condition',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'The value of `if` is neither an expression in `${{ }}` nor a keyword.',
      why: 'Without the braces it is a text, which the platform refuses or takes for true.',
      fix: 'Put the condition between `${{` and `}}`.',
      examples: {
        bad: [
          stepsExample`
            - if: «inputs.mode == 'fast'»
            - if: \${{ inputs.mode == 'slow' }}
          `,
          stepsExample`
            - run: make
            - if: «alway»
          `,
          workflowExample`
            steps:
              - if: "«{{ inputs.fast }}»"
            inputs:
              fast:
                type: boolean
          `,
          stepsExample`- if: '«[ -f done ]»'`,
        ],
        good: [
          stepsExample`
            - run: make
            - if: always
            - if: \${{ !canceled }}
          `,
        ],
      },
    },
  },
  on: 'job',
  *check({ job, workflow }) {
    for (const node of [job.node, ...job.steps.map((step) => step.node)]) {
      const value: YamlNode | undefined = valueAt(node, 'if');
      if (value?.kind !== 'scalar' || typeof value.value !== 'string') continue;
      const text = value.text.text.trim();
      if (text === '' || text.includes('${{') || isKeyword(text)) continue;
      const near = suggest(text.replace(/^!/, ''), words);
      const meant = near === undefined ? inBraces(text) : `\${{ ${text.startsWith('!') ? '!' : ''}${near} }}`;
      yield {
        message: `"if" is the text ${JSON.stringify(text)}, not an expression`,
        at: value.text.spanOf(0, value.text.text.length),
        help: helpFor(near, meant),
        fix:
          meant === undefined
            ? undefined
            : {
                title: `Write ${meant}`,
                safety: near === undefined ? 'safe' : 'unsafe',
                edits: [{ span: value.span, replacement: writtenLike(value, meant, workflow.root) }],
              },
      };
    }
  },
});

/** A condition in its braces; `undefined` when it is none of the language, as a test of the shell. */
function inBraces(text: string): string | undefined {
  const inner = /^\{\{(.*)\}\}$/s.exec(text)?.[1]?.trim() ?? text;
  const { expression } = parseExpression(verbatim(filePath(''), inner, 0));
  return expression === undefined ? undefined : `\${{ ${inner} }}`;
}

function helpFor(near: string | undefined, meant: string | undefined): string {
  if (meant === undefined)
    return 'write a condition of the workflow language between ${{ and }}; no shell sees it';
  return helpWith(near, `write ${meant}`);
}

function isKeyword(text: string): boolean {
  const word = text.replace(/^!\s*/, '');
  return words.includes(word);
}
