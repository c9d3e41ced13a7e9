import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, groupOf, lacksResource, passedOr } from './called-values.ts';
import { type OwnJob, ownJob, serviceStep } from './step-builder.ts';

const pollSeconds = '0.2';

/** `marketplace/job_runner/v3.5`: no markers, no `job.ended`, the scheduler's final state is not looked at. */
export function jobRunnerV3(at: Span): PlannedCall {
  return {
    runsService: true,
    missing: lacksResource,
    fill: fillForm,
    workflow: { name: 'job_runner', env: [], jobs: jobs.map((job) => ownJob(job, at)) },
  };
}

function fillForm(passed: CalledValues): CalledValues {
  const scheduler = passedOr(passed, 'scheduler', false);
  const type = passedOr(passed, 'resource.schedulerType', '');
  const existing = passedOr(passed, 'use_existing_script', false);
  const provider = passedOr(passed, 'resource.provider', '');
  const noSlurm = (provider === 'existing' && type !== 'slurm') || scheduler === false;
  const noPbs = type !== 'pbs' || scheduler === false;
  return {
    ...passed,
    shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
    rundir: passedOr(passed, 'rundir', '${PWD}'),
    use_existing_script: existing,
    script: existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running"\n'),
    script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
    scheduler,
    inject_markers: false,
    slurm: {
      is_disabled: passedOr(passed, 'slurm.is_disabled', noSlurm),
      ...groupOf(
        passed,
        'slurm',
        { partition: undefined, time: '01:00:00', scheduler_directives: undefined },
        noSlurm,
      ),
    },
    pbs: {
      is_disabled: passedOr(passed, 'pbs.is_disabled', noPbs),
      ...groupOf(passed, 'pbs', { scheduler_directives: undefined }, noPbs),
    },
  };
}

const template = `if [ "\${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "\${{ inputs.script_path }}" ]; then
    echo "job_runner: script_path \${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cp \${{ inputs.script_path }} run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
`;

/** The head of run.sh stands in an unquoted here-document, so the shell expands what is in it. */
const withHead = (lines: string): string => `cat > run.sh << END_OF_HEAD
\${{ inputs.shebang }}
${lines}END_OF_HEAD
cat run-template.sh >> run.sh
chmod +x run.sh
`;

const pbsHead = withHead(`#PBS -N \${PW_JOB_ID}
#PBS -o \${PWD}/run.\${PW_JOB_ID}.out
#PBS -j oe
\${{ inputs.pbs.scheduler_directives }}
cd \${PWD}
`);

// The form's scheduler_directives never reach the script: the original writes a shell variable that nobody sets.
const slurmHead = `${withHead(`#SBATCH --job-name=\${PW_JOB_ID}
#SBATCH --partition=\${{ inputs.slurm.partition }}
#SBATCH --time=\${{ inputs.slurm.time }}
#SBATCH --chdir=\${PWD}
#SBATCH -o \${PWD}/run.\${PW_JOB_ID}.out
#SBATCH -e \${PWD}/run.\${PW_JOB_ID}.out
`)}sed -i -E -e '/^#SBATCH --[^=]*=([^:]*:)?(undefined)?$/d' -e '/#SBATCH.*=none$/d' -e '/#SBATCH.*=gpu:0$/d' -e '/^[[:space:]]*$/d' run.sh
`;

const number = `case "\${jobid}" in
  '' | *[!0-9]*) echo "job_runner: the scheduler gave no job id" >&2; exit 1 ;;
esac
echo "jobid=\${jobid}" >> "$OUTPUTS"
`;

const pbsSubmit = `jobid=$(qsub run.sh)
jobid=\${jobid%%.*}
${number}while state=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "\${state}" ] && [ "\${state}" != C ]; do
  sleep ${pollSeconds}
done
known=$(qstat -x -f "\${jobid}" 2> /dev/null | sed -n 's/.*[Ee]xit_status = *//p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
`;

const slurmSubmit = `answer=$(sbatch run.sh)
jobid=\${answer##*[!0-9]}
${number}while [ -n "$(squeue --noheader --jobs="\${jobid}" 2> /dev/null)" ]; do
  sleep ${pollSeconds}
done
known=$(scontrol -o show job "\${jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
`;

const jobs: readonly OwnJob[] = [
  { id: 'stream_output', steps: [{ name: 'Stream Output', action: { kind: 'stream-output' } }] },
  { id: 'create_script_template', steps: [{ name: 'Create Script Template', action: template }] },
  {
    id: 'ssh_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
    steps: [
      { name: 'Create Script', action: withHead('cd ${PWD}\n') },
      { name: 'Submit Script', id: serviceStep, action: './run.sh > "run.${PW_JOB_ID}.out" 2>&1\n' },
    ],
  },
  {
    id: 'pbs_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.pbs.is_disabled == false }}',
    steps: [
      { name: 'Create PBS Script', action: pbsHead },
      { name: 'Submit and Monitor PBS Job', id: serviceStep, action: pbsSubmit },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.slurm.is_disabled == false }}',
    steps: [
      { name: 'Create SLURM Script', action: slurmHead },
      { name: 'Submit and Monitor SLURM Job', id: serviceStep, action: slurmSubmit },
    ],
  },
  {
    id: 'cleanup',
    needs: ['ssh_job', 'pbs_job', 'slurm_job'],
    condition: '${{ always }}',
    steps: [
      {
        name: 'Cleanup',
        action: 'touch COMPLETED\n',
        cleanup: `touch CANCEL_STREAMING
if [ -f COMPLETED ]; then
  rm -f COMPLETED
  exit 0
fi
if [ "\${{ inputs.pbs.is_disabled }}" = false ]; then
  qdel "\${{ needs.pbs_job.outputs.jobid }}"
fi
if [ "\${{ inputs.slurm.is_disabled }}" = false ]; then
  scancel "\${{ needs.slurm_job.outputs.jobid }}"
fi
`,
      },
    ],
  },
];
