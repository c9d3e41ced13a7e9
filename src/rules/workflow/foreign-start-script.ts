import type { AnalysisContext } from '../../analysis/analysis.ts';
import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { isInRepository, pathInJobDirectory, withDefaults } from '../../analysis/workflow/job-files.ts';
import { repositoryUses } from '../../analysis/workflow/repository-uses.ts';
import { dedent } from '../../base/dedent.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import { filePath } from '../../source/span.ts';
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
      what: 'The workflow has a script of its own, but starts the one of the same name of another workflow, or puts that into what it starts.',
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
          copying('«workflows/other/app/start-template.sh»'),
        ],
        good: [
          sessionExample(),
          copying('workflows/hello/app/start-template.sh'),
          {
            ...copying('workflows/other/app/start-template.sh'),
            'workflows/hello/app/start-template.sh': '',
          },
        ],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    const { startScript, workflow } = pattern ?? {};
    yield* foreignParts(file, context);
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

/** A workflow that puts a part of the repository into the script which it starts. */
function copying(part: string): { readonly [path: string]: string } {
  return {
    'workflows/hello/workflow.yaml': dedent`
      jobs:
        serve:
          ssh:
            remoteHost: \${{ inputs.resource.ip }}
          steps:
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
                sparse_checkout:
                  - workflows
            - run: |
                cat ${part} >> start-service.sh
                bash start-service.sh
      on:
        execute:
          inputs:
            resource:
              type: compute-clusters
    `,
    'workflows/hello/app/start-template.sh': 'make\n',
    'workflows/other/app/start-template.sh': 'make other\n',
  };
}

/** Scripts of a neighbour's folder that a step uses, while those that stand at the same places of the own folder are used by none. */
function* foreignParts(file: WorkflowFile, context: AnalysisContext): Generator<Finding> {
  const { directory, workflow, source } = file;
  const { files } = context.workspace;
  const [, around, own = ''] = /^(.*\/)([^/]+)$/.exec(directory) ?? [];
  if (around === undefined || workflow === undefined) return;
  for (const { path, span, by } of context.ask(repositoryUses, file)) {
    if (by === 'runner' || !path.startsWith(around) || !path.endsWith('.sh')) continue;
    const [neighbour = '', ...rest] = path.slice(around.length).split('/');
    const counterpart = filePath(`${directory}/${rest.join('/')}`);
    if (neighbour === own || rest.length === 0 || files.kindOf(counterpart) !== 'file') continue;
    const content = files.read(counterpart);
    if (content.kind !== 'text' || content.text === '') continue;
    // a workflow that names its own one as well means both
    if (source.text.includes(counterpart)) continue;
    yield {
      message: `this workflow uses "${path}", not its own "${counterpart}"`,
      at: span,
      help: `name the folder of this workflow, "${directory}"`,
    };
  }
}
