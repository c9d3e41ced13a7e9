import { ownRepositories, repositoryName } from '../../analysis/workflow/own-repositories.ts';
import { dedent } from '../../base/dedent.ts';
import { movingRefs } from '../../facts/tables/branch-names.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** A branch of somebody else's repository is checked out. */
export const foreignBranchCheckout = defineRule({
  meta: {
    id: 'foreign-branch-checkout',
    group: 'security',
    severity: 'note',
    securitySeverity: 4.2,
    since: '0.1.0',
    page: {
      what: "A branch of another owner's repository is checked out, instead of a tag or commit.",
      why: 'What is checked out is run on the cluster. A change in a repository that is not yours changes every run from then on.',
      fix: 'Name a tag or commit in `branch`, which takes either.',
      examples: {
        bad: [
          {
            ...sessionExample(),
            'workflows/viewer/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - uses: parallelworks/checkout
                      with:
                        repo: https://github.com/somebody/viewer.git
                        branch: «main»
                        path: viewer
                    - run: ./viewer/run.sh
            `,
          },
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'step',
  *check({ step }, context) {
    if (step.uses?.value !== 'parallelworks/checkout') return;
    const branch = valueAt(step.with, 'branch');
    const owner = ownerOf(repositoryName(textOf(valueAt(step.with, 'repo'))));
    const own = [...context.ask(ownRepositories, context.workspace)].map(ownerOf);
    if (owner === undefined || own.length === 0 || own.includes(owner) || owner === 'parallelworks') return;
    const name = textOf(branch);
    if (branch === undefined || name === undefined || !movingRefs.has(name.toLowerCase())) return;
    yield {
      message: `"${name}" of a repository of "${owner}" may change at any time, and is run on the cluster`,
      at: branch.span,
      help: 'name a tag or a commit: "branch" takes either',
    };
  },
});

function ownerOf(repository: string | undefined): string | undefined {
  return repository?.split('/')[0];
}
