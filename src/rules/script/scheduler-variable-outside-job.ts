import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { variableSources } from '../../analysis/variables/sources.ts';
import { stepHost } from '../../analysis/workflow/step-host.ts';
import { isJobScript } from '../../analysis/written/submitted-scripts.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A step that reads what only a batch job is given. */
export const schedulerVariableOutsideJob = defineRule({
  meta: {
    id: 'scheduler-variable-outside-job',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A step reads a variable that the scheduler sets inside of a batch job only.',
      why: 'The step runs on the login node, where the variable is empty: a path loses its last folder, a list of nodes has none.',
      fix: 'Read it in the script that the scheduler starts, and let that write what others need into a file.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - ssh:
                  remoteHost: \${{ inputs.resource.ip }}
                run: mkdir -p "/scratch/«$SLURM_JOB_ID»"
            `,
          },
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - ssh:
                  remoteHost: \${{ inputs.resource.ip }}
                run: |
                  first=$(head -n 1 "«\${PBS_NODEFILE}»")
                  echo "$first" > first-node
            `,
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: mkdir -p "/scratch/\${SLURM_JOB_ID:-$PW_JOB_ID}"
              - run: |
                  if [ -n "$SLURM_JOB_ID" ]; then echo "$SLURM_JOB_ID" > id; fi
              - env:
                  SLURM_JOB_ID: \${{ inputs.id }}
                run: squeue --job "$SLURM_JOB_ID"
              - run: |
                  SLURM_JOB_ID=$(cat job.id)
                  squeue --job "$SLURM_JOB_ID"
              - run: sbatch --wrap='cd /scratch/$SLURM_JOB_ID && ./solve'
            `,
          },
        ],
      },
    },
  },
  on: 'step',
  *check({ step, job, workflow }, context) {
    const script = step.run;
    if (script === undefined || !mentioned.test(script.shell.text)) return;
    if (
      stepHost(step, job, workflow).kind !== 'resource' ||
      isJobScript(script) ||
      context.ask(variableSources, script).open
    )
      return;
    const { given } = context.ask(variableSources, script);
    const others = new Map<string, boolean>();
    const isHandled = (name: string): boolean => {
      const known = others.get(name) ?? isAskedOrSet(name, script);
      others.set(name, known);
      return known;
    };
    for (const { variable = '', start, end, role, exposes } of context.ask(shellOccurrences, script)) {
      if (!schedulerVariable.test(variable) || given.has(variable) || !exposes) continue;
      // what is written into another script is told as that
      if (role === 'here-doc' || role === 'test' || isHandled(variable)) continue;
      if (/^\$\{\w+:?[-=?+]/.test(script.shell.text.slice(start, end))) continue;
      yield {
        message: `"${variable}" is set inside of a batch job only, and this step runs on the login node`,
        at: script.text.spanOf(start, end),
        fault: variable,
        help: 'read it in the script that the scheduler starts',
      };
    }
  },
});

const mentioned = /\b(SLURM|PBS)/;
/** Variables of a job (sbatch(1), qsub(1B)); those that a user may set for `sbatch` and `srun` are not among them. */
const schedulerVariable =
  /^(SLURM_(JOB_?ID|JOB_NODELIST|NODELIST|JOB_NAME|JOB_NUM_NODES|NNODES|NTASKS|PROCID|LOCALID|NODEID|SUBMIT_DIR|SUBMIT_HOST|CPUS_ON_NODE|JOB_PARTITION|ARRAY_TASK_ID)|SLURMD_NODENAME|PBS_(JOBID|NODEFILE|O_WORKDIR|O_HOST|JOBNAME|ARRAY_INDEX))$/;

/** Whether a script asks for a variable, sets it, or gets it from an allocation that it makes. */
function isAskedOrSet(name: string, { shell: { text } }: Script): boolean {
  const escaped = escapePattern(name);
  return new RegExp(
    `-[nzvdfer]\\s+["']?\\$?\\{?${escaped}\\b|\\b${escaped}=|\\b(read|export)\\b[^\\n]*\\b${escaped}\\b|\\bsalloc\\b|\\$\\{${escaped}:?[-+=?]`,
  ).test(text);
}
