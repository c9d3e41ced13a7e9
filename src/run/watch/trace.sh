# shellcheck shell=bash
# Sourced by every bash of a run through `BASH_ENV`: notes each command that fails and each `exit` with its line,
# without changing what the script prints or returns. Where a script has a trap of its own on ERR or DEBUG, or shows
# its lines with `set -v`, ours would be seen, and failing commands are not noted. On SIGURG, which nobody sends but
# us, a script notes what it is doing and which of its jobs have ended; `bash -c` does not, because a trap would keep it from being replaced by its last
# command. Where a real scheduler starts the processes of a job, they note themselves: a service may wipe its
# environment, as nginx does.
#
# Known to differ: the words of bash about wrong arguments of `exit`, and BASH_COMMAND in a trap on EXIT after `exit`.
if [ -n "${PW_CHECK_PROCESSES-}" ]; then
  { read -r pw_check_stat < "/proc/$$/stat" && printf '%s %s\n' "$$" "${pw_check_stat##*) }" >> "$PW_CHECK_PROCESSES"; unset pw_check_stat; } 2> /dev/null
fi
if [ -n "${PW_CHECK_TRACE-}" ]; then
  pw_check_text=${BASH_EXECUTION_STRING-}
  if [ -z "${BASH_EXECUTION_STRING+x}" ]; then
    IFS= read -r -d '' pw_check_text < "$0"
    trap '{ printf "J\t%s\n" "$$"; jobs -l; printf "H\t%s\t%s\t%q\t%q\t%q\t%.300s\n" "$$" "${FUNCNAME[0]-}" "$PWD" "$0" "${BASH_SOURCE[0]-}" "${BASH_COMMAND//[[:space:]]/ }"; } >> "$PW_CHECK_TRACE" 2> /dev/null' URG
  fi 2> /dev/null
  if ! [[ $- == *v* || $pw_check_text =~ trap[^$'\n']*\ (ERR|DEBUG)([[:space:]\;]|$)|(set|bash)\ [^$'\n']*(-[a-zA-Z]*v|verbose) ]]; then
    set -E
    trap '{ pw_check_status=$? pw_check_printed=0; read -r _ pw_check_printed < "/proc/$BASHPID/fdinfo/1"; printf "E\t%s\t%s\t%s\t%s\t%s\t%s\t%q\t%q\t%q\t%.300q\n" "$pw_check_status" "$LINENO" "$$" "$BASHPID" "$-" "$pw_check_printed" "$PWD" "$0" "${BASH_SOURCE[0]-}" "$BASH_COMMAND" >> "$PW_CHECK_TRACE"; } 2> /dev/null' ERR
  fi
  unset pw_check_text
  pw_check_resume() {
    set -x
    return "$1"
  } 2> /dev/null
  exit() {
    {
      local pw_check_status=$?
      local pw_check_words=("${@:-$pw_check_status}")
      local pw_check_printed=0
      read -r _ pw_check_printed < "/proc/$BASHPID/fdinfo/1"
      printf 'X\t%s\t%s\t%s\t%s\t%s\t%s\t%q\t%q\t%q\texit\n' "${1-$pw_check_status}" "${BASH_LINENO[0]}" "$$" "$BASHPID" "$-" "$pw_check_printed" "$PWD" "$0" "${BASH_SOURCE[1]-}" >> "$PW_CHECK_TRACE"
      if [[ $- == *x* ]]; then
        set +x
        if [ "$$" = "$BASHPID" ]; then
          eval "set -- $(trap -p EXIT)"
          [ $# -lt 3 ] || trap -- 'pw_check_resume "$?"; '"$3" EXIT
        fi
      fi
    } 2> /dev/null
    builtin exit "${pw_check_words[@]}"
  }
fi
