#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
# shellcheck source=/dev/null
. "$PW_CHECK_BIN/pw-endpoints.sh"

# Prints a free port that no other run beside this one was given. It is below those that the system gives to whoever asks
# for any. A run notes its ports before it looks whether somebody else did, so that of two at least one tries on.
open_port() {
  local port noted tries
  for ((tries = 0; tries < 1000; tries++)); do
    port=$((20000 + RANDOM % 12000))
    (set -C && : > "$PW_CHECK_BIN/port-$port") 2> /dev/null || continue
    noted=("${PW_CHECK_BIN%/*/bin}"/*/bin/"port-$port")
    if ((${#noted[@]} > 1)) || (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
      rm -f "$PW_CHECK_BIN/port-$port"
      continue
    fi
    echo "$port"
    return
  done
  echo 'pw agent open-port: no free port from 20000 to 31999' >&2
  return 1
}

# Prints a table of one row, or as JSON a list of one object; keys are in lower case.
one_row() {
  local wanted=$1 names=() values=() at comma=''
  shift
  while [ $# -gt 0 ]; do
    names+=("$1")
    values+=("$2")
    shift 2
  done
  if [ "$wanted" = json ]; then
    printf '[{'
    for at in "${!names[@]}"; do
      printf '%s"%s":"%s"' "$comma" "${names[at],,}" "${values[at]}"
      comma=,
    done
    printf '}]\n'
  else
    (IFS=$'\t'; printf '%s\n%s\n' "${names[*]}" "${values[*]}")
  fi
}

# The format that is asked for among the words of a command.
format_in() {
  [[ " $* " =~ [[:space:]](-o|--output)[[:space:]=]*json[[:space:]] ]] && echo json
}

while [[ "${1-}" == -* ]]; do
  case "$1" in
    --version | -v) echo 'pw version 7.105.0 (stand-in of a local run)'; exit 0 ;;
    --*=*) shift ;;
    *) shift; [ $# -eq 0 ] || shift ;;
  esac
done
case "${1-} ${2-}" in
  'version '*) echo 'pw version 7.105.0 (stand-in of a local run)' ;;
  'agent open-port') open_port ;;
  'workflows runs')
    case "${3-}" in
      cancel)
        shift 3
        while [[ "${1-}" == -* ]]; do shift; done
        echo "cancel ${1-}" >> "$PW_CHECK_REQUESTS"
        exit 0
        ;;
      list | ls)
        one_row "$(format_in "$@")" SLUG "$PW_CHECK_SLUG" WORKFLOW "$PW_CHECK_WORKFLOW" NUMBER "$PW_CHECK_NUMBER" STATUS running
        exit 0
        ;;
    esac
    ;;&
  'sessions ls' | 'session ls' | 'sessions list' | 'session list')
    cat "$PW_CHECK_BIN/sessions.txt" 2> /dev/null || :
    ;;
  'endpoints run' | 'endpoint run') endpoints_run "${@:3}" ;;
  'endpoints http' | 'endpoint http') endpoints_http http "${@:3}" ;;
  'endpoints https' | 'endpoint https') endpoints_http https "${@:3}" ;;
  'endpoints serve' | 'endpoint serve') endpoints_serve "${@:3}" ;;
  'endpoints create' | 'endpoint create') endpoints_create "${@:3}" ;;
  'endpoints list' | 'endpoint list' | 'endpoints ls' | 'endpoint ls') endpoints_list "${@:3}" ;;
  'endpoints delete' | 'endpoint delete' | 'endpoints rm' | 'endpoint rm') endpoints_delete "${@:3}" ;;
  'cluster ls' | 'clusters ls' | 'cluster list' | 'clusters list')
    one_row "$(format_in "$@")" NAME "${PW_CHECK_RESOURCES[0]}" STATUS active URI "${PW_CHECK_RESOURCES[2]}"
    ;;
  'context list' | 'context ls' | 'contexts list' | 'contexts ls')
    one_row "$(format_in "$@")" NAME local HOST "$PW_CHECK_PLATFORM" CURRENT true
    ;;
  'ssh '*)
    shift
    words=()
    for word in "$@"; do
      [[ " ${PW_CHECK_RESOURCES[*]} " != *" $word "* ]] || word=localhost
      words+=("$word")
    done
    exec "$PW_CHECK_BIN/ssh" "${words[@]}"
    ;;
  *)
    echo "refused pw ${1-} ${2-}" >> "$PW_CHECK_REQUESTS"
    case "${1-}" in
      kube) echo "pw $*: Kubernetes is unsupported in a local run" >&2 ;;
      *) echo "pw $*: this command is not emulated in a local run" >&2 ;;
    esac
    exit 1
    ;;
esac
