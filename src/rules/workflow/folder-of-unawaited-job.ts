import type { AnalysisContext } from '../../analysis/analysis.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { hasUnknownNeeds, jobsBefore } from '../../analysis/workflow/job-order.ts';
import { foldersMade, isMoved, isSameHost } from '../../analysis/workflow/made-files.ts';
import type { Step } from '../../model/workflow.ts';
import { filePath } from '../../source/span.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const jobs = (head: string, use: string) => workflowExample`
  jobs:
    clone:
      ssh:
        remoteHost: \${{ inputs.resource.ip }}
      steps:
        - run: git clone https://github.com/example-lab/toolbox.git
    use:
      ${head}
        remoteHost: \${{ inputs.resource.ip }}
      steps:
        - run: |
            set -e
            ${use}
            ./configure
  inputs:
    resource:
      type: compute-clusters
`;

/** A job goes into a folder that a job beside it makes. */
export const folderOfUnawaitedJob = defineRule({
  meta: {
    id: 'folder-of-unawaited-job',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A job goes into a folder that another job makes, and does not wait for that job.',
      why: 'Both jobs start together: the folder is not there yet, or half full.',
      fix: 'Name the other job in the `needs` of this one.',
      examples: {
        bad: [jobs('ssh:', 'cd «toolbox»'), jobs('ssh:', 'cd «"${PW_PARENT_JOB_DIR}/toolbox"»')],
        good: [
          jobs('needs: [clone]\nssh:', 'cd toolbox'),
          jobs('ssh:', 'until [ -d toolbox ]; do sleep 2; done\n            cd toolbox'),
          jobs('ssh:', 'mkdir -p toolbox\n            cd toolbox'),
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const made = workflow.jobs.flatMap((job) =>
      job.steps.flatMap((step) => foldersMade(step, context).map((name) => ({ name, step, job }))),
    );
    for (const job of workflow.jobs) {
      const before = jobsBefore(job, workflow);
      const [step] = job.steps;
      if (step?.run === undefined || hasUnknownNeeds(job, workflow) || isMoved(step, job)) continue;
      const enters = folderEntered(step, context);
      if (enters === undefined || context.workspace.files.kindOf(filePath(enters.name)) !== 'missing')
        continue;
      const makers = made.filter(({ name }) => name === enters.name);
      const [maker] = makers;
      if (maker === undefined || makers.some((one) => one.job === job || before.has(one.job.id.value)))
        continue;
      if (jobsBefore(maker.job, workflow).has(job.id.value) || !isSameHost(maker, { step, job }, workflow))
        continue;
      yield {
        message: `"${enters.name}" is made by job "${maker.job.id.value}", for which this job does not wait`,
        at: step.run.text.spanOf(enters.start, enters.end),
        related: [{ span: maker.job.id.span, text: 'this job makes it' }],
        help: `write "needs: [${maker.job.id.value}]"`,
      };
    }
  },
});

/** The folder into which a step goes first, before it makes, brings or waits for anything. */
function folderEntered(
  { run }: Step,
  context: AnalysisContext,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  if (run === undefined) return undefined;
  for (const { program, words, conditional, inLoop, inCondition } of context.ask(shellCommands, run)
    .commands) {
    if (inLoop || inCondition || conditional) return undefined;
    if (/^(set|echo|printf|export|date|hostname|whoami|module|source|\.)$/.test(program ?? '')) continue;
    const [word] = words;
    if (program !== 'cd' || word === undefined) return undefined;
    const text = word.text.replace(/^(["'])(.*)\1$/, '$2').replace(/^(\.|\$\{?PW_PARENT_JOB_DIR\}?)\//, '');
    const name = /^[\w-][\w.-]*(?=\/|$)/.exec(text)?.[0];
    return name === undefined ? undefined : { name, start: word.pos, end: word.end };
  }
  return undefined;
}
