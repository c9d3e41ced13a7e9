import type { Span } from '../../source/span.ts';
import { type ExpressionValue, isRecord } from '../../syntax/expression/value.ts';
import type { PlannedCall } from '../run-plan.ts';
import { type CalledValues, passedOr } from './called-values.ts';
import { type OwnJob, ownJob, ownTemplate, ownValue, serviceStep } from './step-builder.ts';

const sites = [0, 1, 2, 3, 4] as const;
const pollSeconds = '0.2';

/** `marketplace/job_runner/v5.0`: the script on several sites, each in `lb_<run>/site_<n>`; the first may win. */
export function jobRunnerV5(at: Span): PlannedCall {
  const jobs = ownJobs.map((job) => {
    const planned = ownJob(job, at);
    const site = /^site_(\d)$/.exec(job.id)?.[1];
    if (site === undefined) return { ...planned, host: undefined };
    return {
      ...planned,
      host: ownValue(`\${{ inputs.sites_${site}.resource.ip }}`),
      workingDirectory: ownTemplate(`\${{ inputs.rundir }}/lb_\${PW_JOB_ID}/site_${site}`),
    };
  });
  return {
    runsService: true,
    differs:
      'all sites are this machine, and the winner of a race is kept; the original cancels it at its next look',
    missing: () => [],
    fill: fillForm,
    workflow: { name: 'job_runner', env: [], jobs },
  };
}

function fillForm(passed: CalledValues): CalledValues {
  const existing = passedOr(passed, 'use_existing_script', false);
  const each = sites.map((site): readonly [string, ExpressionValue] => {
    const given = passedOr(passed, `sites_${site}`, {});
    const values = given !== undefined && isRecord(given) ? given : {};
    const defaults = { enabled: site === 0, name: `site-${site}`, priority: site + 1, scheduler: false };
    return [`sites_${site}`, { ...defaults, slurm: {}, pbs: {}, ...values }];
  });
  return {
    ...passed,
    execution_mode: passedOr(passed, 'execution_mode', 'race'),
    rundir: passedOr(passed, 'rundir', '${PWD}'),
    use_existing_script: existing,
    script: existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running"\n'),
    script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
    inject_markers: true,
    ...Object.fromEntries(each),
  };
}

const initialize = `set -e
directory="\${PWD}/lb_\${PW_JOB_ID}"
rm -rf "$directory"
mkdir -p "$directory"
enabled=0
site() {
  [ "$2" = true ] || return 0
  mkdir -p "$directory/site_$1"
  echo PENDING > "$directory/site_$1/status"
  echo "$3" > "$directory/site_$1/name"
  enabled=$((enabled + 1))
}
${sites.map((site) => `site ${site} "\${{ inputs.sites_${site}.enabled }}" "\${{ inputs.sites_${site}.name }}"\n`).join('')}if [ "$enabled" -eq 0 ]; then
  echo "job_runner: no site is enabled" >&2
  exit 1
fi
echo "$enabled" > "$directory/enabled_count"
`;

const directive = (letter: string, name: string, value: string): string =>
  `case "${value}" in '' | undefined) ;; *) echo "#${letter} ${name}${value}" >> submit.sh ;; esac\n`;

const batch = (site: number): string => {
  const input = (name: string): string => `\${{ inputs.sites_${site}.${name} }}`;
  return `  type="${input('resource.schedulerType')}"
  echo '#!/bin/bash' > submit.sh
  if [ "$type" = slurm ]; then
    printf '#SBATCH %s\\n' "--job-name=lb_\${PW_JOB_ID}_site_${site}" "--output=\${PWD}/run.out" "--error=\${PWD}/run.out" "--chdir=\${PWD}" >> submit.sh
    ${directive('SBATCH', '--account=', input('slurm.account'))}    ${directive('SBATCH', '--partition=', input('slurm.partition'))}    ${directive('SBATCH', '--time=', input('slurm.time'))}    ${directive('SBATCH', '--nodes=', input('slurm.nodes'))}    cat run.sh >> submit.sh
    answer=$(sbatch submit.sh 2>&1) || { echo "job_runner: sbatch failed: $answer" >&2; exit 1; }
    jobid=\${answer##*[!0-9]}
  else
    printf '#PBS %s\\n' "-N lb_\${PW_JOB_ID}_site_${site}" "-o \${PWD}/run.out" "-j oe" >> submit.sh
    ${directive('PBS', '-A ', input('pbs.account'))}    ${directive('PBS', '-q ', input('pbs.queue'))}    ${directive('PBS', '-l walltime=', input('pbs.walltime'))}    echo "cd \${PWD}" >> submit.sh
    cat run.sh >> submit.sh
    answer=$(qsub submit.sh 2>&1) || { echo "job_runner: qsub failed: $answer" >&2; exit 1; }
    jobid=\${answer%%.*}
  fi
  echo "$jobid" > jobid
  echo "jobid=$jobid" >> "$OUTPUTS"
  while :; do
    if [ -f CANCEL_REQUESTED ] || { [ -f ../WINNER ] && [ "$(cat ../WINNER)" != site_${site} ]; }; then
      if [ "$type" = slurm ]; then scancel "$jobid"; else qdel "$jobid"; fi
      touch job.ended
      exit 0
    fi
    [ ! -f job.started ] || win
    if [ "$type" = slurm ]; then left=$(squeue --noheader --jobs="$jobid" 2> /dev/null); else left=$(qstat "$jobid" 2> /dev/null); fi
    [ -n "$left" ] || break
    sleep ${pollSeconds}
  done
  touch job.ended
`;
};

const run = (site: number): string => `set -e
if [ -f ../WINNER ]; then exit 0; fi
win() {
  if [ "\${{ inputs.execution_mode }}" = race ] && [ ! -f ../WINNER ]; then echo site_${site} > ../WINNER; fi
}
if [ "\${{ inputs.use_existing_script }}" = true ]; then
  [ -f "\${{ inputs.script_path }}" ] || { echo "job_runner: script_path \${{ inputs.script_path }} is not a file" >&2; exit 1; }
  cp "\${{ inputs.script_path }}" run-script.sh
else
  cat > run-script.sh << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
{
  echo '#!/bin/bash'
  echo 'export PATH="$PATH:$HOME/pw"'
  echo 'touch job.started'
  echo 'hostname > HOSTNAME'
  cat run-script.sh
} > run.sh
chmod +x run.sh
if [ "\${{ inputs.sites_${site}.scheduler }}" = true ]; then
${batch(site)}else
  touch job.started
  win
  # With set -e in force a failing script ends the step here, so nothing below runs; so it is in the original.
  ./run.sh > run.out 2>&1
  touch job.ended
fi
`;

const cleanup = `if [ -f jobid ]; then
  if command -v scancel > /dev/null; then scancel "$(cat jobid)"; else qdel "$(cat jobid)"; fi 2> /dev/null
fi
touch job.ended
`;

const ownJobs: readonly OwnJob[] = [
  { id: 'initialize', steps: [{ name: 'Setup Coordination Directory', action: initialize }] },
  ...sites.map((site) => ({
    id: `site_${site}`,
    needs: ['initialize'],
    condition: `\${{ inputs.sites_${site}.enabled == true }}`,
    steps: [{ name: `Submit Job to Site ${site}`, id: serviceStep, action: run(site), cleanup }],
  })),
];
