#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
# The names that `n[1-3,07],other` stands for, one a line.
names() {
  local list=$1 prefix ranges range number width
  while [ -n "$list" ]; do
    if [[ "$list" =~ ^([^][,]+)\[([0-9,-]+)\](,(.*))?$ ]]; then
      prefix=${BASH_REMATCH[1]} ranges=${BASH_REMATCH[2]} list=${BASH_REMATCH[4]}
      for range in ${ranges//,/ }; do
        number=${range%-*} width=${#number}
        for ((number = 10#$number; number <= 10#${range#*-}; number++)); do
          printf '%s%0*d\n' "$prefix" "$width" "$number"
        done
      done
    else
      printf '%s\n' "${list%%,*}"
      if [[ "$list" == *,* ]]; then list=${list#*,}; else list=; fi
    fi
  done
}
words=()
for word in "$@"; do case "$word" in -*) ;; *) words+=("$word") ;; esac; done
case "${words[0]-} ${words[1]-}" in
  'show job')
    job=$PW_CHECK_SPOOL/${words[2]-}
    [ -f "$job/state" ] || { echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1; }
    echo "JobId=${words[2]} JobName=$(< "$job/name") JobState=$(< "$job/state") ExitCode=$(cat "$job/exit" 2> /dev/null || echo 0):0 NumNodes=$(< "$job/nodes") NodeList=$(cat "$job/nodelist" 2> /dev/null || echo "$PW_CHECK_NODE")"
    ;;
  'show hostname' | 'show hostnames') names "${words[2]:-${SLURM_JOB_NODELIST:-$PW_CHECK_NODE}}" ;;
  *) echo "scontrol: $* is not emulated" >&2; exit 1 ;;
esac
