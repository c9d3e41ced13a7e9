/**
 * Sourced by every bash of a run through `BASH_ENV`: notes each command that fails and each `exit` with its line,
 * without changing what the script prints or returns. A trap of the script's own on ERR takes the place of ours.
 */
export const traceScript = `if [ -n "\${PW_CHECK_TRACE-}" ]; then
  set -E
  trap '{ printf "E\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\t%.300q\\n" "$?" "$LINENO" "$$" "$BASHPID" "$-" "$PWD" "$0" "\${BASH_SOURCE[0]-}" "$BASH_COMMAND" >> "$PW_CHECK_TRACE"; } 2> /dev/null' ERR
  exit() {
    { local pw_check_status=$?; printf 'X\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\texit\\n' "\${1-$pw_check_status}" "\${BASH_LINENO[0]}" "$$" "$BASHPID" "$-" "$PWD" "$0" "\${BASH_SOURCE[1]-}" >> "$PW_CHECK_TRACE"; } 2> /dev/null
    builtin exit "\${@:-$pw_check_status}"
  }
fi
`;
