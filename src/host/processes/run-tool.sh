# Replaces itself by a program, which gets no further than whoever started it: descriptor 3 is a pipe from there. A first
# word says that the scratch folder is written. When the pipe closes without a word, because somebody killed the other
# side, the folder is removed, and the program is not started, or killed.
# A missing program ends with 127 and a message.
# Arguments: the scratch folder or nothing, the limit of memory in KiB or `unlimited`, the program and its words ($0 on).
remove() {
  [ -z "$0" ] || rm -rf -- "$0"
}
read -r word <&3 || {
  remove
  exit 1
}
[ -z "$0" ] || cd -- "$0" || exit 1
{
  read -r word <&3 || {
    remove
    kill -s KILL 0
  }
} > /dev/null 2>&1 &
ulimit -v "$1"
shift
exec "$@" 3<&-
