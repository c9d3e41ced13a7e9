#!/bin/bash
# `ifconfig` for a script that asks for an interface of its cluster (ib0, hsn0): this machine's own answers for it.
unset BASH_ENV
# shellcheck source=/dev/null
. "${BASH_SOURCE[0]%/*}/facts.sh"
word=${1-}
own=lo
for folder in /sys/class/net/*; do
  name=${folder##*/}
  [ "$name" = lo ] || [ "$(cat "$folder/operstate" 2> /dev/null)" = down ] || { own=$name; break; }
done
if [[ "$word" =~ ^(ib|ipoib|hsn|opa|mlx|bond|team|em|en|eth)[a-z0-9_.-]*$ ]] && [ ! -e "/sys/class/net/$word" ]; then
  echo "interface $word" >> "$PW_CHECK_REQUESTS"
  word=$own
fi
while read -r candidate; do
  [ "$candidate" -ef "${BASH_SOURCE[0]}" ] || exec "$candidate" ${word:+"$word"} "${@:2}"
done < <(type -ap ifconfig)
address=$(hostname -I 2> /dev/null | tr ' ' '\n' | grep -m 1 '\.' || echo 127.0.0.1)
echo "$own: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500"
echo "        inet $address  netmask 255.255.255.0  broadcast ${address%.*}.255"
