import { dedent } from '../../base/dedent.ts';
import { changedLines } from './changed-lines.ts';
import { workflowExample } from './workflow-example.ts';

const workflow = workflowExample`
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
              - tools
        - run: source tools/prepare.sh
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
  inputs:
    resource:
      type: compute-clusters
`;

/**
 * A workflow that checks files out on the cluster and runs two of them, there and through the runner. `lines` says
 * what stands in place of its lines, `files` which other files the repository has.
 */
export function checkoutExample(
  lines: { readonly [line: string]: string } = {},
  files: { readonly [path: string]: string } = {},
): { readonly [path: string]: string } {
  return {
    'workflows/hello/workflow.yaml': changedLines(workflow, lines),
    'workflows/hello/work.sh': dedent`make`,
    'tools/prepare.sh': dedent`echo prepare`,
    ...files,
  };
}
