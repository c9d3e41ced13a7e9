# Replaces itself by a program, which gets no further than whoever started it: descriptor 3 is a pipe from there, and
# when that closes without a word, because somebody killed it, the program is killed and its scratch folder removed.
# A missing program ends with 127 and a message.
# Arguments: the scratch folder or nothing, the limit of memory in KiB or `unlimited`, the program and its words ($0 on).
{
  read -r word <&3 || {
    [ -z "$0" ] || rm -rf -- "$0"
    kill -s KILL 0
  }
} > /dev/null 2>&1 &
ulimit -v "$1"
shift
exec "$@" 3<&-
