#!/bin/bash
# Stands before a real scheduler's sbatch or qsub: notes the number of each job, so that none outlives its run.
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
export BASH_ENV=$PW_CHECK_BIN/trace.sh
answer=$("$PW_CHECK_SUBMIT" "$@")
status=$?
[ -z "$answer" ] || printf '%s\n' "$answer"
number=${answer##*job }
number=${number%%[!0-9]*}
[ -z "$number" ] || echo "$PW_CHECK_MODE $number" >> "$PW_CHECK_BATCH_JOBS"
exit $status
