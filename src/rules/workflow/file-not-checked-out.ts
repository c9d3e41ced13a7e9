import { ownCheckouts } from '../../analysis/workflow/sparse-checkouts.ts';
import { unbroughtFiles } from '../../analysis/workflow/unbrought-files.ts';
import { defineRule } from '../rule.ts';

/** A file that the sparse checkout leaves behind. */
export const fileNotCheckedOut = defineRule({
  meta: {
    id: 'file-not-checked-out',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: () => ({
      what: 'A step uses a file of the repository that no "sparse_checkout" of it brings.',
      why: 'The file is not in the job directory, and the step fails on the cluster.',
      fix: 'Add the folder of the file to "sparse_checkout".',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml':
              'jobs:\n  preprocessing:\n    ssh:\n      remoteHost: ${{ inputs.resource.ip }}\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n          sparse_checkout:\n            - workflows/hello\n      - run: source «tools/prepare.sh»\n  session_runner:\n    needs: [preprocessing]\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        early-cancel: any-job-failed\n        with:\n          resource: ${{ inputs.resource }}\n          rundir: ${PW_PARENT_JOB_DIR}\n          use_existing_script: true\n          script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
            'workflows/hello/work.sh': 'make\n',
            'tools/prepare.sh': 'echo prepare\n',
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml':
              'jobs:\n  preprocessing:\n    ssh:\n      remoteHost: ${{ inputs.resource.ip }}\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n          sparse_checkout:\n            - workflows/hello\n            - tools\n      - run: source tools/prepare.sh\n  session_runner:\n    needs: [preprocessing]\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        early-cancel: any-job-failed\n        with:\n          resource: ${{ inputs.resource }}\n          rundir: ${PW_PARENT_JOB_DIR}\n          use_existing_script: true\n          script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
            'workflows/hello/work.sh': 'make\n',
            'tools/prepare.sh': 'echo prepare\n',
          },
        ],
      },
    }),
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
