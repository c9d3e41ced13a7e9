answer=$(sbatch run.sh)
jobid=${answer##*[!0-9]}
case "${jobid}" in
  '' | *[!0-9]*) echo "job_runner: the scheduler gave no job id" >&2; exit 1 ;;
esac
echo "jobid=${jobid}" >> "$OUTPUTS"
while [ -n "$(squeue --noheader --jobs="${jobid}" 2> /dev/null)" ]; do
  sleep 0.2
done
known=$(scontrol -o show job "${jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\([0-9]*\):\([0-9]*\).*/\1/p')
[ -z "${known}" ] || echo "exit_code=${known}" >> "$OUTPUTS"
