import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { hasUnknownNeeds, jobsBefore } from '../../analysis/workflow/job-order.ts';
import {
  filesMade,
  foldersMade,
  isMoved,
  isSameHost,
  nameInRunDirectory,
  type StepPlace,
} from '../../analysis/workflow/made-files.ts';
import { stepHost } from '../../analysis/workflow/step-host.ts';
import { dedent } from '../../base/dedent.ts';
import { coordinationFiles } from '../../facts/tables/coordination-files.ts';
import type { Job, Workflow } from '../../model/workflow.ts';
import { filePath, type Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { pairOf, textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const jobs = (needs: string, use: string, write = 'hostname > nodes.txt') => workflowExample`
  jobs:
    prepare:
      ssh:
        remoteHost: \${{ inputs.resource.ip }}
      steps:
        - run: ${write}
    use:
      ${needs}
        remoteHost: \${{ inputs.resource.ip }}
      steps:
        ${use}
  inputs:
    resource:
      type: compute-clusters
`;

const runner = (path: string) => dedent`
  - uses: marketplace/job_runner/v4.0
    early-cancel: any-job-failed
    with:
      resource: \${{ inputs.resource }}
      rundir: \${PW_PARENT_JOB_DIR}
      use_existing_script: true
      script_path: ${path}
`;

/** A job uses a file that a job beside it writes. */
export const fileOfUnawaitedJob = defineRule({
  meta: {
    id: 'file-of-unawaited-job',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A job reads or runs a file that another job writes, and does not wait for that job.',
      why: 'Both jobs start together: the file is not there yet, or half written.',
      fix: 'Name the other job in the `needs` of this one.',
      examples: {
        bad: [
          jobs('ssh:', '- run: host=$(cat «nodes.txt»); ping -c 1 "$host"'),
          jobs('ssh:', runner('«${PW_PARENT_JOB_DIR}/start.sh»'), 'echo "hostname" > start.sh'),
          jobs('ssh:', '- run: bash «tools/check.sh»', 'git clone https://github.com/example-lab/tools.git'),
        ],
        good: [
          jobs('needs: [prepare]\nssh:', '- run: host=$(cat nodes.txt); ping -c 1 "$host"'),
          jobs(
            'ssh:',
            '- run: until [ -s nodes.txt ]; do sleep 1; done; host=$(cat nodes.txt); ping -c 1 "$host"',
          ),
          jobs('ssh:', '- run: host=$(cat nodes.txt 2> /dev/null || hostname); ping -c 1 "$host"'),
          jobs('ssh:', '- run: hostname > nodes.txt; host=$(cat nodes.txt); ping -c 1 "$host"'),
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const made = workflow.jobs.flatMap((job) =>
      job.steps.flatMap((step): readonly MadeFile[] => {
        if (isMoved(step, job)) return [];
        const names = [...filesMade(step, context), ...foldersMade(step, context).map((name) => `${name}/`)];
        return names.map((name) => ({ name, step, job }));
      }),
    );
    const makersOf = new Map<string, MadeFile[]>();
    for (const one of made) makersOf.set(one.name, [...(makersOf.get(one.name) ?? []), one]);
    for (const job of workflow.jobs) {
      if (makersOf.size === 0 || hasUnknownNeeds(job, workflow)) continue;
      const before = jobsBefore(job, workflow);
      for (const use of firstUses(job, context)) {
        const makers = makersOf.get(use.name) ?? [];
        const [maker] = makers;
        if (maker === undefined || context.workspace.files.kindOf(filePath(use.name)) !== 'missing') continue;
        if (makers.some((one) => one.job === job || before.has(one.job.id.value))) continue;
        if (jobsBefore(maker.job, workflow).has(job.id.value) || !isThere(maker, use, workflow)) continue;
        yield {
          message: `"${use.text}" is made by job "${maker.job.id.value}", for which this job does not wait`,
          at: use.at,
          related: [{ span: maker.job.id.span, text: 'this job makes it' }],
          help: `add "${maker.job.id.value}" to the needs of "${job.id.value}"`,
        };
        break;
      }
    }
  },
});

interface MadeFile extends StepPlace {
  readonly name: string;
}

interface UsedFile extends StepPlace {
  /** A file, or a folder with a "/" behind it. */
  readonly name: string;
  readonly text: string;
  readonly at: Span;
}

/** Whether what one step makes is where another one looks for it. */
function isThere(maker: MadeFile, use: UsedFile, workflow: Workflow): boolean {
  if (use.step.run !== undefined) return isSameHost(maker, use, workflow);
  return stepHost(maker.step, maker.job, workflow).kind === 'resource';
}

/** What the steps of a job use before anything in it waits. */
function* firstUses(job: Job, context: AnalysisContext): Generator<UsedFile> {
  let before = '';
  for (const step of job.steps) {
    if (pairOf(step.node, 'retry') !== undefined || isMoved(step, job)) return;
    if (step.uses !== undefined) {
      yield* scriptOf({ step, job }, before);
      // what is called may wait, and a checkout may bring the file
      if (step.uses.value !== 'parallelworks/update-session') return;
    }
    if (step.run === undefined) continue;
    for (const command of context.ask(shellCommands, step.run).commands) {
      if (mayWait(command)) return;
      yield* filesUsed(command, { step, job }, before);
      // what is sourced or started may wait for the rest
      if (/^(?:source|\.|bash|sh)$/.test(command.program ?? '')) return;
    }
    before += step.run.shell.text;
  }
}

/** The script that a runner is given. */
function* scriptOf({ step, job }: StepPlace, before: string): Generator<UsedFile> {
  const path = valueAt(step.with, 'script_path');
  const text = textOf(path);
  if (
    path === undefined ||
    text === undefined ||
    textOf(valueAt(step.with, 'use_existing_script')) === 'false'
  )
    return;
  const name = nameInRunDirectory(text.trim());
  if (!name.includes('/') && !name.includes('${{') && !before.includes(name))
    yield { name, text, at: path.span, step, job };
}

const mayWait = ({ program, inLoop, inCondition, conditional }: ShellCommand): boolean =>
  inLoop ||
  inCondition ||
  conditional ||
  /^(?:cd|pushd|sleep|timeout|\[|\[\[|test)$|wait/.test(program ?? '');

/** The files that a command starts, sources or reads, where it does nothing about their not being there. */
function* filesUsed(command: ShellCommand, { step, job }: StepPlace, before: string): Generator<UsedFile> {
  const { program, name, words, node, redirections } = command;
  if (step.run === undefined || redirections.some((one) => one.operator.startsWith('2'))) return;
  const { text } = step.run.shell;
  const lineEnd = text.indexOf('\n', node.end);
  if (/\|\||2>/.test(text.slice(node.pos, lineEnd === -1 ? undefined : lineEnd))) return;
  const isReader = /^(?:bash|sh|source|\.|cat|head|sbatch|qsub|python3?)$/.test(program ?? '');
  const operand = isReader ? words.find((word) => !word.text.startsWith('-')) : undefined;
  const started = /^["']?(?:\.|\$\{?PW_PARENT_JOB_DIR\}?)\//.test(name?.text ?? '') ? name : undefined;
  for (const word of [operand, started]) {
    if (word === undefined) continue;
    const used = nameOf(word);
    if (used === undefined || coordinationFiles.some((file) => file.name === used)) continue;
    // the job may bring it itself
    if (`${before}${text.slice(0, node.pos)}`.includes(used.replace('/', ''))) continue;
    yield {
      name: used,
      text: nameInRunDirectory(word.text),
      at: step.run.text.spanOf(word.pos, word.end),
      step,
      job,
    };
  }
}

/** A file of the run's directory, or the folder that it is in. */
function nameOf(word: Word): string | undefined {
  const name = nameInRunDirectory(word.text);
  if (!/^(?:[\w.-]|\$\{?PW_\w+\}?)+(?:\/[\w./-]*)?$/.test(name)) return undefined;
  return name.includes('/') ? `${name.split('/')[0]}/` : name;
}
