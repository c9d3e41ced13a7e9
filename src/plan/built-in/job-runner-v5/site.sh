set -e
if [ -f ../WINNER ]; then exit 0; fi
win() {
  if [ "${{ inputs.execution_mode }}" = race ] && [ ! -f ../WINNER ]; then echo site_@SITE@ > ../WINNER; fi
}
if [ "${{ inputs.use_existing_script }}" = true ]; then
  [ -f "${{ inputs.script_path }}" ] || { echo "job_runner: script_path ${{ inputs.script_path }} is not a file" >&2; exit 1; }
  cp "${{ inputs.script_path }}" run-script.sh
else
  cat > run-script.sh << 'END_OF_PASSED_SCRIPT'
${{ inputs.script }}
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
if [ "${{ inputs.sites_@SITE@.scheduler }}" = true ]; then
  type="${{ inputs.sites_@SITE@.resource.schedulerType }}"
  echo '#!/bin/bash' > submit.sh
  if [ "$type" = slurm ]; then
    printf '#SBATCH %s\n' "--job-name=lb_${PW_JOB_ID}_site_@SITE@" "--output=${PWD}/run.out" "--error=${PWD}/run.out" "--chdir=${PWD}" >> submit.sh
    case "${{ inputs.sites_@SITE@.slurm.account }}" in '' | undefined) ;; *) echo "#SBATCH --account=${{ inputs.sites_@SITE@.slurm.account }}" >> submit.sh ;; esac
    case "${{ inputs.sites_@SITE@.slurm.partition }}" in '' | undefined) ;; *) echo "#SBATCH --partition=${{ inputs.sites_@SITE@.slurm.partition }}" >> submit.sh ;; esac
    case "${{ inputs.sites_@SITE@.slurm.time }}" in '' | undefined) ;; *) echo "#SBATCH --time=${{ inputs.sites_@SITE@.slurm.time }}" >> submit.sh ;; esac
    case "${{ inputs.sites_@SITE@.slurm.nodes }}" in '' | undefined) ;; *) echo "#SBATCH --nodes=${{ inputs.sites_@SITE@.slurm.nodes }}" >> submit.sh ;; esac
    cat run.sh >> submit.sh
    answer=$(sbatch submit.sh 2>&1) || { echo "job_runner: sbatch failed: $answer" >&2; exit 1; }
    jobid=${answer##*[!0-9]}
  else
    printf '#PBS %s\n' "-N lb_${PW_JOB_ID}_site_@SITE@" "-o ${PWD}/run.out" "-j oe" >> submit.sh
    case "${{ inputs.sites_@SITE@.pbs.account }}" in '' | undefined) ;; *) echo "#PBS -A ${{ inputs.sites_@SITE@.pbs.account }}" >> submit.sh ;; esac
    case "${{ inputs.sites_@SITE@.pbs.queue }}" in '' | undefined) ;; *) echo "#PBS -q ${{ inputs.sites_@SITE@.pbs.queue }}" >> submit.sh ;; esac
    case "${{ inputs.sites_@SITE@.pbs.walltime }}" in '' | undefined) ;; *) echo "#PBS -l walltime=${{ inputs.sites_@SITE@.pbs.walltime }}" >> submit.sh ;; esac
    echo "cd ${PWD}" >> submit.sh
    cat run.sh >> submit.sh
    answer=$(qsub submit.sh 2>&1) || { echo "job_runner: qsub failed: $answer" >&2; exit 1; }
    jobid=${answer%%.*}
  fi
  echo "$jobid" > jobid
  echo "jobid=$jobid" >> "$OUTPUTS"
  while :; do
    if [ -f CANCEL_REQUESTED ] || { [ -f ../WINNER ] && [ "$(cat ../WINNER)" != site_@SITE@ ]; }; then
      if [ "$type" = slurm ]; then scancel "$jobid"; else qdel "$jobid"; fi
      touch job.ended
      exit 0
    fi
    [ ! -f job.started ] || win
    if [ "$type" = slurm ]; then left=$(squeue --noheader --jobs="$jobid" 2> /dev/null); else left=$(qstat "$jobid" 2> /dev/null); fi
    [ -n "$left" ] || break
    sleep 0.2
  done
  touch job.ended
else
  touch job.started
  win
  # With set -e in force a failing script ends the step here, so nothing below runs; so it is in the original.
  ./run.sh > run.out 2>&1
  touch job.ended
fi
