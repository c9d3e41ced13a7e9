#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
# shellcheck source-path=SCRIPTDIR source=../commands/submit.sh
. "${BASH_SOURCE[0]%/*}/submit.sh"
name='' cwd=$PWD out=slurm-%j.out err='' limit='' passes=ALL nodes=1 wrap='' script='' parsable='' held=''
known=' account acctg-freq array batch begin bell clusters comment constraint contiguous core-spec cores-per-socket cpu-freq cpus-per-gpu cpus-per-task deadline delay-boot dependency distribution exclude exclusive export export-file extra-node-info get-user-env gpu-bind gpu-freq gpus gpus-per-node gpus-per-socket gpus-per-task gres gres-flags hint hold ignore-pbs immediate input job-name kill-on-invalid-dep licenses mail-type mail-user mem mem-bind mem-per-cpu mem-per-gpu mincpus network nice no-kill no-requeue nodefile nodelist nodes ntasks ntasks-per-core ntasks-per-gpu ntasks-per-node ntasks-per-socket open-mode output overcommit oversubscribe partition power prefer priority profile propagate qos quiet reboot requeue reservation signal sockets-per-node spread-job switches test-only thread-spec threads-per-core time time-min tmp tres-per-task uid use-min-nodes verbose wait wait-all-nodes wckey wrap parsable chdir error '
flags=' contiguous exclusive hold ignore-pbs immediate no-kill no-requeue oversubscribe overcommit parsable quiet reboot requeue spread-job test-only use-min-nodes verbose wait '
fail() { echo "sbatch: error: $*" >&2; exit 1; }
take() {
  case "$1" in
    job-name) name=$2 ;;
    chdir) cwd=$2 ;;
    output) out=$2 ;;
    error) err=$2 ;;
    time)
      [[ "$2" =~ ^([0-9]+-)?[0-9]+(:[0-9]+){0,2}$ || "$2" == UNLIMITED ]] || fail "Invalid --time specification"
      limit=$2
      ;;
    export) passes=$2 ;;
    nodes)
      [[ "$2" =~ ^([1-9][0-9]{0,2})(-[0-9]+)?$ ]] || fail "invalid number of nodes (-N $2)"
      nodes=${BASH_REMATCH[1]}
      ;;
    wrap) wrap=$2 ;;
    parsable) parsable=1 ;;
    hold) held=1 ;;
  esac
}
declare -A short=([A]=account [a]=array [b]=begin [C]=constraint [c]=cpus-per-task [D]=chdir [d]=dependency [e]=error [F]=nodefile [G]=gpus [H]=hold [i]=input [J]=job-name [k]=no-kill [L]=licenses [M]=clusters [m]=distribution [N]=nodes [n]=ntasks [O]=overcommit [o]=output [p]=partition [q]=qos [Q]=quiet [S]=core-spec [s]=oversubscribe [t]=time [v]=verbose [W]=wait [w]=nodelist [x]=exclude)
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*)
        key=${1%%=*}; key=${key#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        take "$key" "${1#*=}"
        ;;
      --*)
        key=${1#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1; else take "$key" "${2-}"; shift; fi
        ;;
      -?*)
        letter=${1:1:1}
        key=${short[$letter]-}
        [ -n "$key" ] || fail "invalid option -- '$letter'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1
        elif [ ${#1} -gt 2 ]; then take "$key" "${1:2}"
        else take "$key" "${2-}"; shift; fi
        ;;
      *)
        if [ -n "$1" ] && [ -z "$script" ]; then script=$1; fi
        return
        ;;
    esac
    shift
  done
}
words=("$@")
for word in "$@"; do
  case "$word" in -*) ;; *) [ -f "$word" ] && { file=$word; break; } ;; esac
done
if [ -n "${file-}" ]; then
  read -r first < "$file"
  [[ "$first" == '#!'* ]] || fail "This does not look like a batch script.  The first line must start with #! followed by the path to an interpreter."
  while IFS= read -r line; do
    case "$line" in
      '#SBATCH '*) declare -a given; eval "given=(${line#\#SBATCH })" 2> /dev/null; options "${given[@]}" ;;
      '#'* | '') ;;
      *) break ;;
    esac
  done < "$file"
fi
options "${words[@]}"
script=${file-}
if [ -n "$wrap" ]; then
  script=$(mktemp)
  printf '#!/bin/sh\n%s\n' "$wrap" > "$script"
fi
[ -n "$script" ] || fail "Unable to open file ${words[*]}"
[ -n "$name" ] || name=${script##*/}
submit sbatch
[ -z "$held" ] || : > "$job/held"
if [ -n "$parsable" ]; then echo "$id"; else echo "Submitted batch job $id"; fi
