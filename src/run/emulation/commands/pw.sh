#!/bin/bash
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
case "${1-} ${2-}" in
  'agent open-port')
    if command -v perl > /dev/null; then
      perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0) && bind(S, sockaddr_in(0, INADDR_ANY)) or exit 1; print +(sockaddr_in(getsockname(S)))[0], "\n"'
    else
      while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
      echo "$port"
    fi
    ;;
  'workflows runs')
    if [ "${3-}" = cancel ]; then
      shift 3
      while [[ "${1-}" == -* ]]; do shift; done
      echo "cancel ${1-}" >> "$PW_CHECK_REQUESTS"
      exit 0
    fi
    ;;&
  'sessions ls' | 'session ls')
    cat "$PW_CHECK_BIN/sessions.txt" 2> /dev/null || :
    ;;
  'endpoints run' | 'endpoint run')
    shift 2
    name=endpoint
    while [ $# -gt 0 ]; do
      case "$1" in
        --name) name=${2-}; shift 2 ;;
        --name=*) name=${1#*=}; shift ;;
        --) shift; break ;;
        --*=*) shift ;;
        --no-subdomain | --strip-path | --rewrite-host) shift ;;
        --*) shift 2 ;;
        *) break ;;
      esac
    done
    PORT=$("$0" agent open-port)
    export PORT PW_ENDPOINT_HOST=localhost PW_ENDPOINT_PATH=/ PW_ENDPOINT_URL="http://localhost:$PORT/"
    printf '%s\t%s\n' "$name" "$PORT" >> "$PW_CHECK_BIN/endpoints.txt"
    words=()
    for word in "$@"; do
      word=${word//'{port}'/$PORT}
      word=${word//'{host}'/localhost}
      words+=("${word//'{path}'//}")
    done
    exec "${words[@]}"
    ;;
  'endpoints http' | 'endpoint http' | 'endpoints https' | 'endpoint https')
    printf 'endpoint\t%s\n' "${3-}" >> "$PW_CHECK_BIN/endpoints.txt"
    while :; do sleep 3600; done
    ;;
  'endpoints list' | 'endpoint list' | 'endpoints ls' | 'endpoint ls')
    cat "$PW_CHECK_BIN/endpoints.txt" 2> /dev/null || :
    ;;
  'endpoints delete' | 'endpoint delete')
    touch "$PW_CHECK_BIN/endpoints.txt"
    sed -i "/^${3-}\t/d" "$PW_CHECK_BIN/endpoints.txt"
    ;;
  'cluster ls' | 'clusters ls')
    printf 'NAME\tSTATUS\nlocal\tactive\n'
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
    echo "pw $*: this command is not emulated in a local run" >&2
    exit 1
    ;;
esac
