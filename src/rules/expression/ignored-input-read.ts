import {
  type ConditionScope,
  conditionOf,
  ifSites,
  ignoreOf,
} from '../../analysis/expressions/conditions.ts';
import { implies, truthOf } from '../../analysis/expressions/formula.ts';
import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { inputReads } from '../../analysis/form/input-tree.ts';
import type { InputField } from '../../model/workflow.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An input is read only where the form leaves it out. */
export const ignoredInputRead = defineRule({
  meta: {
    id: 'ignored-input-read',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A job or step reads an input, and whenever it runs, the form ignores exactly this input.',
      why: 'An ignored input is not passed to the run: its value is always empty there.',
      fix: 'Turn the condition of `ignore` or that of `if` round, or read another input.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ inputs.scheduler == true }}
                name: Submit with \${{ «inputs.queue» }}
                run: date
            inputs:
              scheduler:
                type: boolean
              queue:
                type: string
                ignore: \${{ inputs.scheduler == true }}
          `,
          workflowExample`
            steps:
              - if: \${{ inputs.scheduler == true }}
                name: Submit with \${{ «inputs.queue» }} of \${{ inputs.account }}
                run: echo "\${{ inputs.account }}"
            inputs:
              scheduler:
                type: boolean
              queue:
                type: string
                ignore: \${{ inputs.scheduler == true }}
              account:
                type: string
                ignore: \${{ inputs.scheduler == true }}
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.scheduler == true }}
                name: Submit with \${{ inputs.queue }}
                run: date
            inputs:
              scheduler:
                type: boolean
              queue:
                type: string
                hidden: \${{ inputs.scheduler == false }}
                ignore: \${{ .hidden }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow, file }, context) {
    const { place } = site;
    if (place.kind !== 'job' && place.kind !== 'step') return;
    const conditions = context.ask(ifSites, workflow);
    if (!conditions.has(place.job) && !(place.kind === 'step' && conditions.has(place.step))) return;
    const scope: ConditionScope = { workflow, context };
    for (const reference of context.ask(referencesIn, site)) {
      if (reference.role !== 'value') continue;
      const resolution = context.ask(inputReads, workflow).get(reference);
      if (resolution?.kind !== 'field' || resolution.node.field === undefined) continue;
      const { field } = resolution.node;
      if (!isIgnorable(field)) continue;
      const ignored = ignoreOf(field, scope);
      if (truthOf(ignored) !== 'some' || !implies(conditionOf(site, scope), ignored)) continue;
      const ignore = ignoreKey(field);
      yield {
        message: `"${writtenIn(site, reference.path)}" is always empty here: whenever this runs, the form ignores the input`,
        at: spanIn(site, reference.path),
        related: ignore && [{ span: ignore, text: 'ignored under this condition' }],
        // one wrong condition, however many inputs have it and are read
        fault: ignore && file.source.text.slice(ignore.start, ignore.end),
        help: 'turn one of the two conditions round, or read another input',
        // A workflow that calls this one may pass what its form ignores.
        severity: workflow.sessions.length === 0 ? 'note' : undefined,
      };
    }
  },
});

function isIgnorable(field: InputField): boolean {
  return ignoreKey(field) !== undefined;
}

function ignoreKey(field: InputField) {
  for (let at: InputField | undefined = field; at !== undefined; at = at.parent) {
    const pair = pairOf(at.node, 'ignore');
    if (pair !== undefined) return pair.span;
  }
  return undefined;
}
