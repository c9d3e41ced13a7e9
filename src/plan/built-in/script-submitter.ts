import type { Span } from '../../source/span.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, groupOf, lacksResource, passedOr } from './called-values.ts';
import { type OwnJob, ownJob, serviceStep } from './step-builder.ts';

const pollSeconds = '0.2';

/** `marketplace/script_submitter/v3.6`: starts the script detached and never sees its exit code. */
export function scriptSubmitter(at: Span): PlannedCall {
  return {
    runsService: true,
    missing: lacksResource,
    fill: fillForm,
    workflow: { name: 'script_submitter', env: [], jobs: jobs.map((job) => ownJob(job, at)) },
  };
}

function fillForm(passed: CalledValues): CalledValues {
  const scheduler = passedOr(passed, 'scheduler', false);
  const type = passedOr(passed, 'resource.schedulerType', '');
  const existing = passedOr(passed, 'use_existing_script', false);
  const on = (name: string): boolean => scheduler === true && type === name;
  return {
    ...passed,
    shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
    rundir: passedOr(passed, 'rundir', '${PWD}'),
    use_existing_script: existing,
    script: existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running"\n'),
    script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
    cleanup_script_path: passedOr(passed, 'cleanup_script_path', ''),
    scheduler,
    inject_markers: false,
    submit_and_exit: passedOr(passed, 'submit_and_exit', false),
    skip_cleanups_file: passedOr(passed, 'skip_cleanups_file', ''),
    slurm: {
      is_enabled: passedOr(passed, 'slurm.is_enabled', on('slurm')),
      ...groupOf(
        passed,
        'slurm',
        { partition: undefined, time: undefined, gpus: undefined, scheduler_directives: undefined },
        false,
      ),
    },
    pbs: {
      is_enabled: passedOr(passed, 'pbs.is_enabled', on('pbs')),
      ...groupOf(passed, 'pbs', { scheduler_directives: undefined }, false),
    },
  };
}

const preprocessing = `if [ "\${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "\${{ inputs.script_path }}" ]; then
    echo "script_submitter: script_path \${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cat "\${{ inputs.script_path }}" > run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
cat > headers.sh << 'END_OF_HEAD'
\${{ inputs.shebang }}
END_OF_HEAD
case "\${{ inputs.slurm.is_enabled }}" in
  true)
    {
      echo "#SBATCH --job-name=\${PW_JOB_ID}"
      echo "#SBATCH --chdir=\${PWD}"
      echo "#SBATCH -o \${PWD}/run.\${PW_JOB_ID}.out"
      echo "#SBATCH -e \${PWD}/run.\${PW_JOB_ID}.out"
      case "\${{ inputs.slurm.partition }}" in '' | undefined) ;; *) echo "#SBATCH --partition=\${{ inputs.slurm.partition }}" ;; esac
      case "\${{ inputs.slurm.time }}" in undefined) ;; *) echo "#SBATCH --time=\${{ inputs.slurm.time }}" ;; esac
      case "\${{ inputs.slurm.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\\n' "\${{ inputs.slurm.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
case "\${{ inputs.pbs.is_enabled }}" in
  true)
    {
      echo "#PBS -N \${PW_JOB_ID}"
      echo "#PBS -o \${PWD}/run.\${PW_JOB_ID}.out"
      echo '#PBS -j oe'
      case "\${{ inputs.pbs.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\\n' "\${{ inputs.pbs.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
{
  cat headers.sh
  echo "cd \${PWD}"
  cat run-template.sh
} > run.sh
chmod +x run.sh
`;

/** The clean-up that every kind of run shares: nothing when the service is to stay, else the user's script. */
const cleanupWith = (cancel: string): string => `skip="\${{ inputs.skip_cleanups_file }}"
if [ -n "$skip" ] && [ -f "$skip" ]; then exit 0; fi
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
${cancel}script="\${{ inputs.cleanup_script_path }}"
if [ -n "$script" ] && [ "$script" != undefined ] && [ -f "$script" ]; then
  timeout 300 bash "$script"
fi
`;

const detached = `nohup setsid ./run.sh > "run.\${PW_JOB_ID}.out" 2>&1 &
pid=$!
echo "$pid" > "run.\${PW_JOB_ID}.pid"
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while kill -0 "$pid" 2> /dev/null; do sleep ${pollSeconds}; done
`;

const slurm = `answer=$(sbatch run.sh) || exit 1
jobid=\${answer##*[!0-9]}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while [ -n "$(squeue --noheader --jobs="$jobid" 2> /dev/null)" ]; do sleep ${pollSeconds}; done
known=$(scontrol -o show job "$jobid" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$known" ] || echo "exit_code=$known" >> "$OUTPUTS"
exit 0
`;

const pbs = `answer=$(qsub run.sh) || exit 1
jobid=\${answer%%.*}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while state=$(qstat -f "$jobid" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "$state" ] && [ "$state" != C ]; do sleep ${pollSeconds}; done
exit 0
`;

const jobs: readonly OwnJob[] = [
  { id: 'stream_output', steps: [{ name: 'Stream Output', action: { kind: 'stream-output' } }] },
  { id: 'preprocessing', steps: [{ name: 'Create Script', action: preprocessing }] },
  {
    id: 'ssh_job',
    needs: ['preprocessing'],
    condition: '${{ inputs.slurm.is_enabled != true && inputs.pbs.is_enabled != true }}',
    steps: [
      {
        name: 'Run Script',
        id: serviceStep,
        action: detached,
        cleanup: cleanupWith(
          'pid=$(cat "run.${PW_JOB_ID}.pid" 2> /dev/null)\n[ -z "$pid" ] || kill -- "-$pid" 2> /dev/null || kill "$pid" 2> /dev/null\n',
        ),
      },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['preprocessing'],
    condition: '${{ inputs.slurm.is_enabled == true }}',
    steps: [
      {
        name: 'Submit SLURM Job',
        id: serviceStep,
        action: slurm,
        cleanup: cleanupWith('[ ! -f jobid ] || scancel "$(cat jobid)"\n'),
      },
    ],
  },
  {
    id: 'pbs_job',
    needs: ['preprocessing'],
    condition: '${{ inputs.pbs.is_enabled == true }}',
    steps: [
      {
        name: 'Submit PBS Job',
        id: serviceStep,
        action: pbs,
        cleanup: cleanupWith('[ ! -f jobid ] || qdel "$(cat jobid)"\n'),
      },
    ],
  },
];
