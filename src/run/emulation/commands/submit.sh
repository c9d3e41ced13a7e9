# Read by sbatch and qsub: puts a job into the spool of the emulated scheduler. The caller has set name, cwd, out, err,
# limit, passes, script and, where it can be, nodes; job is set to its folder and id to its number.
# shellcheck shell=bash disable=SC2154
submit() {
  if [ -n "$PW_CHECK_REFUSAL" ]; then
    echo "$1: error: $PW_CHECK_REFUSAL" >&2
    exit 1
  fi
  id=1
  mkdir -p "$PW_CHECK_SPOOL"
  until mkdir "$PW_CHECK_SPOOL/$id" 2> /dev/null; do id=$((id + 1)); done
  job=$PW_CHECK_SPOOL/$id
  cp "$script" "$job/script"
  chmod +x "$job/script"
  printf '%s' "$name" > "$job/name"
  printf '%s' "$cwd" > "$job/cwd"
  printf '%s' "${out//%j/$id}" > "$job/out"
  printf '%s' "${err//%j/$id}" > "$job/err"
  printf '%s' "$limit" > "$job/limit"
  printf '%s' "$passes" > "$job/passes"
  printf '%s' "${nodes-1}" > "$job/nodes"
  printf '%s' "$PWD" > "$job/submitted-from"
  env -0 > "$job/env"
  printf '%s' PENDING > "$job/state"
  : > "$job/ready"
}
