/** Programs that stand before the machine's own on the PATH of a run, by name. */
export interface CommandFacts {
  /** Where the programs themselves stand. */
  readonly directory: string;
  /** Where they note what they were asked and could not do. */
  readonly requests: string;
  readonly marker: string;
  /** Host names that mean this machine. */
  readonly hosts: readonly string[];
  /** The names by which `pw` knows the resource. */
  readonly resources: readonly string[];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The texts of the programs, by name. */
export function commandTexts(facts: CommandFacts): Readonly<Record<string, string>> {
  return { pw: pwCommand(facts), ssh: sshCommand(facts), scp: scpCommand(facts), pkill: pkillCommand(facts) };
}

/** A `hostname` that names this machine so that it can be reached. */
export const localHostname = '#!/bin/bash\necho localhost\n';

const openPort = `if command -v perl > /dev/null; then
      perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0) && bind(S, sockaddr_in(0, INADDR_ANY)) or exit 1; print +(sockaddr_in(getsockname(S)))[0], "\\n"'
    else
      while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
      echo "$port"
    fi`;

function pwCommand(facts: CommandFacts): string {
  return `#!/bin/bash
unset BASH_ENV
case "\${1-} \${2-}" in
  'agent open-port')
    ${openPort}
    ;;
  'workflows runs')
    if [ "\${3-}" = cancel ]; then
      shift 3
      while [[ "\${1-}" == -* ]]; do shift; done
      echo "cancel \${1-}" >> ${quoted(facts.requests)}
      exit 0
    fi
    ;;&
  'sessions ls' | 'session ls')
    cat ${quoted(`${facts.directory}/sessions.txt`)} 2> /dev/null || :
    ;;
  'endpoints run' | 'endpoint run')
    shift 2
    name=endpoint
    while [ $# -gt 0 ]; do
      case "$1" in
        --name) name=\${2-}; shift 2 ;;
        --name=*) name=\${1#*=}; shift ;;
        --) shift; break ;;
        --*=*) shift ;;
        --no-subdomain | --strip-path | --rewrite-host) shift ;;
        --*) shift 2 ;;
        *) break ;;
      esac
    done
    PORT=$("$0" agent open-port)
    export PORT PW_ENDPOINT_HOST=localhost PW_ENDPOINT_PATH=/ PW_ENDPOINT_URL="http://localhost:$PORT/"
    printf '%s\\t%s\\n' "$name" "$PORT" >> ${quoted(`${facts.directory}/endpoints.txt`)}
    words=()
    for word in "$@"; do
      word=\${word//'{port}'/$PORT}
      word=\${word//'{host}'/localhost}
      words+=("\${word//'{path}'//}")
    done
    exec "\${words[@]}"
    ;;
  'endpoints http' | 'endpoint http' | 'endpoints https' | 'endpoint https')
    printf 'endpoint\\t%s\\n' "\${3-}" >> ${quoted(`${facts.directory}/endpoints.txt`)}
    while :; do sleep 3600; done
    ;;
  'endpoints list' | 'endpoint list' | 'endpoints ls' | 'endpoint ls')
    cat ${quoted(`${facts.directory}/endpoints.txt`)} 2> /dev/null || :
    ;;
  'endpoints delete' | 'endpoint delete')
    touch ${quoted(`${facts.directory}/endpoints.txt`)}
    sed -i "/^\${3-}\\t/d" ${quoted(`${facts.directory}/endpoints.txt`)}
    ;;
  'cluster ls' | 'clusters ls')
    printf 'NAME\\tSTATUS\\nlocal\\tactive\\n'
    ;;
  'ssh '*)
    shift
    words=()
    for word in "$@"; do
      case "$word" in ${facts.resources.map(quoted).join(' | ')}) word=localhost ;; esac
      words+=("$word")
    done
    exec ${quoted(`${facts.directory}/ssh`)} "\${words[@]}"
    ;;
  *)
    echo "refused pw \${1-} \${2-}" >> ${quoted(facts.requests)}
    echo "pw $*: this command is not emulated in a local run" >&2
    exit 1
    ;;
esac
`;
}

const hostPattern = (facts: CommandFacts): string => facts.hosts.map(quoted).join(' | ');

function sshCommand(facts: CommandFacts): string {
  return `#!/bin/bash
unset BASH_ENV
while [ $# -gt 0 ]; do
  case "$1" in
    -[BbcDEeFIiJLlmOopQRSWw]) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
host=\${1-}
host=\${host#*@}
shift
case "$host" in
  ${hostPattern(facts)}) ;;
  *)
    echo "refused ssh $host" >> ${quoted(facts.requests)}
    echo "ssh: host '$host' does not exist in a local run" >&2
    exit 255
    ;;
esac
[ $# -gt 0 ] || exit 0
cd "$HOME" || exit 255
export BASH_ENV=${quoted(`${facts.directory}/trace.sh`)}
exec bash -c "$*"
`;
}

function scpCommand(facts: CommandFacts): string {
  return `#!/bin/bash
unset BASH_ENV
paths=()
while [ $# -gt 0 ]; do
  case "$1" in
    -[cDFiJloPSX]) shift 2; continue ;;
    -*) shift; continue ;;
  esac
  path=$1
  if [[ "$path" == *:* && "\${path%%:*}" != */* ]]; then
    host=\${path%%:*}
    host=\${host#*@}
    path=\${path#*:}
    case "$host" in
      ${hostPattern(facts)}) ;;
      *)
        echo "refused scp $host" >> ${quoted(facts.requests)}
        echo "scp: host '$host' does not exist in a local run" >&2
        exit 255
        ;;
    esac
    path=\${path/#\\~/$HOME}
    [[ "$path" == /* ]] || path=$HOME/$path
  fi
  paths+=("$path")
  shift
done
to=\${paths[-1]}
unset 'paths[-1]'
status=0
for from in "\${paths[@]}"; do
  target=$to
  [ -d "$to" ] && target=\${to%/}/\${from##*/}
  # Here the user's workspace and the resource share one job directory.
  [ "$from" -ef "$target" ] || cp -R -- "$from" "$to" || status=1
done
exit $status
`;
}

/** Only processes of this run are matched, as on a node where nothing else runs. */
function pkillCommand(facts: CommandFacts): string {
  return `#!/bin/bash
unset BASH_ENV
signal=TERM full= pattern=
while [ $# -gt 0 ]; do
  case "$1" in
    -f) full=1 ;;
    -[uUGgPts]) shift ;;
    -[A-Z0-9]*) signal=\${1#-} ;;
    --signal) shift; signal=\${1-TERM} ;;
    -*) ;;
    *) pattern=$1 ;;
  esac
  shift
done
found=1
for folder in /proc/[0-9]*; do
  pid=\${folder#/proc/}
  [ "$pid" != $$ ] || continue
  { mapfile -d '' -t words < "$folder/environ"; } 2> /dev/null || continue
  [[ " \${words[*]} " == *${quoted(` PW_CHECK_RUN=${facts.marker} `)}* ]] || continue
  if [ -n "$full" ]; then
    { mapfile -d '' -t words < "$folder/cmdline"; } 2> /dev/null || continue
    line="\${words[*]}"
  else
    { read -r line < "$folder/comm"; } 2> /dev/null || continue
  fi
  [[ "$line" =~ $pattern ]] || continue
  [[ "$line" != *pkill* ]] || continue
  kill -"$signal" "$pid" 2> /dev/null && found=0
done
exit $found
`;
}
