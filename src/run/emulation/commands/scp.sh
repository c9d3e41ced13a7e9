#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
paths=()
while [ $# -gt 0 ]; do
  case "$1" in
    -[cDFiJloPSX]) shift 2; continue ;;
    -*) shift; continue ;;
  esac
  path=$1
  if [[ "$path" == *:* && "${path%%:*}" != */* ]]; then
    host=${path%%:*}
    host=${host#*@}
    path=${path#*:}
    if [[ " ${PW_CHECK_HOSTS[*]} " != *" $host "* && "$host" != "$PW_CHECK_NODE"-[0-9]* ]]; then
      echo "refused scp $host" >> "$PW_CHECK_REQUESTS"
      echo "scp: host '$host' does not exist in a local run" >&2
      exit 255
    fi
    path=${path/#\~/$HOME}
    [[ "$path" == /* ]] || path=$HOME/$path
  fi
  paths+=("$path")
  shift
done
to=${paths[-1]}
unset 'paths[-1]'
status=0
for from in "${paths[@]}"; do
  target=$to
  [ -d "$to" ] && target=${to%/}/${from##*/}
  # Here the user's workspace and the resource share one job directory.
  [ "$from" -ef "$target" ] || cp -R -- "$from" "$to" || status=1
done
exit $status
