#!/bin/bash
# TensorBoard over a folder without data; its page asks for everything by relative addresses.
set -euo pipefail
SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')
mkdir -p logs
echo "$SESSION_PORT" > SESSION_PORT
exec "@@PROGRAMS@@/tensorboard" --logdir logs --bind_all --port "$SESSION_PORT"
