#!/bin/bash
# Prepares the board. Runs on the controller, which has internet and the shared file system, before start.sh runs on
# the compute node; the working directory is the job directory.
set -euo pipefail

if ! command -v python3 > /dev/null; then
  echo "the board needs python3 on $(hostname)" >&2
  exit 1
fi

mkdir -p board
cp workflows/status-board/board.py board/
if [ -f notices.txt ]; then
  cp notices.txt board/
else
  echo "No notices today." > board/notices.txt
fi
