import { keyName } from '../../analysis/structure/key-name.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { YamlNode, YamlScalar } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A reference in braces that do not make it an expression. */
export const unopenedExpression = defineRule({
  meta: {
    id: 'unopened-expression',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A reference to an input, a session or a job stands in `{{ }}` or `${ }`, not in `${{ }}`.',
      why: 'The platform leaves it as it is: the shell stops with "bad substitution", or the program gets the braces.',
      fix: 'Write `${{ inputs.NAME }}`.',
      examples: {
        bad: [
          stepsExample`
            - run: echo "«{{ inputs.name }}»"
            - run: echo "\${{ inputs.name }}"
          `,
          stepsExample`
            - run: date
              working-directory: /scratch/«\${inputs.name}»
            - run: echo "\${{ inputs.name }}"
          `,
        ],
        good: [
          stepsExample`
            - run: docker ps --format "{{ .Names }}" --filter "name=\${{ inputs.name }}"
            - run: |
                node - <<'SCRIPT'
                console.log(\`\${inputs.name}\`);
                SCRIPT
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    const names = declaredNames(workflow);
    for (const { scalar, key } of openScalars(workflow.root, '', false))
      yield* unopenedIn(scalar, key, names);
  },
});

/** Keys whose values the platform fills in, whatever is below them, and that no table checks as conditions. */
const filledIn: ReadonlySet<string> = new Set(['run', 'cleanup', 'with', 'env', 'working-directory', 'ssh']);

function* openScalars(
  node: YamlNode | undefined,
  key: string,
  isFilledIn: boolean,
): Generator<{ readonly scalar: YamlScalar; readonly key: string }> {
  switch (node?.kind) {
    case 'map':
      for (const pair of node.pairs) {
        const name = keyName(pair);
        yield* openScalars(pair.value, name, isFilledIn || filledIn.has(name));
      }
      break;
    case 'sequence':
      for (const item of node.items) yield* openScalars(item, key, isFilledIn);
      break;
    case 'scalar':
      if (isFilledIn && typeof node.value === 'string') yield { scalar: node, key };
  }
}

const reference = /(\$\s*)?(\{{1,2})\s*((inputs|needs|sessions)\.([\w-]+)[\w.[\]-]*)\s*(\}{1,2})/g;

function* unopenedIn(scalar: YamlScalar, key: string, names: ReadonlySet<string>): Generator<Finding> {
  const { text } = scalar.text;
  const isScript = key === 'run' || key === 'cleanup';
  for (const match of text.matchAll(reference)) {
    const [whole, dollar = '', open = '', path = '', root = '', name = '', close = ''] = match;
    if (open.length !== close.length || (dollar === '$' && open.length === 2)) continue;
    if ((open.length === 1 && dollar === '') || text[match.index - 1] === '{') continue;
    // programs in here-documents have braces of their own
    if (open.length === 1 && isScript && /<<|`/.test(text)) continue;
    if (!names.has(`${root}.${name}`)) continue;
    const at = scalar.text.spanOf(match.index, match.index + whole.length);
    yield {
      message: `"${whole}" is no expression: it is written "\${{ ${path} }}"`,
      at,
      help: `write \${{ ${path} }}`,
      fix: {
        title: 'make it an expression',
        safety: 'unsafe',
        edits: [{ span: at, replacement: `\${{ ${path} }}` }],
      },
    };
  }
}

function declaredNames(workflow: Workflow): ReadonlySet<string> {
  const inputs = workflow.form.all.map((input) => `inputs.${input.reference[0]}`);
  const sessions = workflow.sessions.map((session) => `sessions.${session.name.value}`);
  return new Set([...inputs, ...sessions, ...workflow.jobs.map((job) => `needs.${job.id.value}`)]);
}
