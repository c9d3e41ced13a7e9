import { literalOf } from '../../analysis/expressions/conditions.ts';
import {
  partsIn,
  referenceAt,
  spanIn,
  withoutGroups,
  writtenIn,
} from '../../analysis/expressions/references.ts';
import { writtenAs } from '../../analysis/expressions/site-style.ts';
import { type ValueFacts, valueFacts } from '../../analysis/expressions/value-facts.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import type { Finding, Fix } from '../../diagnostics/finding.ts';
import type { ExpressionSite, Workflow } from '../../model/workflow.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

type Comparison = Extract<Expression, { kind: 'binary' }>;
type Literal = string | number | boolean;

/** A comparison with a value that the other side can never have. */
export const impossibleComparison = defineRule({
  meta: {
    id: 'impossible-comparison',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A comparison names a value that the other side can never have: no option of the dropdown, text against a boolean.',
      why: 'The condition is the same in every run, so one of its branches is dead.',
      fix: 'Compare with a value that is possible: an option as it is written in the form, `true` without quotes.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ inputs.fast == «'true'» }}
            inputs:
              fast:
                type: boolean
          `,
          workflowExample`
            steps:
              - if: \${{ inputs.mode == «quick» }}
            inputs:
              mode:
                type: dropdown
                options: [fast, slow]
          `,
          stepsExample`- if: \${{ inputs.resource.schedulerType == «'SLURM'» }}`,
          workflowExample`
            steps:
              - if: \${{ inputs.tools includes «'gnuplt'» }}
            inputs:
              tools:
                type: multi-dropdown
                options:
                  - {value: gnuplot, label: Gnuplot}
                  - {value: octave, label: Octave}
          `,
          dedent`
            jobs:
              prepare:
                steps:
                  - run: |
                      if [ -d data ]; then
                        echo "source=cache" >> $OUTPUTS
                      else
                        echo "source=download" | tee -a $OUTPUTS
                      fi
              use:
                needs: [prepare]
                steps:
                  - if: \${{ needs.prepare.outputs.source == «'cached'» }}
                    run: date
          `,
          workflowExample`
            steps:
              - if: \${{ inputs.data == «'none at all'» }}
                run: echo "\${{ inputs.data.path }}"
            inputs:
              data:
                type: group
                items:
                  path:
                    type: string
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.fast == true && inputs.mode != '' && inputs.mode != slow }}
            inputs:
              fast:
                type: boolean
              mode:
                type: dropdown
                options: [fast, slow]
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined) return;
    for (const part of context.ask(partsIn, site)) {
      if (part.kind !== 'binary') continue;
      for (const { read, written } of comparisons(part)) {
        const literal = literalOf(written);
        const reference = referenceAt(site, read);
        if (literal === undefined || reference === undefined) continue;
        const facts = valueFacts(reference, workflow, context);
        const judged = part.operator.endsWith('includes')
          ? judgeElement(facts, literal)
          : judge(facts, literal, part.operator);
        if (judged !== undefined) yield finding(site, part, written, { facts, judged, workflow });
      }
    }
  },
});

/** What is compared with which fixed value, either way round; each element of a list for `in`. */
function comparisons({ operator, left, right }: Comparison): readonly {
  readonly read: Expression;
  readonly written: Expression;
}[] {
  switch (operator) {
    case '==':
    case '!=':
    case '===':
    case '!==':
      return literalOf(right) === undefined
        ? [{ read: right, written: left }]
        : [{ read: left, written: right }];
    case 'includes':
    case '!includes':
      return [{ read: left, written: right }];
    case 'in':
    case '!in': {
      const list = withoutGroups(right);
      return list.kind === 'list' ? list.items.map((written) => ({ read: left, written })) : [];
    }
    default:
      return [];
  }
}

interface Judgement {
  readonly says: string;
  readonly help: string;
  /** What to write instead of the literal. */
  readonly instead?: string | undefined;
  readonly safety?: Fix['safety'];
}

/** Words that authors take for "nothing chosen"; whether the platform does is not known. */
const nothing = ['', 'undefined', 'null', 'none', 'None'];

function judge(facts: ValueFacts, literal: Literal, operator: string): Judgement | undefined {
  if (typeof literal === 'string' && nothing.includes(literal)) return undefined;
  switch (facts.kind) {
    case 'boolean': {
      if (typeof literal !== 'string') return undefined;
      const word = literal.toLowerCase();
      const isFlag = word === 'true' || word === 'false';
      return {
        says: `${facts.words} is never the text "${literal}"`,
        help: isFlag ? `write ${word} without quotes` : 'compare with true or false',
        instead: isFlag ? word : undefined,
        safety: 'safe',
      };
    }
    case 'number': {
      const number = Number(literal);
      if (typeof literal !== 'string' || (literal.trim() !== '' && !Number.isNaN(number))) {
        if (typeof literal === 'boolean' || facts.values?.map(Number).includes(number)) return undefined;
        return judgeAmong(facts.values, literal, `${facts.words} is never ${literal}`);
      }
      return { says: `${facts.words} is never the text "${literal}"`, help: 'compare with a number' };
    }
    case 'list':
      if (typeof literal !== 'string') return undefined;
      return {
        says: `${facts.words} is a list and never equals one text`,
        help: `write: includes '${literal}'`,
      };
    case 'resource':
      if (typeof literal !== 'string') return undefined;
      return {
        says: `${facts.words} is a whole resource and never equals a text`,
        help: 'compare one of its fields, such as name or schedulerType',
      };
    case 'object':
      if (typeof literal !== 'string') return undefined;
      return {
        says: `${facts.words} is a group of fields and never equals a text`,
        help: 'compare one of its fields',
      };
    case 'text':
      return judgeText(facts, literal, operator);
    case 'unknown':
      return judgeAmong(facts.values, literal, `${facts.words} is never "${literal}"`);
    default:
      return undefined;
  }
}

function judgeText(facts: ValueFacts, literal: Literal, operator: string): Judgement | undefined {
  if (typeof literal !== 'string' && operator.length === 3 && operator !== '!in') {
    return {
      says: `${facts.words} is text, and "${operator}" never takes text for ${literal}`,
      help: `write '${literal}' in quotes`,
      instead: `'${literal}'`,
      safety: 'unsafe',
    };
  }
  return judgeAmong(facts.values, literal, `${facts.words} is never "${literal}"`);
}

function judgeElement(facts: ValueFacts, literal: Literal): Judgement | undefined {
  if (typeof literal === 'string' && nothing.includes(literal)) return undefined;
  if (facts.kind !== 'list') return undefined;
  return judgeAmong(facts.elements, literal, `${facts.words} has no option "${literal}"`);
}

function judgeAmong(
  values: readonly string[] | undefined,
  literal: Literal,
  says: string,
): Judgement | undefined {
  const text = String(literal);
  if (values === undefined || values.includes(text)) return undefined;
  // Every short word is near to every other.
  const guess = text.length > 2 ? suggest(text, values) : undefined;
  const near = values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? guess;
  const list = values.slice(0, 8).map((value) => `"${value}"`);
  return {
    says,
    help: helpWith(near, `it can be ${list.join(', ')}${values.length > list.length ? ', …' : ''}`),
    instead: near === undefined || near.includes("'") ? undefined : `'${near}'`,
    safety: 'unsafe',
  };
}

function finding(
  site: ExpressionSite,
  { operator, right }: Comparison,
  written: Expression,
  {
    facts,
    judged,
    workflow,
  }: { readonly facts: ValueFacts; readonly judged: Judgement; readonly workflow: Workflow },
): Finding {
  const literal = withoutGroups(written);
  const at = spanIn(site, literal);
  const { says, help, instead, safety } = judged;
  const always = operator.startsWith('!') ? 'true' : 'false';
  // One element of several that never fits leaves the others.
  const list = withoutGroups(right);
  const isOneOfMany = list.kind === 'list' && list.items.length > 1;
  const replacement = instead && writtenAs(quotedLike(writtenIn(site, literal), instead), site, workflow);
  return {
    message: isOneOfMany ? `this never fits: ${says}` : `this is always ${always}: ${says}`,
    at,
    help,
    related:
      facts.field === undefined
        ? undefined
        : [{ span: facts.field.name.span, text: 'the input is declared here' }],
    fix:
      instead === undefined || replacement === undefined || safety === undefined
        ? undefined
        : { title: `Compare with ${instead}`, safety, edits: [{ span: at, replacement }] },
  };
}

/** Keeps double quotes where the author used them. */
function quotedLike(written: string, instead: string): string {
  return written.startsWith('"') && instead.startsWith("'") ? `"${instead.slice(1, -1)}"` : instead;
}
