import {
  type ConditionScope,
  conditionOf,
  formulaOfSite,
  ignoreOf,
} from '../../analysis/expressions/conditions.ts';
import { all, type Formula, negation, truthOf } from '../../analysis/expressions/formula.ts';
import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { fieldRead } from '../../analysis/expressions/value-facts.ts';
import type { Label } from '../../diagnostics/finding.ts';
import type { InputField } from '../../model/workflow.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A condition that could only hold when the form ignores what it asks. */
export const conditionOnIgnoredInput = defineRule({
  meta: {
    id: 'condition-on-ignored-input',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A condition asks for the values of inputs that the form ignores just then: it can never hold, or it always does.',
      why: 'An ignored input is empty. What asks for a value of it never runs, and what asks that one of two be unequal to something always runs when the form ignores one of them in turn.',
      fix: 'Correct the condition of `ignore`, or that of `if`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ «inputs.scheduler == false && inputs.queue == 'long'» }}
            inputs:
              scheduler:
                type: boolean
              queue:
                type: string
                hidden: \${{ inputs.scheduler == false }}
                ignore: \${{ .hidden }}
          `,
          workflowExample`
            steps:
              - if: \${{ «inputs.cloud_mode != 'login' || inputs.site_mode != 'login'» }}
            inputs:
              place:
                type: dropdown
                options: [cloud, site]
              cloud_mode:
                type: dropdown
                options: [login, nodes]
                ignore: \${{ inputs.place != 'cloud' }}
              site_mode:
                type: dropdown
                options: [login, nodes]
                ignore: \${{ inputs.place != 'site' }}
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.cloud_mode == 'nodes' || inputs.site_mode == 'nodes' }}
              - if: \${{ inputs.cloud_mode != 'login' && inputs.site_mode != 'login' }}
            inputs:
              place:
                type: dropdown
                options: [cloud, site]
              cloud_mode:
                type: dropdown
                options: [login, nodes]
                ignore: \${{ inputs.place != 'cloud' }}
              site_mode:
                type: dropdown
                options: [login, nodes]
                ignore: \${{ inputs.place != 'site' }}
          `,
          workflowExample`
            steps:
              - if: \${{ inputs.scheduler == true && inputs.queue == 'long' }}
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
  *check({ site, workflow }, context) {
    const { place } = site;
    if ((place.kind !== 'job' && place.kind !== 'step') || place.key !== 'if' || !site.whole) return;
    if (site.expression === undefined) return;
    const scope: ConditionScope = { workflow, context };
    const rules: Formula[] = [];
    const related: Label[] = [];
    const names: string[] = [];
    const keys = new Set<string>();
    for (const reference of context.ask(referencesIn, site)) {
      const read = reference.root === 'inputs' ? fieldRead(reference, workflow, context) : undefined;
      const field = read?.node.field;
      if (field === undefined || read?.rest.length !== 0) continue;
      // What an ignored boolean equals is not known; a text is empty.
      const ignore = read.node.yields === 'string' ? ignorePlace(field) : undefined;
      if (ignore === undefined) continue;
      const ignored = ignoreOf(field, scope);
      const key = ['inputs', ...field.reference].join('.');
      // Inputs that are always ignored are a known way to keep a default out of sight.
      if (keys.has(key) || truthOf(ignored) !== 'some') continue;
      keys.add(key);
      const empty: Formula = {
        kind: 'equals',
        variable: { key, kind: 'text', values: undefined },
        value: '',
      };
      rules.push({ kind: 'or', parts: [negation(ignored), empty] });
      related.push(ignore);
      names.push(writtenIn(site, reference.path));
    }
    if (rules.length === 0) return;
    const condition = all([formulaOfSite(site, scope), conditionOf(site, scope)]);
    if (truthOf(condition) !== 'some') return;
    const at = spanIn(site, site.expression);
    if (names.length > 1 && truthOf(all([negation(condition), ...rules])) === 'none') {
      yield {
        message: `this always holds: whenever one of ${inWords(names)} has a value, the form ignores the other`,
        at,
        related,
        help: 'ask for the values that are meant, with ==, or join with &&',
      };
      return;
    }
    if (truthOf(all([condition, ...rules])) !== 'none') return;
    yield {
      message: `this never holds: whenever the rest of it does, the form ignores ${inWords(names)}`,
      at,
      related,
      help: 'correct the condition of "ignore" or that of "if"',
      // A workflow that calls this one may pass what its form ignores.
      severity: workflow.sessions.length === 0 ? 'note' : undefined,
    };
  },
});

function inWords(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ');
}

function ignorePlace(field: InputField): Label | undefined {
  for (let at: InputField | undefined = field; at !== undefined; at = at.parent) {
    const pair = pairOf(at.node, 'ignore');
    if (pair !== undefined) return { span: pair.span, text: 'ignored under this condition' };
  }
  return undefined;
}
