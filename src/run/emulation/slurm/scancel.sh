#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
for word in "$@"; do
  [[ "$word" =~ ^[0-9]+$ ]] || continue
  [ -d "$PW_CHECK_SPOOL/$word" ] || { echo "scancel: error: Kill job error on job id $word: Invalid job id specified" >&2; exit 1; }
  : > "$PW_CHECK_SPOOL/$word/cancel"
done
