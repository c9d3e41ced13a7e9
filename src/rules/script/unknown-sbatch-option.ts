import { refusedOptions } from '../../analysis/workflow/sbatch-options.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A `#SBATCH` line with an option that is nearly one of `sbatch`. */
export const unknownSbatchOption = defineRule({
  meta: {
    id: 'unknown-sbatch-option',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A `#SBATCH` line has an option that `sbatch` does not have, and that is nearly one of its own.',
      why: '`sbatch` says "unrecognized option" and submits nothing.',
      fix: 'Write the name of the option, as `sbatch --help` prints it.',
      examples: {
        bad: [
          toolExample`
            #SBATCH --job-name=solve
            #SBATCH «--cpu-per-task»=8
            srun ./solve
          `,
          toolExample`
            #SBATCH --nodes=1 «--task-per-node»=2
            srun ./solve
          `,
          toolExample`
            #SBATCH «--gpu»=1
            srun ./solve
          `,
          toolExample`
            cat > job.sbatch <<EOF
            #!/bin/bash
            #SBATCH «--walltime»=01:00:00
            srun ./solve
            EOF
            sbatch job.sbatch
          `,
          toolExample`
            echo "#SBATCH «--partion»=$1" >> job.sbatch
          `,
        ],
        good: [
          toolExample`
            #SBATCH --cpus-per-task=8 --mem-per-cpu 2G
            #SBATCH --part=gpu --gres gpu:1 --tasks-per-node 2
            #SBATCH -J solve -N 1 -n 4
            #SBATCH --container-image=tools.sqsh --container-mounts=/data:/data
            ##SBATCH --walltime=01:00:00
            # SBATCH --gpu=1
            # was: #SBATCH --walltime=01:00:00
            srun --cpu-bind=cores ./solve
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }) {
    // what is written by a script stands in that script, too
    if (script.role !== 'written') yield* refusedOptions(script.shell);
  },
});
