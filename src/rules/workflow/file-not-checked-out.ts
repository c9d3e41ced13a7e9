import { ownCheckouts } from '../../analysis/workflow/sparse-checkouts.ts';
import { unbroughtFiles } from '../../analysis/workflow/unbrought-files.ts';
import { dedent } from '../../base/dedent.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { defineRule } from '../rule.ts';

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
        ],
        good: [checkoutExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const [first] = context.ask(ownCheckouts, file);
    for (const use of context.ask(unbroughtFiles, file).uses) {
      yield {
        message: `"${use.path}" is not among the paths that are checked out`,
        at: use.span,
        fault: use.path.split('/').slice(0, -1).join('/'),
        related: first?.step.uses === undefined ? [] : [{ span: first.step.uses.span, text: 'the checkout' }],
        help: `add ${use.path.split('/').slice(0, -1).join('/')} to "sparse_checkout"`,
      };
    }
  },
});
