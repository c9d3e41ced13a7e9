jobid=$(qsub run.sh)
jobid=${jobid%%.*}
case "${jobid}" in
  '' | *[!0-9]*) echo "job_runner: the scheduler gave no job id" >&2; exit 1 ;;
esac
echo "jobid=${jobid}" >> "$OUTPUTS"
while state=$(qstat -f "${jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "${state}" ] && [ "${state}" != C ]; do
  sleep 0.2
done
known=$(qstat -x -f "${jobid}" 2> /dev/null | sed -n 's/.*[Ee]xit_status = *//p')
[ -z "${known}" ] || echo "exit_code=${known}" >> "$OUTPUTS"
