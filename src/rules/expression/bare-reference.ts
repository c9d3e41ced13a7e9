import type { AnalysisContext } from '../../analysis/analysis.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { inputAt } from '../../analysis/workflow/job-files.ts';
import { jobGraph } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import type { Severity } from '../../diagnostics/finding.ts';
import { resourceFields } from '../../facts/tables/resource-fields.ts';
import type { Job, Step, Workflow } from '../../model/workflow.ts';
import { valueAt, type YamlNode, type YamlScalar } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A reference without the braces that make it one. */
export const bareReference = defineRule({
  meta: {
    id: 'bare-reference',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A value is the text of a reference, such as `inputs.port`, without `${{ }}` around it.',
      why: 'Only what stands between `${{` and `}}` is read. Everything else is passed on as the text that it is.',
      fix: 'Put `${{ }}` around it.',
      examples: {
        bad: [
          workflowExample`
            jobs:
              main:
                ssh:
                  remoteHost: «inputs.resource.ip»
                steps:
                  - run: hostname
            inputs:
              resource:
                type: compute-clusters
                hidden: \${{ inputs.resource.ip == '' }}
          `,
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
              serve:
                needs: [ports]
                env:
                  PORT: «needs.ports.outputs.PORT»
                steps:
                  - run: echo "$PORT \${{ needs.ports.outputs.PORT }}"
          `,
        ],
        good: [
          workflowExample`
            jobs:
              main:
                ssh:
                  remoteHost: \${{ inputs.resource.ip }}
                steps:
                  - run: hostname
                    env:
                      FIELD: inputs.other
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const { node, severity } of valuesOf(workflow)) {
      const text = String(node.value).trim();
      if (!/^(inputs|needs|sessions)(\.[\w-]+)+$/.test(text) || !leadsSomewhere(text, workflow, context))
        continue;
      const meant = `\${{ ${text} }}`;
      yield {
        message: `"${text}" is a text here and reads nothing`,
        at: node.span,
        help: `write ${meant}`,
        severity,
        fix: {
          title: 'make it an expression',
          safety: 'unsafe',
          edits: [{ span: node.span, replacement: writtenLike(node, meant, workflow.root) }],
        },
      };
    }
  },
});

interface Value {
  readonly node: YamlScalar;
  /** What another workflow or a script makes of a text is up to them. */
  readonly severity: Severity | undefined;
}

function* valuesOf(workflow: Workflow): Iterable<Value> {
  for (const { node } of workflow.form.all) {
    for (const key of ['clusterName', 'namespace']) yield* scalarsIn(valueAt(node, key), undefined);
  }
  yield* scalarsIn(valueAt(workflow.root, 'env'), 'warning');
  for (const job of workflow.jobs) {
    yield* valuesOfPart(job.node, undefined);
    yield* scalarsIn(valueAt(job.node, 'outputs'), undefined);
    for (const step of job.steps) yield* valuesOfPart(step.node, step);
  }
}

function* valuesOfPart(node: Job['node'], step: Step | undefined): Iterable<Value> {
  yield* scalarsIn(valueAt(node, 'ssh'), undefined);
  yield* scalarsIn(valueAt(node, 'working-directory'), undefined);
  yield* scalarsIn(valueAt(node, 'env'), 'warning');
  const isAction = step?.uses?.value.startsWith('parallelworks/') === true;
  if (step !== undefined) yield* scalarsIn(step.with, isAction ? undefined : 'warning');
}

function* scalarsIn(node: YamlNode | undefined, severity: Severity | undefined): Iterable<Value> {
  if (node?.kind === 'scalar') yield { node, severity };
  if (node?.kind === 'map') for (const { value } of node.pairs) yield* scalarsIn(value, severity);
  if (node?.kind === 'sequence') for (const item of node.items) yield* scalarsIn(item, severity);
}

/** Whether the workflow has what a reference names. */
function leadsSomewhere(text: string, workflow: Workflow, context: AnalysisContext): boolean {
  const [root, ...names] = text.split('.');
  const [first = '', second] = names;
  switch (root) {
    case 'inputs': {
      if (inputAt(workflow, names) !== undefined) return true;
      const field = resourceFields.some(({ name }) => name === names.at(-1));
      return field && inputAt(workflow, names.slice(0, -1)) !== undefined;
    }
    case 'needs':
      return (
        context.ask(jobGraph, workflow).byName.has(first) && (second === 'outputs' || second === 'steps')
      );
    default:
      return names.length === 1 && workflow.sessions.some((session) => session.name.value === first);
  }
}
