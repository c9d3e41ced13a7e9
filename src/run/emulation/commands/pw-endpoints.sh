# Read by pw: the commands of `pw endpoints`. Each endpoint is a folder of the registry, in which `request` says what is
# asked of the front, `listed` and `url` what it answered, and `status` how the command ended.
# shellcheck shell=bash disable=SC2154

# Takes the options in front of the command or operands, in any order and also as --name=value; sets name, output, flags
# and rest. Booleans take no value.
endpoint_options() {
  name='' subdomain='' output='' flags='' rest=()
  local option
  while [ $# -gt 0 ]; do
    option=$1
    shift
    case "$option" in
      --) break ;;
      -n | --name) name=${1-}; [ $# -eq 0 ] || shift ;;
      -s | --subdomain) subdomain=${1-}; [ $# -eq 0 ] || shift ;;
      -o | --output) output=${1-}; [ $# -eq 0 ] || shift ;;
      --name=* | -n=*) name=${option#*=} ;;
      --subdomain=* | -s=*) subdomain=${option#*=} ;;
      --output=* | -o=*) output=${option#*=} ;;
      -n?*) name=${option#-n} ;;
      -s?*) subdomain=${option#-s} ;;
      -o?*) output=${option#-o} ;;
      --openai | --public | --keep | --open | --link | --no-subdomain | --strip-path | --rewrite-host)
        flags+=" ${option#--} "
        ;;
      --*=true) option=${option%=true}; flags+=" ${option#--} " ;;
      --*=false) ;;
      -*) echo "ignored pw endpoints $option" >> "$PW_CHECK_REQUESTS" ;;
      *) rest=("$option"); break ;;
    esac
  done
  rest+=("$@")
}

endpoint_runs() {
  [ ! -e "$1/status" ] && [ -s "$1/pid" ] && kill -0 "$(< "$1/pid")" 2> /dev/null
}

# Sets entry to the newest folder of a name; only one of a command that runs, unless told otherwise.
endpoint_named() {
  local folder
  entry=''
  for folder in "$PW_CHECK_ENDPOINTS"/*/; do
    folder=${folder%/}
    [ "$(cat "$folder/name" 2> /dev/null)" = "$1" ] || continue
    [ ! -e "$folder/gone" ] || continue
    if endpoint_runs "$folder" || [ "${2-}" = any ]; then entry=$folder; fi
  done
  [ -n "$entry" ]
}

# Registers an endpoint for a port and waits for the front's answer; sets entry, url and path.
endpoint_register() {
  local port=$1 id=1 tries
  if ! [[ "$name" =~ ^[a-z0-9]([a-z0-9-]*[a-z0-9])?$ ]]; then
    echo "refused-name $name" >> "$PW_CHECK_REQUESTS"
    echo "Error: invalid endpoint name '$name': only lowercase letters, digits and hyphens are allowed" >&2
    exit 1
  fi
  if endpoint_named "$name"; then
    echo "Error: an endpoint named '$name' already exists" >&2
    exit 1
  fi
  mkdir -p "$PW_CHECK_ENDPOINTS"
  until mkdir "$PW_CHECK_ENDPOINTS/$id" 2> /dev/null; do id=$((id + 1)); done
  entry=$PW_CHECK_ENDPOINTS/$id
  echo "$name" > "$entry/name"
  echo "$$" > "$entry/pid"
  readlink "/proc/$$/fd/1" > "$entry/output" 2> /dev/null
  printf '%s' "${rest[*]}" > "$entry/command"
  printf 'name=%s\nport=%s\npid=%s\nscheme=%s\nstep=%s\nflags=%s\n' \
    "$name" "$port" "$$" "${scheme-http}" "${PW_CHECK_STEP-}" "$flags" > "$entry/request.new"
  mv "$entry/request.new" "$entry/request"
  for ((tries = 0; tries < 200; tries++)); do
    [ ! -e "$entry/url" ] || break
    sleep 0.05
  done
  url=$(cat "$entry/url" 2> /dev/null)
  path=$(cat "$entry/path" 2> /dev/null)
  if [ "$output" = json ]; then
    printf '{"name":"%s","status":"running","url":"%s","port":%s}\n' "$name" "$url" "$port"
  else
    echo "endpoint $name: $url" >&2
  fi
}

# Keeps the endpoint while a command runs, hands signals on to it and ends as it does.
endpoint_hold() {
  local child status
  "$@" <&0 &
  child=$!
  trap 'kill -TERM "$child" 2> /dev/null' TERM
  trap 'kill -INT "$child" 2> /dev/null' INT
  trap 'kill -HUP "$child" 2> /dev/null' HUP
  while :; do
    wait "$child"
    status=$?
    kill -0 "$child" 2> /dev/null || break
  done
  echo "$status" > "$entry/status"
  [[ "$flags" == *' keep '* ]] || : > "$entry/gone"
  exit "$status"
}

endpoints_run() {
  endpoint_options "$@"
  if [ ${#rest[@]} -eq 0 ]; then
    echo 'Error: requires a command to run' >&2
    exit 1
  fi
  name=${name:-${subdomain:-endpoint-$$}}
  local port word words=()
  port=$(open_port)
  endpoint_register "$port"
  export PORT=$port PW_ENDPOINT_NAME=$name PW_ENDPOINT_PORT=$port PW_ENDPOINT_URL=$url
  export PW_ENDPOINT_HOST=localhost PW_ENDPOINT_PATH=$path
  for word in "${rest[@]}"; do
    word=${word//'{port}'/$port}
    word=${word//'{host}'/localhost}
    words+=("${word//'{path}'/$path}")
  done
  export BASH_ENV=$PW_CHECK_BIN/trace.sh
  endpoint_hold "${words[@]}"
}

# Registers a port that something else listens on, until it is ended.
endpoints_http() {
  scheme=$1
  shift
  endpoint_options "$@"
  local port=${rest[0]-}
  # options may follow the port
  endpoint_more "${rest[@]:1}"
  port=${port%/}
  port=${port##*:}
  if ! [[ "$port" =~ ^[0-9]+$ ]]; then
    echo "Error: '$port' is not a port" >&2
    exit 1
  fi
  name=${name:-${subdomain:-endpoint-$port}}
  rest=("$port")
  endpoint_register "$port"
  endpoint_hold sleep infinity
}

endpoint_more() {
  local first_name=$name first_subdomain=$subdomain first_output=$output first_flags=$flags
  endpoint_options "$@"
  name=${name:-$first_name} subdomain=${subdomain:-$first_subdomain} output=${output:-$first_output}
  flags+=$first_flags
}

# Serves the files of a folder.
endpoints_serve() {
  endpoint_options "$@"
  local folder=${rest[0]-.} port
  if ! command -v python3 > /dev/null; then
    echo 'pw endpoints serve: a local run needs python3 for this' >&2
    exit 1
  fi
  endpoint_more "${rest[@]:1}"
  name=${name:-${subdomain:-endpoint-$$}}
  port=$(open_port)
  rest=("$folder")
  endpoint_register "$port"
  endpoint_hold python3 -m http.server "$port" --bind 127.0.0.1 --directory "$folder"
}

endpoints_create() {
  endpoint_options "$@"
  local first=${rest[0]-}
  endpoint_more "${rest[@]:1}"
  name=${name:-${first:-$subdomain}}
  rest=()
  endpoint_register 0 > /dev/null 2>&1 || exit 1
  echo 0 > "$entry/status"
  echo "$url"
}

endpoints_list() {
  endpoint_options "$@"
  mkdir -p "$PW_CHECK_ENDPOINTS"
  echo "${PW_CHECK_STEP-}" >> "$PW_CHECK_ENDPOINTS/asked"
  local folder state comma=''
  [ "$output" != json ] || printf '['
  for folder in "$PW_CHECK_ENDPOINTS"/*/; do
    folder=${folder%/}
    [ -e "$folder/listed" ] || continue
    [ ! -e "$folder/gone" ] || continue
    state=stopped
    if endpoint_runs "$folder"; then
      state=running
    elif [ ! -e "$folder/status" ]; then
      continue
    fi
    if [ "$output" = json ]; then
      printf '%s{"name":"%s","status":"%s","url":"%s"}' \
        "$comma" "$(< "$folder/name")" "$state" "$(< "$folder/listed")"
      comma=,
    else
      printf '%s\t%s\t%s\n' "$(< "$folder/name")" "$state" "$(< "$folder/listed")"
    fi
  done
  [ "$output" != json ] || printf ']\n'
}

# Ends the command of each named endpoint with all its children, as the wrapper of the platform does.
endpoints_delete() {
  endpoint_options "$@"
  local one pid tree tries status=0
  [ -z "$name" ] || rest+=("$name")
  for one in "${rest[@]}"; do
    if ! endpoint_named "$one" any; then
      echo "Error: endpoint '$one' not found" >&2
      status=1
      continue
    fi
    : > "$entry/deleted"
    if endpoint_runs "$entry"; then
      pid=$(< "$entry/pid")
      mapfile -t tree < <(descendants "$pid")
      kill -TERM "$pid" "${tree[@]}" 2> /dev/null
      for ((tries = 0; tries < 100; tries++)); do
        kill -0 "$pid" "${tree[@]}" 2> /dev/null || break
        sleep 0.1
      done
      kill -KILL "$pid" "${tree[@]}" 2> /dev/null
    fi
    : > "$entry/gone"
    echo "deleted $one"
  done
  return "$status"
}

# Prints the ids of all processes that a process started, and that those started.
descendants() {
  local folder line fields open=("$1") parent child
  local -A children=()
  for folder in /proc/[0-9]*; do
    { read -r line < "$folder/stat"; } 2> /dev/null || continue
    read -ra fields <<< "${line##*) }"
    children[${fields[1]}]+=" ${folder#/proc/}"
  done
  while [ ${#open[@]} -gt 0 ]; do
    parent=${open[0]}
    open=("${open[@]:1}")
    for child in ${children[$parent]-}; do
      echo "$child"
      open+=("$child")
    done
  done
}
