import type { AnalysisContext } from '../../analysis/analysis.ts';
import {
  type Reference,
  referencesIn,
  type Segment,
  spanIn,
  writtenIn,
} from '../../analysis/expressions/references.ts';
import { fieldRead } from '../../analysis/expressions/value-facts.ts';
import type { Workflow } from '../../model/workflow.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A field is read of a value that has none. */
export const fieldOfPlainValue = defineRule({
  meta: {
    id: 'field-of-plain-value',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'An expression reads a field of a text, a number or a boolean.',
      why: 'Such values have no fields: what is read is empty.',
      fix: 'Read the value itself, or the input that was meant.',
      examples: {
        bad: [stepsExample`- if: \${{ inputs.cluster.«ip» != '' }}`],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.cluster.ip != '' }}
            inputs:
              cluster:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const plain = plainValue(reference, workflow, context);
      const [segment] = plain?.rest ?? [];
      if (plain === undefined || segment?.kind !== 'name') continue;
      const before = reference.segments[reference.segments.indexOf(segment) - 1];
      if (before === undefined) continue;
      const read = writtenIn(site, { start: reference.path.start, end: before.end });
      yield {
        message: `"${read}" is ${plain.words} and has no field "${segment.name}"`,
        at: spanIn(site, segment),
        help: `read "${read}" itself, or the input that was meant`,
      };
    }
  },
});

interface PlainValue {
  readonly words: string;
  /** What is read behind it. */
  readonly rest: readonly Segment[];
}

const texts: ReadonlySet<string> = new Set(['string', 'password', 'editor', 'color-picker']);

function plainValue(
  reference: Reference,
  workflow: Workflow,
  context: AnalysisContext,
): PlainValue | undefined {
  if (reference.root === 'sessions')
    return { words: 'the name of a session', rest: reference.segments.slice(1) };
  const read = fieldRead(reference, workflow, context);
  if (read === undefined) return undefined;
  const { node, rest } = read;
  switch (node.yields) {
    case 'number':
      return { words: 'a number', rest };
    case 'boolean':
      return { words: 'a boolean', rest };
    case 'string':
      // Options may be objects, and what the lists of the platform give is only concluded from use.
      return texts.has(node.field?.type?.value ?? '') ? { words: 'a text', rest } : undefined;
    default:
      return undefined;
  }
}
