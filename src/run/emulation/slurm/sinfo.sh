#!/bin/bash
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
printf 'PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\nmain*        up   infinite      1   idle %s\n' "$PW_CHECK_NODE"
