answer=$(qsub run.sh 2>&1) || { echo "job_runner: qsub failed: ${answer}" >&2; exit 1; }
jobid=${answer%%.*}
case "${jobid}" in
  '' | *[!0-9]*) echo "job_runner: qsub gave no job id: ${answer}" >&2; exit 1 ;;
esac
echo "jobid=${jobid}" >> "$OUTPUTS"
echo "${jobid}" > jobid
while :; do
  sleep 0.2
  state=$(qstat -f "${jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p')
  case "${state}" in
    C | E | F | '') break ;;
  esac
done
status=$(qstat -f "${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
known=$(qstat -x -f "${jobid}" 2> /dev/null | sed -n 's/.*[Ee]xit_status = *//p')
[ -z "${known}" ] || echo "exit_code=${known}" >> "$OUTPUTS"
touch job.ended
case "${status}" in
  '' | 0 | 271 | -11 | -12) exit 0 ;;
  *) echo "job_runner: the job ended with status ${status}" >&2; exit 1 ;;
esac
