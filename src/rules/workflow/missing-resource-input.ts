import { pathWritten } from '../../analysis/expressions-within.ts';
import { inputAt } from '../../analysis/job-files.ts';
import { sessionPattern } from '../../analysis/session-pattern.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

/** `job_runner` gets something else than the object of a resource field. */
export const missingResourceInput = defineRule({
  meta: {
    id: 'missing-resource-input',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    what: '`job_runner` gets a text as its resource instead of the value of a `compute-clusters` field.',
    why: 'A name or an address is not turned into a resource on its way to a subworkflow: its `ip` is empty, and the service is started on the user workspace.',
    fix: 'Declare an input of type `compute-clusters` and pass it whole: `resource: ${{ inputs.resource }}`.',
    examples: {
      bad: [
        sessionExample({
          session_runner: `needs: [preprocessing]
steps:
  - uses: marketplace/job_runner/v4.0
    early-cancel: any-job-failed
    with:
      resource: «pw://me/cluster»
      rundir: \${PW_PARENT_JOB_DIR}
      inject_markers: false
      use_existing_script: true
      script_path: \${PW_PARENT_JOB_DIR}/workflows/hello/start.sh
`,
        }),
      ],
      good: [sessionExample()],
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
      const type = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1))?.type?.value : undefined;
      if (
        type !== undefined &&
        ['string', 'dropdown', 'editor', 'radio', 'number', 'boolean'].includes(type)
      ) {
        const message = `job_runner gets "${names?.join('.')}" as its resource, which is a field of type "${type}"`;
        yield { message, at: resource.span, help };
      }
    }
  },
});
