#!/bin/bash
# `ip` for a script that asks for an interface of its cluster (ib0, hsn0): this machine's own answers for it.
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
real=
while read -r candidate; do
  [ "$candidate" -ef "${BASH_SOURCE[0]}" ] || { real=$candidate; break; }
done < <(type -ap ip)

# The first interface with a network behind it, else the loopback.
own=lo
for folder in /sys/class/net/*; do
  name=${folder##*/}
  [ "$name" = lo ] || [ "$(cat "$folder/operstate" 2> /dev/null)" = down ] || { own=$name; break; }
done

words=()
asked=
for word in "$@"; do
  if [ "$asked" = dev ] || { [ "$asked" = show ] && [ "$word" != dev ] && [[ "$word" != [-=]* ]]; }; then
    if [[ "$word" =~ ^(ib|ipoib|hsn|opa|mlx|bond|team|em|en|eth)[a-z0-9_.-]*$ ]] && [ ! -e "/sys/class/net/$word" ]; then
      echo "interface $word" >> "$PW_CHECK_REQUESTS"
      word=$own
    fi
  fi
  asked=$word
  words+=("$word")
done
[ -z "$real" ] || exec "$real" "${words[@]}"

# Without the program, what scripts take its answer for: the address of an interface, in a line of its own.
case " ${words[*]} " in
  *' a '* | *' addr '* | *' address '*)
    address=$(hostname -I 2> /dev/null | tr ' ' '\n' | grep -m 1 '\.' || echo 127.0.0.1)
    echo "2: $own    inet $address/24 brd ${address%.*}.255 scope global $own"
    ;;
  *)
    echo "ip: command not found" >&2
    exit 127
    ;;
esac
