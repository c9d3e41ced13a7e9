import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { isInRepository, pathInJobDirectory, withDefaults } from '../../analysis/workflow/job-files.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** A copied workflow still starts the script of the workflow that it was copied from. */
export const foreignStartScript = defineRule({
  meta: {
    id: 'foreign-start-script',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The workflow has a `start.sh` of its own, but starts the one of another workflow.',
      why: 'After copying a workflow, the folder is easily left as it was: the other service starts, and changes to this script have no effect.',
      fix: 'Change the folder in `script_path`, or the default of the field that it is made of.',
      examples: {
        bad: [
          {
            ...sessionExample({
              session_runner: {
                'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/start.sh':
                  'script_path: «${PW_PARENT_JOB_DIR}/workflows/other/start.sh»',
              },
              preprocessing: { '- workflows/hello': '- workflows' },
            }),
            'workflows/other/start.sh': sessionExample()['workflows/hello/start.sh'] ?? '',
          },
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    const { startScript, workflow } = pattern ?? {};
    if (pattern === undefined || startScript === undefined || workflow === undefined) return;
    for (const { step } of pattern.runners) {
      const scalar = valueAt(step.with, 'script_path');
      if (scalar?.kind !== 'scalar' || textOf(scalar) === undefined) continue;
      const resolved = withDefaults(workflow, scalar);
      const path = resolved && pathInJobDirectory(resolved.path);
      if (resolved === undefined || path === undefined || path === startScript.path) continue;
      if (!path.endsWith('/start.sh') || !isInRepository(context.workspace, path)) continue;
      const [input] = resolved.inputs;
      const fromDefault = input && valueAt(input.node, 'default');
      yield {
        message:
          input === undefined
            ? `this workflow starts "${path}", not its own "${startScript.path}"`
            : `the default of "${input.reference.join('.')}" makes this workflow start "${path}", not its own "${startScript.path}"`,
        at: fromDefault?.span ?? scalar.span,
        ...(fromDefault !== undefined && {
          related: [{ span: scalar.span, text: 'the script is chosen here' }],
        }),
        help: `name the folder of this workflow, "${file.directory}"`,
      };
    }
  },
});
