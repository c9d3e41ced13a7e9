import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { namesOf, pathsOf, pathWritten } from '../../analysis/expressions/expressions-within.ts';
import { inputAt } from '../../analysis/workflow/job-files.ts';
import type { Workflow } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

const plainTypes: ReadonlySet<string> = new Set([
  'string',
  'dropdown',
  'editor',
  'radio',
  'number',
  'boolean',
]);

/** `job_runner` gets something else than the object of a resource field. */
export const missingResourceInput = defineRule({
  meta: {
    id: 'missing-resource-input',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: '`job_runner` gets a text as its resource instead of the value of a `compute-clusters` field.',
      why: 'A name or an address is not turned into a resource on its way to a subworkflow: its `ip` is empty, and the service is started on the user workspace.',
      fix: 'Declare an input of type `compute-clusters` and pass it whole: `resource: ${{ inputs.resource }}`.',
      examples: {
        bad: [
          sessionExample({
            session_runner: { 'resource: ${{ inputs.resource }}': 'resource: «pw://me/cluster»' },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined) return;
    const { workflow } = pattern;
    const help =
      'declare an input of type "compute-clusters" and pass it whole, as in ${{ inputs.resource }}';
    for (const { step } of pattern.runners) {
      const resource = valueAt(step.with, 'resource');
      const text = textOf(resource);
      if (resource === undefined || text === undefined) continue;
      const names = pathWritten(workflow, resource);
      if (!text.includes('${{')) {
        yield { message: `job_runner gets the text "${text}" as its resource`, at: resource.span, help };
        continue;
      }
      const field = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1)) : undefined;
      const type = field?.type?.value ?? '';
      if (names === undefined || !plainTypes.has(type) || isReadInParts(workflow, names)) continue;
      yield {
        message: `job_runner gets "${names.join('.')}" as its resource, which is a field of type "${type}"`,
        at: resource.span,
        help,
      };
    }
  },
});

/** Whether `.ip` or the like is read of the field, which another rule tells. */
function isReadInParts(workflow: Workflow, names: readonly string[]): boolean {
  return workflow.expressions.some(({ expression }) => {
    if (expression === undefined) return false;
    return [...pathsOf(expression)].some((path) => {
      const read = namesOf(path);
      return (
        read !== undefined && read.length > names.length && names.every((name, index) => name === read[index])
      );
    });
  });
}
