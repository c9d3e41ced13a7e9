import type { AnalysisContext } from '../../analysis/analysis.ts';
import {
  type EndpointCommand,
  endpointCommands,
  nameText,
} from '../../analysis/endpoints/endpoint-commands.ts';
import { mayBeSame, namePattern } from '../../analysis/endpoints/endpoint-names.ts';
import { calledFile } from '../../analysis/form/called-form.ts';
import { suggest } from '../../base/suggest.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** The workflow that others call to wait. */
const waiting = workflowExample`
  steps:
    - run: until pw endpoints list | grep -q "\${{ inputs.name }}"; do sleep 3; done
  inputs:
    name:
      type: string
`;

/** A name of an endpoint that nothing in the workflow starts. */
export const unknownEndpoint = defineRule({
  meta: {
    id: 'unknown-endpoint',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'An endpoint is waited for or deleted under a name that nothing in the workflow gives to one.',
      why: 'The wait goes on until it gives up, or the service is never ended.',
      fix: 'Use the very name that stands behind `pw endpoints run --name`.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: setsid pw endpoints run --name hello-$PW_RUN_SLUG -- python3 -m http.server {port} > log 2>&1 &
              - uses: github/org/repo@v1.0.0
                with:
                  $yaml: workflows/wait_for_endpoint/general.yaml
                  name: «helo-\${PW_RUN_SLUG}»
            `,
            'workflows/wait_for_endpoint/general.yaml': waiting,
          },
          stepsExample`
            - run: setsid pw endpoints run --name hello-$PW_RUN_SLUG -- python3 -m http.server {port} > log 2>&1 &
              cleanup: pw endpoints delete «"helo-$PW_RUN_SLUG"»
          `,
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: setsid pw endpoints run --name hello-$PW_RUN_SLUG -- python3 -m http.server {port} > log 2>&1 &
              - uses: github/org/repo@v1.0.0
                with:
                  $yaml: workflows/wait_for_endpoint/general.yaml
                  name: hello-\${PW_JOB_ID}
            `,
            'workflows/wait_for_endpoint/general.yaml': waiting,
          },
          stepsExample`
            - run: |
                cat > viewer.sh <<'SCRIPT'
                #!/bin/bash
                exec pw endpoints run --name "viewer-$PW_RUN_SLUG" -- python3 -m http.server {port}
                SCRIPT
                setsid pw endpoints run --name hello-$PW_RUN_SLUG -- python3 -m http.server {port} > log 2>&1 &
                setsid bash viewer.sh > viewer.log 2>&1 &
              cleanup: pw endpoints delete "viewer-$PW_RUN_SLUG"
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow, file }, context) {
    const calls = context.ask(endpointCommands, file);
    const started = calls.filter(({ verb }) => verb !== 'delete').map(nameText);
    const known = started.flatMap((name) => (name === undefined ? [] : [name]));
    // one that the platform names, or none that can be seen
    if (known.length === 0 || known.length < started.length) return;
    for (const { text, span, does } of [...awaited(workflow, context), ...deleted(calls)]) {
      const pattern = namePattern(text);
      if (known.some((name) => mayBeSame(namePattern(name), pattern))) continue;
      // letters that names cannot have are told where the name is given
      if (known.some((name) => tidied(name) === tidied(text))) continue;
      const near = suggest(text, known) ?? (known.length === 1 ? known[0] : undefined);
      yield {
        message: `nothing starts an endpoint "${text}", which is ${does} here`,
        at: span,
        help: near === undefined ? `started are ${known.join(', ')}` : `did you mean "${near}"?`,
      };
    }
  },
});

const tidied = (name: string): string => name.toLowerCase().replaceAll('_', '-');

interface NamedEndpoint {
  readonly text: string;
  readonly span: Span;
  readonly does: 'waited for' | 'deleted';
}

/** The names that are passed to a workflow of this repository that waits for endpoints. */
function* awaited(workflow: Workflow, context: AnalysisContext): Generator<NamedEndpoint> {
  for (const step of workflow.jobs.flatMap((job) => job.steps)) {
    if (!/endpoint/.test(calledFile(step, context) ?? '')) continue;
    const node = valueAt(step.with, 'name') ?? valueAt(step.with, 'endpoint');
    const text = textOf(node);
    if (node !== undefined && text !== undefined && text !== '')
      yield { text, span: node.span, does: 'waited for' };
  }
}

function* deleted(calls: readonly EndpointCommand[]): Generator<NamedEndpoint> {
  for (const call of calls) {
    const text = nameText(call);
    if (call.verb !== 'delete' || call.name === undefined || text === undefined || text === '') continue;
    yield { text, span: call.script.text.spanOf(call.name.pos, call.name.end), does: 'deleted' };
  }
}
