import type { AnalysisContext } from '../../analysis/analysis.ts';
import { attributeSites, type ConditionScope, formulaOfSite } from '../../analysis/expressions/conditions.ts';
import { implies, negation, truthOf } from '../../analysis/expressions/formula.ts';
import type { ExpressionSite, InputField, Workflow } from '../../model/workflow.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A field whose value is left out of the run exactly when the user can enter one. */
export const ignoredWhenShown = defineRule({
  meta: {
    id: 'ignored-when-shown',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A field is ignored under the very condition under which it is shown, and passed on only while it is hidden.',
      why: 'What the user enters never reaches the run, which gets the default when nobody asked for it.',
      fix: 'Turn one of the two conditions round; mostly both are the same, `ignore: ${{ .hidden }}`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: date > "\${{ inputs.queue }}"
            inputs:
              submit:
                type: boolean
              queue:
                type: string
                hidden: \${{ inputs.submit == false }}
                ignore: \${{ «!.hidden» }}
          `,
          workflowExample`
            steps:
              - run: date > "\${{ inputs.bucket }}"
            inputs:
              source:
                type: dropdown
                options: [folder, bucket]
              bucket:
                type: string
                optional: true
                hidden: \${{ inputs.source != 'bucket' }}
                ignore: \${{ «inputs.source == 'bucket'» }}
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: date > "\${{ inputs.queue }}"
            inputs:
              submit:
                type: boolean
              debug:
                type: boolean
                ignore: true
                hidden: \${{ inputs.submit }}
              queue:
                type: string
                hidden: \${{ inputs.submit == false || inputs.debug }}
                ignore: \${{ .hidden }}
          `,
          workflowExample`
            steps:
              - run: date > "\${{ inputs.queue }}"
            inputs:
              submit:
                type: boolean
              queue:
                type: string
                hidden: true
                ignore: \${{ inputs.submit == false }}
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow }, context) {
    const sites = context.ask(attributeSites, workflow).get(input);
    const [hidden, ignore] = [sites?.get('hidden'), sites?.get('ignore')];
    if (hidden?.expression === undefined || ignore?.expression === undefined) return;
    if (!isTurnedRound(hidden, ignore, workflow, context) || isReadByForm(input, workflow)) return;
    yield {
      message: `"${input.reference.join('.')}" is ignored whenever it is shown`,
      at: ignore.text.spanOf(ignore.expression.start, ignore.expression.end),
      related: [{ span: hidden.span, text: 'it is hidden under this condition' }],
      help: 'turn one of the two conditions round, or write ignore: ${{ .hidden }}',
    };
  },
});

/** Whether a field is ignored when it is shown, and passed on when it is hidden. */
function isTurnedRound(
  hidden: ExpressionSite,
  ignore: ExpressionSite,
  workflow: Workflow,
  context: AnalysisContext,
): boolean {
  const scope: ConditionScope = { workflow, context };
  const [isHidden, isIgnored] = [formulaOfSite(hidden, scope), formulaOfSite(ignore, scope)];
  if (truthOf(isHidden) !== 'some' || truthOf(isIgnored) !== 'some') return false;
  return implies(negation(isHidden), isIgnored) && implies(isIgnored, negation(isHidden));
}

/** Whether the form itself uses the value, which it can also while the run does not get it. */
function isReadByForm({ reference }: InputField, workflow: Workflow): boolean {
  const read = `inputs.${reference.join('.')}`;
  return workflow.expressions.some(({ place, text }) => place.kind === 'input' && text.text.includes(read));
}
