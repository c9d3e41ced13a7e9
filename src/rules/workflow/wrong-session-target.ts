import { mayMisspell, sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { pathWritten } from '../../analysis/expressions/expressions-within.ts';
import { inputAt } from '../../analysis/workflow/job-files.ts';
import { forwardsPorts } from '../../analysis/workflow/side-channels.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { isResourceType } from '../../facts/input-types.ts';
import type { InputField, Workflow, WorkflowFile } from '../../model/workflow.ts';
import { pairOf, textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** The session's target is not the machine on which the service is started. */
export const wrongSessionTarget = defineRule({
  meta: {
    id: 'wrong-session-target',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The session is pointed at another machine than the one on which the service is started, or at none.',
      why: 'The tunnel starts at the target. From the wrong one the service cannot be reached, and the session stays empty.',
      fix: 'Set `target` to the id of the resource that `job_runner` gets: `${{ inputs.resource.id }}`.',
      examples: {
        bad: [
          sessionExample({
            update_session: { 'target: ${{ inputs.resource.id }}': 'target: «${{ inputs.resource.ip }}»' },
          }),
          sessionExample({
            update_session: {
              '- uses: parallelworks/update-session': '- uses: «parallelworks/update-session»',
              'target: ${{ inputs.resource.id }}': '',
            },
          }),
          workflowExample`
            sessions:
              session:
            jobs:
              main:
                ssh:
                  remoteHost: \${{ inputs.resource.ip }}
                steps:
                  - uses: parallelworks/update-session
                    with:
                      name: \${{ sessions.session }}
                      target: «\${{ inputs.resource }}»
                      remotePort: 8080
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
        good: [
          sessionExample(),
          workflowExample`
            sessions:
              session:
            jobs:
              main:
                ssh:
                  remoteHost: \${{ inputs.resource.ip }}
                steps:
                  - run: ./serve.sh 8080 &
                  - uses: parallelworks/update-session
                    with:
                      name: \${{ sessions.session }}
                      target: \${{ inputs.resource.id }}
                      remotePort: 8080
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (forwardsPorts(file, context)) return;
    if (pattern?.resource === undefined) {
      yield* targetsThatAreNoId(file);
      return;
    }
    const { resource, workflow } = pattern;
    const help = `set "target" to \${{ inputs.${resource}.id }}, the resource on which job_runner starts the service`;
    for (const { step } of pattern.updates) {
      if (step.uses === undefined || valueAt(step.with, 'remotePort') === undefined) continue;
      const target = pairOf(step.with, 'target')?.value;
      if (target === undefined && mayMisspell(step, 'target')) continue;
      if (target === undefined) {
        yield {
          message: 'no "target": the session is not told on which resource the service runs',
          at: step.uses.span,
          help,
        };
        continue;
      }
      if (textOf(target) === 'user-workspace') {
        yield {
          message: '"user-workspace" is not where job_runner starts the service',
          at: target.span,
          help,
        };
        continue;
      }
      const names = pathWritten(workflow, target);
      const field = names?.[0] === 'inputs' ? fieldOf(workflow, names.slice(1)) : undefined;
      // A text that the caller gives may well be the right id.
      if (field === undefined || !isResourceType(field.type?.value)) continue;
      const reference = field.reference.join('.');
      const written = names?.join('.') ?? '';
      if (written === `inputs.${resource}.id`) continue;
      yield {
        message:
          reference === resource
            ? `the session's target is the id of a resource, not "${written}"`
            : `the session's target is "${written}", but the service is started on "inputs.${resource}"`,
        at: target.span,
        help,
      };
    }
  },
});

/** Fields of a resource that are surely no name of it. */
const otherFields: ReadonlySet<string> = new Set(['ip', 'schedulerType', 'provider', 'type', 'user']);

/** Targets that are a whole resource, or its address, where the service is started in a way that is not known. */
function* targetsThatAreNoId({ workflow }: WorkflowFile): Generator<Finding> {
  for (const step of workflow?.jobs.flatMap((job) => job.steps) ?? []) {
    if (workflow === undefined || step.uses?.value !== 'parallelworks/update-session') continue;
    const target = pairOf(step.with, 'target')?.value;
    const names = target && pathWritten(workflow, target);
    const field = names?.[0] === 'inputs' ? fieldOf(workflow, names.slice(1)) : undefined;
    if (target === undefined || names === undefined || field === undefined) continue;
    if (!isResourceType(field.type?.value)) continue;
    const reference = `inputs.${field.reference.join('.')}`;
    const written = names.join('.');
    if (written !== reference && !otherFields.has(names.at(-1) ?? '')) continue;
    yield {
      message: `the session's target is the id of a resource, not "${written}"`,
      at: target.span,
      help: `write \${{ ${reference}.id }}`,
    };
  }
}

/** The field that a path starts with: `resource` for `resource.id`. */
function fieldOf(workflow: Workflow, names: readonly string[]): InputField | undefined {
  for (let length = names.length; length > 0; length--) {
    const field = inputAt(workflow, names.slice(0, length));
    if (field !== undefined) return field;
  }
  return undefined;
}
