#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
only='' header=1
while [ $# -gt 0 ]; do
  case "$1" in
    -j | --jobs) only=${2-}; shift ;;
    -j*) only=${1#-j} ;;
    --jobs=*) only=${1#*=} ;;
    -n | --noheader) header= ;;
  esac
  shift
done
[ -z "$header" ] || printf '%10s\n%10s\n' State ----------
[ -f "$PW_CHECK_SPOOL/$only/state" ] && printf '%10s \n' "$(< "$PW_CHECK_SPOOL/$only/state")"
exit 0
