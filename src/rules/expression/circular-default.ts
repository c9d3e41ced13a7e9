import type { AnalysisContext } from '../../analysis/analysis.ts';
import { attributeSites } from '../../analysis/expressions/conditions.ts';
import { type Reference, referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { inputReads } from '../../analysis/form/input-tree.ts';
import type { InputField, Workflow } from '../../model/workflow.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Inputs whose defaults are computed from each other. */
export const circularDefault = defineRule({
  meta: {
    id: 'circular-default',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The default of an input is computed from that very input, alone or through the defaults of others.',
      why: 'There is no first value to begin with: the field stays empty, or the form never settles.',
      fix: 'Give one of the inputs a fixed default.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ inputs.port != inputs.other }}
            inputs:
              port:
                type: string
                default: \${{ «inputs.other» }}
              other:
                type: string
                default: \${{ inputs.port }}
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.port != inputs.other }}
            inputs:
              port:
                type: string
                default: "8080"
              other:
                type: string
                default: \${{ inputs.port }}
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const edges = defaultEdges(workflow, context);
    const settled = new Set<InputField>();
    // Every one of them is followed as far as it goes; real forms have a few.
    for (const input of [...edges.keys()].slice(0, mostComputed)) {
      if (settled.has(input)) continue;
      const circle = circleFrom(input, edges);
      const [first] = circle;
      if (first === undefined) continue;
      for (const edge of circle) settled.add(edge.from);
      const { site, path } = first.reference;
      const names = [input, ...circle.map((edge) => edge.to)].map((each) => `"${each.reference.join('.')}"`);
      yield {
        message:
          circle.length === 1
            ? `the default of ${names[0]} is computed from itself`
            : `defaults are computed in a circle: ${names.join(' from ')}`,
        at: spanIn(site, path),
        related: circle.slice(1).map((edge) => ({
          span: spanIn(edge.reference.site, edge.reference.path),
          text: `and from here on ${writtenIn(edge.reference.site, edge.reference.path)}`,
        })),
        help: 'give one of them a fixed default',
      };
    }
  },
});

const mostComputed = 500;

interface DefaultEdge {
  readonly from: InputField;
  readonly to: InputField;
  readonly reference: Reference;
}

type DefaultEdges = ReadonlyMap<InputField, readonly DefaultEdge[]>;

/** What the defaults are computed from, for the inputs whose defaults are. */
function defaultEdges(workflow: Workflow, context: AnalysisContext): DefaultEdges {
  const edges = new Map<InputField, readonly DefaultEdge[]>();
  for (const [from, sites] of context.ask(attributeSites, workflow)) {
    const site = sites.get('default');
    if (site === undefined) continue;
    const read = context.ask(referencesIn, site).flatMap((reference) => {
      const resolution = context.ask(inputReads, workflow).get(reference);
      const to = resolution?.kind === 'field' ? resolution.node.field : undefined;
      return to === undefined ? [] : [{ from, to, reference }];
    });
    edges.set(from, read);
  }
  return edges;
}

/** The shortest way from an input along its defaults back to it; empty when there is none. */
function circleFrom(start: InputField, edges: DefaultEdges): readonly DefaultEdge[] {
  const arrivals = new Map<InputField, DefaultEdge>();
  const open: InputField[] = [start];
  for (const field of open) {
    for (const edge of edges.get(field) ?? []) {
      if (edge.to === start) return [...wayTo(edge.from, start, arrivals), edge];
      if (arrivals.has(edge.to)) continue;
      arrivals.set(edge.to, edge);
      open.push(edge.to);
    }
  }
  return [];
}

function wayTo(end: InputField, start: InputField, arrivals: ReadonlyMap<InputField, DefaultEdge>) {
  const way: DefaultEdge[] = [];
  for (let at = end; at !== start; ) {
    const edge = arrivals.get(at);
    if (edge === undefined) break;
    way.unshift(edge);
    at = edge.from;
  }
  return way;
}
