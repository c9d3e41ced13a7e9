#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
while [ $# -gt 0 ]; do
  case "$1" in
    -[BbcDEeFIiJLlmOopQRSWw]) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
host=${1-}
host=${host#*@}
shift
if [[ " ${PW_CHECK_HOSTS[*]} " != *" $host "* && "$host" != "$PW_CHECK_NODE"-[0-9]* ]]; then
  echo "refused ssh $host" >> "$PW_CHECK_REQUESTS"
  echo "ssh: host '$host' does not exist in a local run" >&2
  exit 255
fi
[ $# -gt 0 ] || exit 0
cd "$HOME" || exit 255
export BASH_ENV=$PW_CHECK_BIN/trace.sh
exec bash -c "$*"
