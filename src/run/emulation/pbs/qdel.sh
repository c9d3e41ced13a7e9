#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
for word in "$@"; do
  id=${word%%.*}
  [[ "$id" =~ ^[0-9]+$ ]] || continue
  [ -d "$PW_CHECK_SPOOL/$id" ] || { echo "qdel: Unknown Job Id $word" >&2; exit 153; }
  : > "$PW_CHECK_SPOOL/$id/cancel"
done
