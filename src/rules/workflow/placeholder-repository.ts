import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import type { Step } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** The address of a repository is still that of a template. */
export const placeholderRepository = defineRule({
  meta: {
    id: 'placeholder-repository',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A repository is named by the placeholder of a template, as in `your-org/your-repo`.',
      why: 'There is no such repository: the checkout fails, and with it every run.',
      fix: "Put the owner and name of the workflow's own repository in its place.",
      examples: {
        bad: [
          sessionExample({
            preprocessing: {
              'repo: https://github.com/org/repo.git': 'repo: https://github.com/«your-org/your-repo».git',
            },
          }),
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/«<owner>/<repo>»
                branch: main
          `,
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: git@github.com:«YOUR_USERNAME/workflows».git
                branch: v1.0
          `,
          stepsExample`
            - uses: github/«your-organization/workflows»@v1.2.0
              with:
                $yaml: shared/wait.yaml
          `,
        ],
        good: [
          sessionExample(),
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/yourlab-hpc/repo.git
                branch: v1.0
          `,
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: \${{ inputs.repo }}
                branch: v1.0
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }, context) {
    const found = namedRepository(step);
    if (found === undefined || !isPlaceholder(found.name)) return;
    const own = context.workspace.files.origin?.names[0];
    yield {
      message: `"${found.name}" is the placeholder of a template: there is no such repository`,
      at: found.at,
      help:
        own === undefined
          ? "put the owner and name of the workflow's own repository in its place"
          : `put the workflow's own repository in its place: the origin here is "${own}"`,
    };
  },
});

interface NamedRepository {
  readonly name: string;
  readonly at: Span;
}

/** The repository that a step checks out or calls a workflow of. */
function namedRepository({ uses, with: given }: Step): NamedRepository | undefined {
  if (uses === undefined) return undefined;
  if (uses.value === 'parallelworks/checkout') {
    const repo = valueAt(given, 'repo');
    const text = repo?.kind === 'scalar' ? repo.text : undefined;
    const match = /^\s*(?:https?:\/\/[^/]+\/|git@[^:]+:)(.+?)(?:\.git)?\/?\s*$/d.exec(text?.text ?? '');
    const [start, end] = match?.indices?.[1] ?? [];
    if (text === undefined || start === undefined || end === undefined) return undefined;
    return { name: text.text.slice(start, end), at: text.spanOf(start, end) };
  }
  const reference = usesReference(uses.value);
  if (reference.kind !== 'github' && reference.kind !== 'gitlab') return undefined;
  const start = uses.span.start + uses.value.indexOf(reference.repository);
  return {
    name: reference.repository,
    at: { ...uses.span, start, end: start + reference.repository.length },
  };
}

/** Whether an owner or a repository has a name that only templates give. */
function isPlaceholder(name: string): boolean {
  return name.split('/').some((part) => part.length > 2 && placeholder.test(part));
}

const placeholder =
  /^(?:<[^<>$]+>|your[-_]?(?:github[-_]?)?(?:org(?:ani[sz]ation)?|user(?:[-_]?name)?|name|account|repo(?:sitory)?|company|team)(?:[-_]?name)?|YOUR[-_](?:ORG(?:ANI[SZ]ATION)?|USER(?:[-_]?NAME)?|NAME|ACCOUNT|REPO(?:SITORY)?|COMPANY|TEAM)|OWNER|ORG|REPO)$/;
