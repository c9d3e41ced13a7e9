import { findExpressions } from '../../model/find-expressions.ts';
import type { YamlNode, YamlScalar } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A brace behind an expression that belongs to nothing. */
export const strayBrace = defineRule({
  meta: {
    id: 'stray-brace',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'Right behind the `}}` of an expression stand further braces that nothing has opened.',
      why: 'They are no part of the expression: an address, a folder or a name ends in a brace.',
      fix: 'Take them away.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                folder="\${{ inputs.folder }}«}}»"
                mkdir -p "/scratch/$folder"
          `,
          stepsExample`
            - run: curl --fail --output list.txt "$SOURCE"
              env:
                SOURCE: https://example.org/\${{ inputs.release }}«}»/list.txt
          `,
        ],
        good: [
          stepsExample`
            - env:
                SETTINGS: '{"server": {"folder": "\${{ inputs.folder }}"}, "depth": \${{ inputs.depth }}}'
              run: |
                folder="\${FOLDER:-\${{ inputs.folder }}}"
                show() { echo "\${{ inputs.folder }}"; }
                jq -n "{folder: {name: \${{ inputs.depth }}}}" > "$folder.json"
                echo "$SETTINGS"
                show
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow, file }) {
    if (!file.source.text.includes('}}}')) return;
    for (const scalar of scalarsIn(workflow.root)) {
      const { text } = scalar.text;
      if (!text.includes('}}}')) continue;
      for (const { start, end } of straysIn(text)) {
        const at = scalar.text.spanOf(start, end);
        yield {
          message: `"${text.slice(start, end)}" behind the expression is left over and becomes text`,
          at,
          help: 'take it away: the expression ends with the first "}}"',
          fix: { title: 'Take it away', safety: 'unsafe', edits: [{ span: at, replacement: '' }] },
        };
      }
    }
  },
});

function* scalarsIn(node: YamlNode | undefined): Generator<YamlScalar> {
  if (node?.kind === 'map') for (const { value } of node.pairs) yield* scalarsIn(value);
  else if (node?.kind === 'sequence') for (const item of node.items) yield* scalarsIn(item);
  else if (node?.kind === 'scalar' && typeof node.value === 'string') yield node;
}

/** The braces right behind an expression that close more than the text before them has opened. */
function* straysIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let open = 0;
  let from = 0;
  for (const { start, end, closed } of findExpressions(text)) {
    for (const character of text.slice(from, start)) {
      if (character === '{') open++;
      else if (character === '}') open = Math.max(0, open - 1);
    }
    from = end;
    const inner = text.slice(start + 3, end - 2);
    if (!closed || /[{}]/.test(inner)) continue;
    const braces = /^\}+/.exec(text.slice(end))?.[0].length ?? 0;
    if (braces > open) yield { start: end + open, end: end + braces };
  }
}
