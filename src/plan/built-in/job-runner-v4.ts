import type { Span } from '../../source/span.ts';
import type { ExpressionValue } from '../../syntax/expression/value.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, groupOf, lacksResource, passedOr } from './called-values.ts';
import { type OwnJob, ownJob, serviceStep } from './step-builder.ts';

/** How often the emulation asks the scheduler, in seconds; the platform asks every `poll_interval`. */
const pollSeconds = '0.2';

/** `marketplace/job_runner/v4.0` as language.md 8.3 describes it; `at` is the step that calls it. */
export function jobRunnerV4(at: Span): PlannedCall {
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
  const off = (name: string): boolean => type !== name || scheduler === false;
  const group = (
    name: 'slurm' | 'pbs',
    defaults: Readonly<Record<string, ExpressionValue>>,
  ): CalledValues => ({
    is_disabled: passedOr(passed, `${name}.is_disabled`, off(name)),
    ...groupOf(passed, name, defaults, off(name)),
  });
  return {
    // What the form does not know reaches the called workflow all the same.
    ...passed,
    resource: passedOr(passed, 'resource', undefined),
    shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
    rundir: passedOr(passed, 'rundir', '${PWD}'),
    use_existing_script: existing,
    script:
      existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running in directory ${PWD}"\n'),
    script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
    scheduler,
    inject_markers: passedOr(passed, 'inject_markers', true),
    poll_interval: passedOr(passed, 'poll_interval', 15),
    slurm: group('slurm', {
      account: undefined,
      partition: undefined,
      qos: undefined,
      time: '04:00:00',
      nodes: 1,
      cpus_per_task: 4,
      gres: undefined,
      mem: undefined,
      constraint: undefined,
      array: undefined,
      scheduler_directives: undefined,
    }),
    pbs: group('pbs', {
      account: undefined,
      queue: undefined,
      select: undefined,
      walltime: '04:00:00',
      scheduler_directives: undefined,
    }),
  };
}

const template = `rm -f CANCEL_STREAMING COMPLETED HOSTNAME job.ended job.started jobid run.sh run-template.sh
if [ "\${{ inputs.scheduler }}" = true ] && [ "\${{ inputs.slurm.is_disabled }}" = true ] && [ "\${{ inputs.pbs.is_disabled }}" = true ]; then
  echo "job_runner: scheduler is true, but neither slurm nor pbs is active" >&2
  exit 1
fi
if [ "\${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "\${{ inputs.script_path }}" ]; then
    echo "job_runner: script_path \${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cp "\${{ inputs.script_path }}" service-script.tmp
else
  cat > service-script.tmp << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
{
  echo 'export PATH="$PATH:$HOME/pw"'
  if [ "\${{ inputs.inject_markers }}" = true ]; then
    echo 'touch job.started'
    echo 'hostname > HOSTNAME'
    echo 'echo "$(date) job started on $(hostname)"'
  fi
  cat service-script.tmp
} > run-template.sh
rm -f service-script.tmp
chmod +x run-template.sh
`;

const shebang = `cat > run.sh << 'END_OF_SHEBANG'
\${{ inputs.shebang }}
END_OF_SHEBANG
`;

const addDirective = `add() {
  case "$2" in
    '' | undefined) ;;
    *) printf '%s%s\\n' "$1" "$2" >> run.sh ;;
  esac
}
`;

const controller = `${shebang}echo "cd \${PWD}" >> run.sh
cat run-template.sh >> run.sh
chmod +x run.sh
./run.sh > "run.\${PW_JOB_ID}.out" 2>&1
status=$?
echo "exit_code=\${status}" >> "$OUTPUTS"
touch job.ended
exit "\${status}"
`;

const pbsScript = `${shebang}${addDirective}{
  echo "#PBS -N \${PW_JOB_ID}"
  echo "#PBS -o \${PWD}/run.\${PW_JOB_ID}.out"
  echo "#PBS -j oe"
} >> run.sh
add '#PBS -A ' "\${{ inputs.pbs.account }}"
add '#PBS -q ' "\${{ inputs.pbs.queue }}"
add '#PBS -l walltime=' "\${{ inputs.pbs.walltime }}"
add '#PBS -l select=' "\${{ inputs.pbs.select }}"
add '' "\${{ inputs.pbs.scheduler_directives }}"
{
  echo "cd \${PWD}"
  cat run-template.sh
} >> run.sh
chmod +x run.sh
sed -i -e '/^#PBS.*=$/d' -e '/^#PBS.*undefined/d' -e '/^[[:space:]]*$/d' run.sh
`;

const pbsSubmit = `answer=$(qsub run.sh 2>&1) || { echo "job_runner: qsub failed: \${answer}" >&2; exit 1; }
jobid=\${answer%%.*}
case "\${jobid}" in
  '' | *[!0-9]*) echo "job_runner: qsub gave no job id: \${answer}" >&2; exit 1 ;;
esac
echo "jobid=\${jobid}" >> "$OUTPUTS"
echo "\${jobid}" > jobid
while :; do
  sleep ${pollSeconds}
  state=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p')
  case "\${state}" in
    C | E | F | '') break ;;
  esac
done
status=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
known=$(qstat -x -f "\${jobid}" 2> /dev/null | sed -n 's/.*[Ee]xit_status = *//p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
touch job.ended
case "\${status}" in
  '' | 0 | 271 | -11 | -12) exit 0 ;;
  *) echo "job_runner: the job ended with status \${status}" >&2; exit 1 ;;
esac
`;

const slurmScript = `${shebang}${addDirective}{
  echo "#SBATCH --job-name=\${PW_JOB_ID}"
  echo "#SBATCH --chdir=\${PWD}"
  echo "#SBATCH --output=\${PWD}/run.\${PW_JOB_ID}.out"
  echo "#SBATCH --error=\${PWD}/run.\${PW_JOB_ID}.out"
} >> run.sh
add '#SBATCH --account=' "\${{ inputs.slurm.account }}"
add '#SBATCH --partition=' "\${{ inputs.slurm.partition }}"
add '#SBATCH --qos=' "\${{ inputs.slurm.qos }}"
add '#SBATCH --time=' "\${{ inputs.slurm.time }}"
add '#SBATCH --nodes=' "\${{ inputs.slurm.nodes }}"
add '#SBATCH --cpus-per-task=' "\${{ inputs.slurm.cpus_per_task }}"
add '#SBATCH --gres=' "\${{ inputs.slurm.gres }}"
add '#SBATCH --mem=' "\${{ inputs.slurm.mem }}"
add '#SBATCH --constraint=' "\${{ inputs.slurm.constraint }}"
add '#SBATCH --array=' "\${{ inputs.slurm.array }}"
add '' "\${{ inputs.slurm.scheduler_directives }}"
cat run-template.sh >> run.sh
chmod +x run.sh
sed -i -e '/^#SBATCH --[^=]*=$/d' -e '/^#SBATCH.*undefined/d' -e '/^#SBATCH.*=none$/d' -e '/^[[:space:]]*$/d' run.sh
`;

const slurmSubmit = `answer=$(sbatch run.sh 2>&1) || { echo "job_runner: sbatch failed: \${answer}" >&2; exit 1; }
jobid=\${answer##*[!0-9]}
if [ -z "\${jobid}" ]; then
  echo "job_runner: sbatch gave no job id: \${answer}" >&2
  exit 1
fi
echo "jobid=\${jobid}" >> "$OUTPUTS"
echo "\${jobid}" > jobid
while [ -n "$(squeue --noheader --jobs="\${jobid}" 2> /dev/null)" ]; do
  sleep ${pollSeconds}
done
state=$(sacct -j "\${jobid}" --format=state --noheader 2> /dev/null | head -n 1 | tr -d ' ')
known=$(scontrol -o show job "\${jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
touch job.ended
case "\${state}" in
  FAILED | NODE_FAIL | OUT_OF_MEMORY) echo "job_runner: the job ended in state \${state}" >&2; exit 1 ;;
  *) exit 0 ;;
esac
`;

/** Cancels what `jobid` names. */
const cancelBatch = (command: string): string => `if [ -f jobid ]; then
  ${command} "$(cat jobid)" 2> /dev/null
fi
`;

const jobs: readonly OwnJob[] = [
  { id: 'log', steps: [{ name: 'Job Output', action: { kind: 'stream-output' } }] },
  { id: 'create_script_template', steps: [{ name: 'Create Script Template', action: template }] },
  {
    id: 'ssh_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.scheduler == false && inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
    steps: [
      {
        name: 'Execute SSH Job',
        id: serviceStep,
        action: controller,
        // The platform's `pkill -f run.sh` is limited to the processes of this run by the run's own pkill.
        cleanup: 'pkill -f run.sh\ntouch job.ended\n',
      },
    ],
  },
  {
    id: 'pbs_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.pbs.is_disabled == false }}',
    steps: [
      { name: 'Create PBS Script', action: pbsScript },
      {
        name: 'Submit and Monitor PBS Job',
        id: serviceStep,
        action: pbsSubmit,
        cleanup: `${cancelBatch('qdel')}touch job.ended\n`,
      },
    ],
  },
  {
    id: 'slurm_job',
    needs: ['create_script_template'],
    condition: '${{ inputs.slurm.is_disabled == false }}',
    steps: [
      { name: 'Create SLURM Script', action: slurmScript },
      {
        name: 'Submit and Monitor SLURM Job',
        id: serviceStep,
        action: slurmSubmit,
        cleanup: `if [ -f jobid ]; then
  node=$(squeue --noheader --jobs="$(cat jobid)" --format=%N 2> /dev/null | head -n 1)
  if [ -n "\${node}" ]; then
    ssh "\${node}" "export PATH=\\"\\$PATH:\\$HOME/pw\\" && cd \${PWD} && bash cancel.sh" 2> /dev/null
  fi
fi
${cancelBatch('scancel')}touch job.ended
`,
      },
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
${cancelBatch('  qdel')}fi
if [ "\${{ inputs.slurm.is_disabled }}" = false ]; then
${cancelBatch('  scancel')}fi
if [ -f cancel.sh ]; then
  export PATH="$PATH:$HOME/pw"
  bash cancel.sh 2> /dev/null
fi
rm -f jobid CANCEL_STREAMING job.started HOSTNAME
`,
      },
    ],
  },
];
