import { nearPlatformVariable } from '../../analysis/environment/near-platform-variable.ts';
import { setsVariable } from '../../analysis/shell/variable-texts.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { dedent } from '../../base/dedent.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A variable of the platform with a letter wrong. */
export const unknownPlatformVariable = defineRule({
  meta: {
    id: 'unknown-platform-variable',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A value reads a PW_ variable that the platform does not set and that resembles one it does.',
      why: 'The shell puts nothing in its place: paths then start at the wrong directory.',
      fix: 'Correct the name; docs/reference/environment.md lists them.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                rundir: «\${PW_PARENT_JOBDIR}»
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                rundir: \${PW_PARENT_JOB_DIR}
          `,
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                rundir: \${PW_SCRATCH_DIR}
          `,
          dedent`
            jobs:
              main:
                env:
                  PW_PARENT_DIR: a
                working-directory: \${PW_PARENT_DIR}
                steps:
                  - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'job',
  *check({ job, workflow }) {
    yield* misspeltIn(job.node, workflow);
    for (const step of job.steps) yield* misspeltIn(step.node, workflow);
  },
});

/** What scripts read is looked at with the scripts. */
const elsewhere: ReadonlySet<string> = new Set(['steps', 'run', 'cleanup', 'name', 'script']);

function* misspeltIn(node: YamlNode | undefined, workflow: Workflow): Generator<Finding> {
  if (node === undefined) return;
  switch (node.kind) {
    case 'map':
      for (const pair of node.pairs) {
        if (!elsewhere.has(keyName(pair))) yield* misspeltIn(pair.value, workflow);
      }
      return;
    case 'sequence':
      for (const item of node.items) yield* misspeltIn(item, workflow);
      return;
    case 'scalar': {
      if (typeof node.value !== 'string' || !node.value.includes('PW_')) return;
      for (const match of node.value.matchAll(/\$\{?(PW_\w+)\}?/g)) {
        const name = match[1] ?? '';
        const near = nearPlatformVariable(name);
        if (near === undefined || isDefined(name, workflow)) continue;
        const end = match.index + match[0].length;
        yield {
          message: `the platform sets no variable "${name}"`,
          at: node.text.spanOf(match.index, end),
          ...didYouMean(undefined, near),
        };
      }
    }
  }
}

/** Whether the workflow itself gives a variable a value, or says its name anywhere in a script. */
function isDefined(name: string, workflow: Workflow): boolean {
  if (name.startsWith('PW_INPUT_')) return true;
  if (workflow.scripts.some((script) => setsVariable(script.text.text, name))) return true;
  return [
    workflow.root,
    ...workflow.jobs.flatMap((job) => [job.node, ...job.steps.map((step) => step.node)]),
  ].some((node) =>
    node?.pairs.some(
      (pair) =>
        keyName(pair) === 'env' &&
        pair.value?.kind === 'map' &&
        pair.value.pairs.some((variable) => keyName(variable) === name),
    ),
  );
}
