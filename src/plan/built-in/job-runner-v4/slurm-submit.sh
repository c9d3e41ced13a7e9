answer=$(sbatch run.sh 2>&1) || { echo "job_runner: sbatch failed: ${answer}" >&2; exit 1; }
jobid=${answer##*[!0-9]}
if [ -z "${jobid}" ]; then
  echo "job_runner: sbatch gave no job id: ${answer}" >&2
  exit 1
fi
echo "jobid=${jobid}" >> "$OUTPUTS"
echo "${jobid}" > jobid
while [ -n "$(squeue --noheader --jobs="${jobid}" 2> /dev/null)" ]; do
  sleep 0.2
done
state=$(sacct -j "${jobid}" --format=state --noheader 2> /dev/null | head -n 1 | tr -d ' ')
known=$(scontrol -o show job "${jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\([0-9]*\):\([0-9]*\).*/\1/p')
[ -z "${known}" ] || echo "exit_code=${known}" >> "$OUTPUTS"
touch job.ended
case "${state}" in
  FAILED | NODE_FAIL | OUT_OF_MEMORY) echo "job_runner: the job ended in state ${state}" >&2; exit 1 ;;
  *) exit 0 ;;
esac
