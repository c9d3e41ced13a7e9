#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
header=1 only='' format=''
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --noheader) header= ;;
    --jobs=* | --job=*) only=${1#*=} ;;
    -j | --jobs | --job) only=${2-}; shift ;;
    -j*) only=${1#-j} ;;
    --format=*) format=${1#*=} ;;
    -o | --format) format=${2-}; shift ;;
    -o*) format=${1#-o} ;;
    -u | --user | -p | --partition | -t | --states | -M | -n | --name) shift ;;
  esac
  shift
done
[ -n "$header" ] && [ -z "$format" ] && printf '%18s %9s %8s %8s %2s %10s %6s %s\n' JOBID PARTITION NAME USER ST TIME NODES 'NODELIST(REASON)'
declare -A letters=([PENDING]=PD [RUNNING]=R [COMPLETING]=CG)
known=
for job in "$PW_CHECK_SPOOL"/*/; do
  id=${job%/}; id=${id##*/}
  [ -f "$job/ready" ] || continue
  if [ -n "$only" ]; then [[ ",$only," == *",$id,"* ]] || continue; known=1; fi
  state=$(< "$job/state")
  letter=${letters[$state]-}
  [ -n "$letter" ] || continue
  name=$(< "$job/name") node=
  where='(Priority)'
  [ "$letter" = PD ] || { node=$(cat "$job/nodelist" 2> /dev/null || echo "$PW_CHECK_NODE"); where=$node; }
  if [ -n "$format" ]; then
    line=$format
    line=${line//%i/$id}; line=${line//%T/$state}; line=${line//%t/$letter}; line=${line//%j/$name}
    line=${line//%N/$node}; line=${line//%u/$USER}; line=${line//%R/$where}; line=${line//%P/main}; line=${line//%M/0:01}; line=${line//%D/$(< "$job/nodes")}
    echo "$line"
  else
    printf '%18s %9s %8.8s %8.8s %2s %10s %6s %s\n' "$id" main "$name" "$USER" "$letter" 0:01 "$(< "$job/nodes")" "$where"
  fi
done
if [ -n "$only" ] && [ -z "$known" ]; then
  echo 'slurm_load_jobs error: Invalid job id specified' >&2
  exit 1
fi
exit 0
