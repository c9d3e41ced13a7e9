/** What the commands of an emulated scheduler share with the scheduler itself. */
export interface SpoolFacts {
  /** One folder for each batch job, by number. */
  readonly spool: string;
  readonly node: string;
  /** A message with which every submission is refused; absent: none is. */
  readonly refusal: string | undefined;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Puts a job into the spool; the caller has set name, cwd, out, err, limit, passes and script. */
const submit = (facts: SpoolFacts): string => `id=1
mkdir -p ${quoted(facts.spool)}
until mkdir ${quoted(facts.spool)}/"$id" 2> /dev/null; do id=$((id + 1)); done
job=${quoted(facts.spool)}/$id
cp "$script" "$job/script"
chmod +x "$job/script"
printf '%s' "$name" > "$job/name"
printf '%s' "$cwd" > "$job/cwd"
printf '%s' "\${out//%j/$id}" > "$job/out"
printf '%s' "\${err//%j/$id}" > "$job/err"
printf '%s' "$limit" > "$job/limit"
printf '%s' "$passes" > "$job/passes"
printf '%s' "$PWD" > "$job/submitted-from"
env -0 > "$job/env"
printf '%s' PENDING > "$job/state"
: > "$job/ready"
`;

const refused = (facts: SpoolFacts, command: string): string =>
  facts.refusal === undefined ? '' : `echo "${command}: error: "${quoted(facts.refusal)} >&2\nexit 1\n`;

/** \`sbatch\`, \`squeue\`, \`scancel\`, \`sacct\`, \`scontrol\` and \`sinfo\` of an emulated SLURM. */
export function slurmCommands(facts: SpoolFacts): Readonly<Record<string, string>> {
  const spool = quoted(facts.spool);
  return {
    sbatch: `#!/bin/bash
unset BASH_ENV
name= cwd=$PWD out=slurm-%j.out err= limit= passes=ALL wrap= script= parsable= held=
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
        key=\${1%%=*}; key=\${key#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        take "$key" "\${1#*=}"
        ;;
      --*)
        key=\${1#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1; else take "$key" "\${2-}"; shift; fi
        ;;
      -?*)
        letter=\${1:1:1}
        key=\${short[$letter]-}
        [ -n "$key" ] || fail "invalid option -- '$letter'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1
        elif [ \${#1} -gt 2 ]; then take "$key" "\${1:2}"
        else take "$key" "\${2-}"; shift; fi
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
if [ -n "\${file-}" ]; then
  read -r first < "$file"
  [[ "$first" == '#!'* ]] || fail "This does not look like a batch script.  The first line must start with #! followed by the path to an interpreter."
  while IFS= read -r line; do
    case "$line" in
      '#SBATCH '*) declare -a given; eval "given=(\${line#\\#SBATCH })" 2> /dev/null; options "\${given[@]}" ;;
      '#'* | '') ;;
      *) break ;;
    esac
  done < "$file"
fi
options "\${words[@]}"
script=\${file-}
if [ -n "$wrap" ]; then
  script=$(mktemp)
  printf '#!/bin/sh\\n%s\\n' "$wrap" > "$script"
fi
[ -n "$script" ] || fail "Unable to open file \${words[*]}"
[ -n "$name" ] || name=\${script##*/}
${refused(facts, 'sbatch')}${submit(facts)}[ -z "$held" ] || : > "$job/held"
if [ -n "$parsable" ]; then echo "$id"; else echo "Submitted batch job $id"; fi
`,
    squeue: `#!/bin/bash
unset BASH_ENV
header=1 only= format= user=
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --noheader) header= ;;
    --jobs=* | --job=*) only=\${1#*=} ;;
    -j | --jobs | --job) only=\${2-}; shift ;;
    -j*) only=\${1#-j} ;;
    --format=*) format=\${1#*=} ;;
    -o | --format) format=\${2-}; shift ;;
    -o*) format=\${1#-o} ;;
    -u | --user | -p | --partition | -t | --states | -M | -n | --name) shift ;;
  esac
  shift
done
[ -n "$header" ] && [ -z "$format" ] && printf '%18s %9s %8s %8s %2s %10s %6s %s\\n' JOBID PARTITION NAME USER ST TIME NODES 'NODELIST(REASON)'
declare -A letters=([PENDING]=PD [RUNNING]=R [COMPLETING]=CG)
known=
for job in ${spool}/*/; do
  id=\${job%/}; id=\${id##*/}
  [ -f "$job/ready" ] || continue
  if [ -n "$only" ]; then [[ ",$only," == *",$id,"* ]] || continue; known=1; fi
  state=$(< "$job/state")
  letter=\${letters[$state]-}
  [ -n "$letter" ] || continue
  name=$(< "$job/name") node=
  where='(Priority)'
  [ "$letter" = PD ] || { node=${quoted(facts.node)}; where=$node; }
  if [ -n "$format" ]; then
    line=$format
    line=\${line//%i/$id}; line=\${line//%T/$state}; line=\${line//%t/$letter}; line=\${line//%j/$name}
    line=\${line//%N/$node}; line=\${line//%u/$USER}; line=\${line//%R/$where}; line=\${line//%P/main}; line=\${line//%M/0:01}
    echo "$line"
  else
    printf '%18s %9s %8.8s %8.8s %2s %10s %6s %s\\n' "$id" main "$name" "$USER" "$letter" 0:01 1 "$where"
  fi
done
if [ -n "$only" ] && [ -z "$known" ]; then
  echo 'slurm_load_jobs error: Invalid job id specified' >&2
  exit 1
fi
exit 0
`,
    scancel: `#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  [[ "$word" =~ ^[0-9]+$ ]] || continue
  [ -d ${spool}/"$word" ] || { echo "scancel: error: Kill job error on job id $word: Invalid job id specified" >&2; exit 1; }
  : > ${spool}/"$word"/cancel
done
`,
    sacct: `#!/bin/bash
unset BASH_ENV
only= header=1
while [ $# -gt 0 ]; do
  case "$1" in
    -j | --jobs) only=\${2-}; shift ;;
    -j*) only=\${1#-j} ;;
    --jobs=*) only=\${1#*=} ;;
    -n | --noheader) header= ;;
  esac
  shift
done
[ -z "$header" ] || printf '%10s\\n%10s\\n' State ----------
[ -f ${spool}/"$only"/state ] && printf '%10s \\n' "$(< ${spool}/"$only"/state)"
exit 0
`,
    scontrol: `#!/bin/bash
unset BASH_ENV
words=()
for word in "$@"; do case "$word" in -*) ;; *) words+=("$word") ;; esac; done
case "\${words[0]-} \${words[1]-}" in
  'show job')
    job=${spool}/\${words[2]-}
    [ -f "$job/state" ] || { echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1; }
    echo "JobId=\${words[2]} JobName=$(< "$job/name") JobState=$(< "$job/state") ExitCode=$(cat "$job/exit" 2> /dev/null || echo 0):0 NodeList=${facts.node}"
    ;;
  'show hostname' | 'show hostnames') echo "\${words[2]:-${facts.node}}" ;;
  *) echo "scontrol: $* is not emulated" >&2; exit 1 ;;
esac
`,
    sinfo: `#!/bin/bash
printf 'PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\\nmain*        up   infinite      1   idle %s\\n' ${quoted(facts.node)}
`,
    srun: `#!/bin/bash
while [ $# -gt 0 ]; do
  case "$1" in
    --*=* | --exclusive | --overlap | --pty | --label) shift ;;
    --*) shift 2 ;;
    -?) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
exec "$@"
`,
  };
}

/** `qsub`, `qstat` and `qdel` of an emulated PBS. */
export function pbsCommands(facts: SpoolFacts): Readonly<Record<string, string>> {
  const spool = quoted(facts.spool);
  return {
    qsub: `#!/bin/bash
unset BASH_ENV
name= cwd=$HOME out= err= limit= passes=NONE file= held=
fail() { echo "qsub: $*" >&2; exit 1; }
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      -N) name=$2; shift ;;
      -o) out=\${2#*:}; shift ;;
      -e) err=\${2#*:}; shift ;;
      -j) case "$2" in oe) err=+out ;; eo) out=+err ;; n) ;; *) fail "illegal -j value" ;; esac; shift ;;
      -l) case "$2" in *walltime=*) limit=\${2#*walltime=}; limit=\${limit%%,*} ;; esac; shift ;;
      -V) passes=ALL ;;
      -v) passes=$2; shift ;;
      -h) held=1 ;;
      -[AacCkmMpqrSuWP]) shift ;;
      -[fIRxXz]) ;;
      -*) fail "invalid option -- '\${1#-}'" ;;
      '') ;;
      *) file=$1 ;;
    esac
    shift
  done
}
options "$@"
script=$file
if [ -z "$script" ] || [ "$script" = - ]; then
  script=$(mktemp)
  cat > "$script"
fi
[ -f "$script" ] || fail "script file:: No such file or directory"
while IFS= read -r line; do
  case "$line" in
    '#PBS '*) declare -a given; eval "given=(\${line#\\#PBS })" 2> /dev/null; options "\${given[@]}" ;;
    '#'* | '') ;;
    *) break ;;
  esac
done < "$script"
options "$@"
[ -n "$name" ] || name=\${script##*/}
[ \${#name} -le 236 ] && [[ "$name" =~ ^[^[:space:]]+$ ]] || fail "illegal -N value"
[ -n "$out" ] || out=$PWD/$name.o%j
[ -n "$err" ] || err=$PWD/$name.e%j
[ "$err" != +out ] || err=$out
[ "$out" != +err ] || out=$err
[[ "$out" == /* ]] || out=$PWD/$out
[[ "$err" == /* ]] || err=$PWD/$err
${refused(facts, 'qsub')}${submit(facts)}[ -z "$held" ] || : > "$job/held"
echo "$id.local"
`,
    qstat: `#!/bin/bash
unset BASH_ENV
full= history= ids=()
while [ $# -gt 0 ]; do
  case "$1" in
    -u | -W) shift ;;
    -*) [[ "$1" == *f* ]] && full=1; [[ "$1" == *x* ]] && history=1 ;;
    *) ids+=("\${1%%.*}") ;;
  esac
  shift
done
declare -A letters=([PENDING]=Q [RUNNING]=R [COMPLETING]=E)
status=0
header=1
show() {
  job=${spool}/$1
  state=$(cat "$job/state" 2> /dev/null)
  letter=\${letters[$state]-}
  if [ -z "$letter" ]; then
    if [ -z "$history" ] || [ -z "$state" ]; then
      echo "qstat: Unknown Job Id $1.local" >&2
      status=153
      return
    fi
    letter=F
  fi
  if [ -n "$full" ]; then
    echo "Job Id: $1.local"
    echo "    Job_Name = $(< "$job/name")"
    echo "    job_state = $letter"
    [ "$letter" != F ] || echo "    Exit_status = $(cat "$job/exit" 2> /dev/null || echo 0)"
    echo "    exec_host = ${facts.node}/0"
  else
    [ -z "$header" ] || printf '%-17s %-16s %-16s %8s %s %s\\n' 'Job id' Name User 'Time Use' S Queue
    header=
    printf '%-17s %-16.16s %-16.16s %8s %s %s\\n' "$1.local" "$(< "$job/name")" "$USER" 00:00:01 "$letter" workq
  fi
}
if [ \${#ids[@]} -eq 0 ]; then
  for job in ${spool}/*/; do
    [ -f "$job/ready" ] || continue
    id=\${job%/}
    show "\${id##*/}" 2> /dev/null
  done
  exit 0
fi
for id in "\${ids[@]}"; do show "$id"; done
exit $status
`,
    qdel: `#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  id=\${word%%.*}
  [[ "$id" =~ ^[0-9]+$ ]] || continue
  [ -d ${spool}/"$id" ] || { echo "qdel: Unknown Job Id $word" >&2; exit 153; }
  : > ${spool}/"$id"/cancel
done
`,
  };
}
