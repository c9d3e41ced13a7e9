import { ownCheckouts } from '../../analysis/workflow/sparse-checkouts.ts';
import { unbroughtFiles } from '../../analysis/workflow/unbrought-files.ts';
import { dedent } from '../../base/dedent.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { defineRule } from '../rule.ts';

/** The script of the usual workflow is a link to that of another one. */
const linkedExample = (lines: { readonly [line: string]: string }) => {
  const { 'workflows/hello/work.sh': script = '', ...others } = checkoutExample(lines);
  return {
    ...others,
    'workflows/common/work.sh': script,
    'workflows/hello/work.sh@': '../common/work.sh',
  };
};

/** A file that the sparse checkout leaves behind. */
export const fileNotCheckedOut = defineRule({
  meta: {
    id: 'file-not-checked-out',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A step uses a file of the repository that no "sparse_checkout" of it brings.',
      why: 'The file is not in the job directory, and the step fails on the cluster.',
      fix: 'Add the folder of the file to "sparse_checkout".',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                preprocessing:
                  ssh:
                    remoteHost: \${{ inputs.resource.ip }}
                  steps:
                    - uses: parallelworks/checkout
                      with:
                        repo: https://github.com/org/repo.git
                        branch: v1.0.0
                        sparse_checkout:
                          - workflows/hello
                    - run: source «tools/prepare.sh»
                session_runner:
                  needs: [preprocessing]
                  steps:
                    - uses: marketplace/job_runner/v4.0
                      early-cancel: any-job-failed
                      with:
                        resource: \${{ inputs.resource }}
                        rundir: \${PW_PARENT_JOB_DIR}
                        use_existing_script: true
                        script_path: \${PW_PARENT_JOB_DIR}/workflows/hello/work.sh
              on:
                execute:
                  inputs:
                    resource:
                      type: compute-clusters
            `,
            'workflows/hello/work.sh': 'make\n',
            'tools/prepare.sh': 'echo prepare\n',
          },
          linkedExample({ '- workflows/hello': '- «workflows/hello»' }),
        ],
        good: [
          checkoutExample(),
          linkedExample({
            '- workflows/hello': dedent`
              - workflows/hello
              - workflows/common
            `,
          }),
        ],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const { files } = context.workspace;
    const [first] = context.ask(ownCheckouts, file);
    const { uses, links } = context.ask(unbroughtFiles, file);
    for (const use of uses) {
      const folder = folderOf(use.path);
      yield {
        message: `"${use.path}" is not among the paths that are checked out`,
        at: use.span,
        fault: folder,
        related: first?.step.uses === undefined ? [] : [{ span: first.step.uses.span, text: 'the checkout' }],
        help: `add ${folder} to "sparse_checkout"`,
      };
    }
    for (const { path, target, use, brought } of links) {
      const folder = files.kindOf(target) === 'directory' ? target : folderOf(target);
      yield {
        message: `"${path}" is a link to "${target}", which is not among the paths that are checked out`,
        at: brought.span,
        fault: folder,
        related: [{ span: use.span, text: 'the file is needed here' }],
        help: `add ${folder} to "sparse_checkout"`,
      };
    }
  },
});

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
