#!/bin/bash
# Serves a greeting. Runs on the compute node, as a copy in the job directory: paths are relative to that directory,
# never to where this file lies in the repository.
set -euo pipefail

# The form's values, where the platform does not pass them on as PW_INPUT_*.
if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
message=${PW_INPUT_HELLO_MESSAGE:-${hello_message:-Hello World}}

mkdir -p site
python3 - "$message" > site/index.html <<'PYTHON'
import html, sys
print(f"<!DOCTYPE html>\n<title>Hello</title>\n<h1>{html.escape(sys.argv[1])}</h1>")
PYTHON

SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')

# job.started comes last: whoever sees it finds the other two complete.
hostname > HOSTNAME
echo "$SESSION_PORT" > SESSION_PORT
touch job.started

# exec: the service takes this script's place, so that a cancelled run ends it too. What it prints is kept by
# job_runner in run.${PW_JOB_ID}.out.
exec python3 -m http.server "$SESSION_PORT" --directory site
