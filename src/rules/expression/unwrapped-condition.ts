import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { stateKeywords } from '../../facts/tables/state-keywords.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
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
    what: 'The value of `if` is neither an expression in `${{ }}` nor a keyword.',
    why: 'Without the braces it is a text, which the platform refuses or takes for true.',
    fix: 'Put the condition between `${{` and `}}`.',
    precision: 'very-high',
    examples: {
      bad: [
        dedent(`
          jobs:
            main:
              steps:
                - if: «inputs.mode == 'fast'»
                  run: date
                - if: \${{ inputs.mode == 'slow' }}
                  run: date
          "on":
            execute:
              inputs:
                mode:
                  type: string
        `),
        'jobs:\n  main:\n    steps:\n      - run: make\n      - if: «alway»\n        run: date\n',
      ],
      good: [
        'jobs:\n  main:\n    steps:\n      - run: make\n      - if: always\n        run: date\n      - if: ${{ !canceled }}\n        run: date\n',
      ],
    },
  },
  on: 'job',
  *check({ job }) {
    for (const node of [job.node, ...job.steps.map((step) => step.node)]) {
      const value: YamlNode | undefined = valueAt(node, 'if');
      if (value?.kind !== 'scalar' || typeof value.value !== 'string') continue;
      const text = value.text.text.trim();
      if (text === '' || text.includes('${{') || isKeyword(text)) continue;
      const near = suggest(text.replace(/^!/, ''), words);
      const at = value.text.spanOf(0, value.text.text.length);
      const replacement =
        near === undefined ? `\${{ ${text} }}` : `\${{ ${text.startsWith('!') ? '!' : ''}${near} }}`;
      const plain = value.style === 'plain' && !/[{}[\]#:]/.test(text);
      yield {
        message: `"if" is the text ${JSON.stringify(text)}, not an expression`,
        at,
        help: near === undefined ? `write \${{ ${text} }}` : `did you mean "${near}"?`,
        fix: plain
          ? {
              title: `Write ${replacement}`,
              safety: near === undefined ? 'safe' : 'unsafe',
              edits: [{ span: at, replacement }],
            }
          : undefined,
      };
    }
  },
});

function isKeyword(text: string): boolean {
  const word = text.replace(/^!\s*/, '');
  return words.includes(word);
}
