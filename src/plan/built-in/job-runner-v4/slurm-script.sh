cat > run.sh << 'END_OF_SHEBANG'
${{ inputs.shebang }}
END_OF_SHEBANG
add() {
  case "$2" in
    '' | undefined) ;;
    *) printf '%s%s\n' "$1" "$2" >> run.sh ;;
  esac
}
{
  echo "#SBATCH --job-name=${PW_JOB_ID}"
  echo "#SBATCH --chdir=${PWD}"
  echo "#SBATCH --output=${PWD}/run.${PW_JOB_ID}.out"
  echo "#SBATCH --error=${PWD}/run.${PW_JOB_ID}.out"
} >> run.sh
add '#SBATCH --account=' "${{ inputs.slurm.account }}"
add '#SBATCH --partition=' "${{ inputs.slurm.partition }}"
add '#SBATCH --qos=' "${{ inputs.slurm.qos }}"
add '#SBATCH --time=' "${{ inputs.slurm.time }}"
add '#SBATCH --nodes=' "${{ inputs.slurm.nodes }}"
add '#SBATCH --cpus-per-task=' "${{ inputs.slurm.cpus_per_task }}"
add '#SBATCH --gres=' "${{ inputs.slurm.gres }}"
add '#SBATCH --mem=' "${{ inputs.slurm.mem }}"
add '#SBATCH --constraint=' "${{ inputs.slurm.constraint }}"
add '#SBATCH --array=' "${{ inputs.slurm.array }}"
add '' "${{ inputs.slurm.scheduler_directives }}"
cat run-template.sh >> run.sh
chmod +x run.sh
sed -i -e '/^#SBATCH --[^=]*=$/d' -e '/^#SBATCH.*undefined/d' -e '/^#SBATCH.*=none$/d' -e '/^[[:space:]]*$/d' run.sh
