#!/bin/bash
# Starts a Jupyter notebook server under the base path of its session. Runs on the compute node, as a copy in the job
# directory. job_runner has already written job.started and HOSTNAME when the first line of this file runs.
set -euo pipefail

if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
directory=${PW_INPUT_NOTEBOOK_DIRECTORY:-${notebook_directory:-work}}
mkdir -p "$directory"

if ! command -v jupyter-notebook > /dev/null; then
  echo "jupyter-notebook is not installed on $(hostname)" >&2
  exit 1
fi

# The proxy forwards the whole path, so the server has to know it; preprocessing wrote it down.
base_path=$(cat base_path)

# Other users of the node can reach the port, so the server asks for a token that only the owner can read.
(umask 077 && python3 -c 'import secrets; print(secrets.token_urlsafe(24))' > token)
JUPYTER_TOKEN=$(cat token)
export JUPYTER_TOKEN
export JUPYTER_RUNTIME_DIR=$PWD/runtime

SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')
echo "$SESSION_PORT" > SESSION_PORT

root=()
if [ "$(id -u)" -eq 0 ]; then
  root=(--allow-root)
fi
exec jupyter-notebook "${root[@]}" --no-browser --ip=0.0.0.0 --port="$SESSION_PORT" --port-retries=0 \
  --NotebookApp.base_url="$base_path" --NotebookApp.allow_remote_access=True --notebook-dir="$directory"
