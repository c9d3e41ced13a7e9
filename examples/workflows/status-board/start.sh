#!/bin/bash
# Runs the board in the background and takes it down again whatever happens. Runs on the compute node, as a copy in
# the job directory, where setup.sh has left the folder board.
set -euo pipefail

if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
title=${PW_INPUT_BOARD_TITLE:-${board_title:-Cluster status}}

PID=
cleanup() {
  if [ -n "$PID" ]; then
    kill "$PID" 2> /dev/null || true
  fi
  rm -f board/board.pid
}
trap cleanup EXIT
trap 'exit 143' TERM INT

SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')

python3 board/board.py --port "$SESSION_PORT" --title "$title" --notices board/notices.txt > board/board.log 2>&1 &
PID=$!
echo "$PID" > board/board.pid

hostname > HOSTNAME
echo "$SESSION_PORT" > SESSION_PORT
touch job.started

wait "$PID"
