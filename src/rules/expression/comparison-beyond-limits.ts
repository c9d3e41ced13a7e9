import { literalOf } from '../../analysis/expressions/conditions.ts';
import { partsIn, referenceAt, spanIn, withoutGroups } from '../../analysis/expressions/references.ts';
import { fieldRead } from '../../analysis/expressions/value-facts.ts';
import { attributeOf, mayFlagBeSet } from '../../analysis/form/input-attributes.ts';
import { limitOf } from '../../analysis/form/limits.ts';
import type { InputField } from '../../model/workflow.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A number of the form is compared with one that it cannot reach. */
export const comparisonBeyondLimits = defineRule({
  meta: {
    id: 'comparison-beyond-limits',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A number of the form is compared with a value above its "max" or below its "min".',
      why: 'The form takes no such number, so the comparison is the same in every run and one of its branches is dead.',
      fix: 'Compare with a number inside the limits, or move the limit.',
      examples: {
        bad: [
          comparing('inputs.cores > «128»'),
          comparing('inputs.cores == «96»'),
          comparing('«100» >= inputs.cores'),
          comparing('inputs.cores < «2»', 'min: 4'),
        ],
        good: [
          comparing('inputs.cores > 32 && inputs.cores != 0 && inputs.cores >= 1 && 64 >= inputs.cores'),
          comparing('inputs.cores > 128', 'min: 1'),
          comparing(
            'inputs.cores > 128',
            "max: ${{ inputs.resource.schedulerType == 'slurm' && 256 || 64 }}",
          ),
          comparing('inputs.cores * 4 > 128'),
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined) return;
    for (const part of context.ask(partsIn, site)) {
      const compared = part.kind === 'binary' ? comparisonOf(part) : undefined;
      if (compared === undefined) continue;
      const reference = referenceAt(site, compared.read);
      const read = reference && fieldRead(reference, workflow, context);
      const field = read?.node.field;
      if (field === undefined || read?.rest.length !== 0 || !yieldsLimitedNumber(field)) continue;
      const limit = limitPassed(field, compared.number);
      const always = limit && outcome(compared.operator, limit);
      if (limit === undefined || always === undefined) continue;
      // what may be left out of the run is no number then
      if (always && (mayFlagBeSet(field, 'optional') || mayFlagBeSet(field, 'ignore'))) continue;
      yield {
        message: `this is always ${always}: "${field.reference.join('.')}" is ${limit === 'max' ? 'at most' : 'at least'} ${limitOf(field, limit)}`,
        at: spanIn(site, withoutGroups(compared.written)),
        related: [{ span: attributeOf(field, limit)?.span ?? field.name.span, text: 'the limit' }],
        help: 'compare with a number that the form takes, or move the limit',
      };
    }
  },
});

interface NumberComparison {
  /** As it reads with the field on the left. */
  readonly operator: string;
  readonly read: Expression;
  readonly written: Expression;
  readonly number: number;
}

const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function comparisonOf({
  operator,
  left,
  right,
}: Extract<Expression, { kind: 'binary' }>): NumberComparison | undefined {
  if (!['==', '===', '!=', '!==', '<', '<=', '>', '>='].includes(operator)) return undefined;
  const isTurned = literalOf(left) !== undefined;
  const [read, written] = isTurned ? [right, left] : [left, right];
  const literal = literalOf(written);
  if (literal === undefined || typeof literal === 'boolean' || String(literal).trim() === '')
    return undefined;
  const number = Number(literal);
  // zero and less are what authors compare with to see whether anything was given
  if (!Number.isFinite(number) || number <= 0) return undefined;
  return { operator: isTurned ? (turned[operator] ?? operator) : operator, read, written, number };
}

function yieldsLimitedNumber(field: InputField): boolean {
  const type = field.type?.value;
  if (type === 'duration') return attributeOf(field, 'disableValue') === undefined;
  return type === 'number' || type === 'integer';
}

/** The limit of a field that a number lies beyond; none when the field's own default does as well. */
function limitPassed(field: InputField, number: number): 'min' | 'max' | undefined {
  const [least, most, first] = [limitOf(field, 'min'), limitOf(field, 'max'), limitOf(field, 'default')];
  if (most !== undefined && number > most) return first !== undefined && first > most ? undefined : 'max';
  if (least !== undefined && number < least) return first !== undefined && first < least ? undefined : 'min';
  return undefined;
}

/** What a comparison with a number beyond a limit always is. */
function outcome(operator: string, limit: 'min' | 'max'): boolean {
  switch (operator) {
    case '<':
    case '<=':
      return limit === 'max';
    case '>':
    case '>=':
      return limit === 'min';
    default:
      return operator.startsWith('!');
  }
}

function comparing(condition: string, limits = 'min: 1\nmax: 64'): string {
  return workflowExample`
    steps:
      - if: \${{ ${condition} }}
        run: echo "\${{ inputs.resource.ip }}"
    inputs:
      resource:
        type: compute-clusters
      cores:
        type: number
        ${limits}
  `;
}
