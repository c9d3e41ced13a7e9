import { repositoryUses } from '../../analysis/repository-uses.ts';
import { sessionPattern, stepsOf } from '../../analysis/session-pattern.ts';
import { stepHost } from '../../analysis/step-host.ts';
import { waitsForService } from '../../analysis/waiting-steps.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

// Blocks that reach the resource by themselves.
const reaching = /\b(ssh|scp|rsync|sftp)\b/;

/** A step works on the user workspace with files that are on the cluster. */
export const stepOnWorkspace = defineRule({
  meta: {
    id: 'step-on-workspace',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    what: 'A checkout, or a step that waits for the service, runs on the user workspace, while the service runs on the resource.',
    why: 'Without `ssh` a step runs on the user workspace, whose files are not those of the cluster: the script is not found there, or the marker files never appear.',
    fix: 'Add `ssh: {remoteHost: ${{ inputs.resource.ip }}}` to the step or to its job.',
    examples: {
      bad: [
        sessionExample({
          preprocessing: `steps:
  - uses: «parallelworks/checkout»
    with:
      repo: https://github.com/org/repo.git
      branch: v1.2.0
      sparse_checkout:
        - workflows/hello
        - utils
`,
        }),
      ],
      good: [sessionExample()],
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern?.resource === undefined) return;
    const { resource, workflow, checkouts } = pattern;
    if (workflow.scripts.some((script) => reaching.test(script.shell.text.replace(/scp inputs\.sh/, ''))))
      return;
    const onResource = (each: (typeof checkouts)[number]): boolean =>
      stepHost(each.step, each.job, workflow).kind !== 'workspace';
    const scripts = context.ask(repositoryUses, file).filter((use) => use.by === 'runner');
    const help = `add "ssh: {remoteHost: \${{ inputs.${resource}.ip }}}" to the step or to its job`;
    if (scripts.length > 0 && !checkouts.some(onResource)) {
      for (const { step } of checkouts.slice(0, 1)) {
        if (step.uses === undefined) continue;
        yield {
          message: `the repository is checked out on the user workspace, but job_runner starts the script on "inputs.${resource}"`,
          at: step.uses.span,
          related: scripts.map((use) => ({ span: use.span, text: 'this file is not on the resource' })),
          help,
        };
      }
    }
    for (const each of stepsOf(workflow)) {
      const { run } = each.step;
      if (run === undefined || !waitsForService(each.step, context) || onResource(each)) continue;
      yield {
        message: `this step waits on the user workspace for a service that runs on "inputs.${resource}"`,
        at: run.text.spanOf(0, run.text.text.trimEnd().length),
        help,
      };
    }
  },
});
