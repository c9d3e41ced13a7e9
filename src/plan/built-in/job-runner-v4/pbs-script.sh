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
  echo "#PBS -N ${PW_JOB_ID}"
  echo "#PBS -o ${PWD}/run.${PW_JOB_ID}.out"
  echo "#PBS -j oe"
} >> run.sh
add '#PBS -A ' "${{ inputs.pbs.account }}"
add '#PBS -q ' "${{ inputs.pbs.queue }}"
add '#PBS -l walltime=' "${{ inputs.pbs.walltime }}"
add '#PBS -l select=' "${{ inputs.pbs.select }}"
add '' "${{ inputs.pbs.scheduler_directives }}"
{
  echo "cd ${PWD}"
  cat run-template.sh
} >> run.sh
chmod +x run.sh
sed -i -e '/^#PBS.*=$/d' -e '/^#PBS.*undefined/d' -e '/^[[:space:]]*$/d' run.sh
