import { dedent } from '../../base/dedent.ts';
import { changedLines } from './changed-lines.ts';
import { workflowExample } from './workflow-example.ts';

const workflow = workflowExample`
  steps:
    - uses: parallelworks/checkout
      with:
        repo: https://github.com/org/repo.git
        branch: v1.0.0
    - run: source workflows/hello/prepare.sh
    - uses: github/org/repo@v1.0.0
      with:
        $yaml: tools/tool.yaml
        name: a
`;

const tool = workflowExample`
  steps:
    - run: echo "\${{ inputs.name }}" "\${{ inputs.count }}" "\${{ inputs.hint }}"
  inputs:
    name:
      type: string
    count:
      type: number
      default: 1
`;

/**
 * A workflow that calls another of its repository, with the argument `name`; the other one reads `count` and
 * `hint` too. `lines` says what stands in place of lines of the caller.
 */
export function callExample(lines: { readonly [line: string]: string } = {}): {
  readonly [path: string]: string;
} {
  return {
    'workflows/hello/workflow.yaml': changedLines(workflow, lines),
    'workflows/hello/prepare.sh': dedent`echo prepare`,
    'tools/tool.yaml': tool,
  };
}
