#!/bin/bash
# Serves a page from a container. Runs on the compute node, as a copy in the job directory. Needs Apptainer, or Singularity,
# its older name.
set -euo pipefail

# The form's values, where the platform does not pass them on as PW_INPUT_*.
if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
image=${PW_INPUT_CONTAINER_IMAGE:-${container_image:-docker://python:3.13-slim}}

runtime=apptainer
if ! command -v apptainer > /dev/null; then
  runtime=singularity
  if ! command -v singularity > /dev/null; then
    echo "apptainer is not installed on $(hostname)" >&2
    exit 1
  fi
fi

mkdir -p site
echo '<!DOCTYPE html><title>Container</title><h1>Hello from a container</h1>' > site/index.html

# An image is fetched before the service is announced, so that nobody waits for a port on which nothing listens yet.
if [[ $image == *://* ]]; then
  "$runtime" pull --force image.sif "$image"
  image=image.sif
fi

# The container shares the network of the node.
SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')

# job.started comes last: whoever sees it finds the other two complete.
hostname > HOSTNAME
echo "$SESSION_PORT" > SESSION_PORT
touch job.started

exec "$runtime" exec --bind "$PWD/site:/site" "$image" python3 -m http.server "$SESSION_PORT" --directory /site
