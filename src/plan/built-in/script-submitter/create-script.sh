if [ "${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "${{ inputs.script_path }}" ]; then
    echo "script_submitter: script_path ${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cat "${{ inputs.script_path }}" > run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
cat > headers.sh << 'END_OF_HEAD'
${{ inputs.shebang }}
END_OF_HEAD
case "${{ inputs.slurm.is_enabled }}" in
  true)
    {
      echo "#SBATCH --job-name=${PW_JOB_ID}"
      echo "#SBATCH --chdir=${PWD}"
      echo "#SBATCH -o ${PWD}/run.${PW_JOB_ID}.out"
      echo "#SBATCH -e ${PWD}/run.${PW_JOB_ID}.out"
      case "${{ inputs.slurm.partition }}" in '' | undefined) ;; *) echo "#SBATCH --partition=${{ inputs.slurm.partition }}" ;; esac
      case "${{ inputs.slurm.time }}" in undefined) ;; *) echo "#SBATCH --time=${{ inputs.slurm.time }}" ;; esac
      case "${{ inputs.slurm.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\n' "${{ inputs.slurm.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
case "${{ inputs.pbs.is_enabled }}" in
  true)
    {
      echo "#PBS -N ${PW_JOB_ID}"
      echo "#PBS -o ${PWD}/run.${PW_JOB_ID}.out"
      echo '#PBS -j oe'
      case "${{ inputs.pbs.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\n' "${{ inputs.pbs.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
{
  cat headers.sh
  echo "cd ${PWD}"
  cat run-template.sh
} > run.sh
chmod +x run.sh
