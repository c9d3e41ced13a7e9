import type { ExpressionSite } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { valueAt, type YamlMap, type YamlNode } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const flags = ['hidden', 'ignore', 'optional', 'disabled'];

/** A condition that is partly inside and partly outside the braces. */
export const splitCondition = defineRule({
  meta: {
    id: 'split-condition',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A condition has text around its `${{ }}`, or several of them.',
      why: 'Each pair of braces is filled in by itself and the rest stays text, so the whole is a text such as `true && false`, never a boolean.',
      fix: 'Put the whole condition into one pair of braces: `${{ a && b }}`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: «\${{ inputs.fast == true }} && \${{ inputs.mode == 'a' }}»
            inputs:
              fast:
                type: boolean
              mode:
                type: string
          `,
          stepsExample`- if: «\${{ inputs.mode }} == 'a'»`,
          workflowExample`
            steps:
              - if: «${'\\'}\${{ inputs.fast }}»
            inputs:
              fast:
                type: boolean
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.fast == true && inputs.mode == 'a' }}
            inputs:
              fast:
                type: boolean
              mode:
                type: string
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, file }) {
    const condition = conditionAt(site);
    if (condition === undefined || site.whole) return;
    const { value, key } = condition;
    if (value?.kind !== 'scalar') return;
    const text = value.text.text;
    const start = text.length - text.trimStart().length;
    const at: Span = value.text.spanOf(start, text.trimEnd().length);
    // Said once, at the first pair of braces; one that is never closed is said elsewhere.
    const before = file.source.text.slice(at.start, site.span.start);
    if (site.faults.length > 0 || before.includes('${{')) return;
    // A backslash is the mark of a text that a shell was to print.
    const escaped = /^\\\$\{\{.*\}\}$/s.test(text.trim()) && text.split('${{').length === 2;
    const joined = text.trim().replaceAll(/\$\{\{\s*|\s*\}\}/g, '');
    yield {
      message: `"${key}" has text outside its \${{ }}, so it is never true or false but always a text`,
      at,
      help: escaped
        ? 'remove the backslash: YAML and the platform need none'
        : `put the whole condition into one pair of braces: \${{ ${joined} }}`,
      ...(escaped && {
        fix: {
          title: 'remove the backslash',
          safety: 'unsafe' as const,
          edits: [{ span: value.text.spanOf(start, start + 1), replacement: '' }] as const,
        },
      }),
    };
  },
});

function conditionAt(
  site: ExpressionSite,
): { readonly key: string; readonly value: YamlNode | undefined } | undefined {
  const { place } = site;
  const at = (node: YamlMap | undefined, key: string) => ({ key, value: valueAt(node, key) });
  switch (place.kind) {
    case 'job':
      return place.key === 'if' ? at(place.job.node, 'if') : undefined;
    case 'step':
      return place.key === 'if' ? at(place.step.node, 'if') : undefined;
    case 'input':
      return flags.includes(place.attribute) ? at(place.input.node, place.attribute) : undefined;
    default:
      return undefined;
  }
}
