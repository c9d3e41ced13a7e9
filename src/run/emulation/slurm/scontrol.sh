#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
words=()
for word in "$@"; do case "$word" in -*) ;; *) words+=("$word") ;; esac; done
case "${words[0]-} ${words[1]-}" in
  'show job')
    job=$PW_CHECK_SPOOL/${words[2]-}
    [ -f "$job/state" ] || { echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1; }
    echo "JobId=${words[2]} JobName=$(< "$job/name") JobState=$(< "$job/state") ExitCode=$(cat "$job/exit" 2> /dev/null || echo 0):0 NodeList=$PW_CHECK_NODE"
    ;;
  'show hostname' | 'show hostnames') echo "${words[2]:-$PW_CHECK_NODE}" ;;
  *) echo "scontrol: $* is not emulated" >&2; exit 1 ;;
esac
