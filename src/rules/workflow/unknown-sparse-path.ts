import { ownCheckouts } from '../../analysis/sparse-checkouts.ts';
import { suggest } from '../../base/suggest.ts';
import { defineRule } from '../rule.ts';

/** A path to check out that the repository does not have. */
export const unknownSparsePath = defineRule({
  meta: {
    id: 'unknown-sparse-path',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    what: 'A sparse checkout of this repository names a path that is not in it.',
    why: 'The folder is then missing in the job directory, and the steps that use it fail on the cluster.',
    fix: 'Correct the path; it starts at the top of the repository.',
    examples: {
      bad: [
        {
          'workflows/hello/workflow.yaml':
            'jobs:\n  preprocessing:\n    ssh:\n      remoteHost: ${{ inputs.resource.ip }}\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n          sparse_checkout:\n            - workflows/hello\n            - «tool»\n            - tools\n      - run: source tools/prepare.sh\n  session_runner:\n    needs: [preprocessing]\n    steps:\n      - uses: marketplace/job_runner/v4.0\n        early-cancel: any-job-failed\n        with:\n          resource: ${{ inputs.resource }}\n          rundir: ${PW_PARENT_JOB_DIR}\n          use_existing_script: true\n          script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
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
  },
  on: 'file',
  *check(file, context) {
    const { files } = context.workspace;
    for (const { paths, tree } of context.ask(ownCheckouts, file)) {
      for (const { path, span } of paths ?? []) {
        if (files.kindOf(path) !== 'missing') continue;
        const folders = new Set(files.paths.flatMap((known) => [known, ...foldersOf(known)]));
        const near = suggest(path, folders);
        yield {
          message: `this repository has no "${path}"`,
          at: span,
          // another branch or tag than the main one may hold it
          severity: tree === 'another' ? 'note' : undefined,
          help:
            near === undefined ? 'the path starts at the top of the repository' : `did you mean "${near}"?`,
        };
      }
    }
  },
});

/** The folders around a path, the nearest first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}
