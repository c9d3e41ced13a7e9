#!/bin/bash
# Starts a Jupyter notebook server under the base path of its session, behind a front that puts that path back. Runs on the
# compute node, as a copy in the job directory. job_runner has already written job.started and HOSTNAME when the first
# line of this file runs.
set -euo pipefail

if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
directory=${PW_INPUT_NOTEBOOK_DIRECTORY:-${notebook_directory:-work}}
mkdir -p "$directory"

for program in jupyter-notebook nginx; do
  if ! command -v "$program" > /dev/null; then
    echo "$program is not installed on $(hostname)" >&2
    exit 1
  fi
done

# The pages of the server link to each other by whole paths, so it has to know the one of its session; preprocessing
# wrote it down.
base_path=$(cat base_path)

# Other users of the node can reach the port, so the server asks for a token that only the owner can read.
(umask 077 && python3 -c 'import secrets; print(secrets.token_urlsafe(24))' > token)
JUPYTER_TOKEN=$(cat token)
export JUPYTER_TOKEN
export JUPYTER_RUNTIME_DIR=$PWD/runtime

free_port() {
  python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()'
}
SESSION_PORT=$(free_port)
notebook_port=$(free_port)
echo "$SESSION_PORT" > SESSION_PORT

root=()
user=
if [ "$(id -u)" -eq 0 ]; then
  root=(--allow-root)
  user='user root;'
fi
jupyter-notebook "${root[@]}" --no-browser --ip=127.0.0.1 --port="$notebook_port" --port-retries=0 \
  --NotebookApp.base_url="$base_path" --NotebookApp.allow_remote_access=True --notebook-dir="$directory" &

# The platform takes the session's path off every request; the front puts it back.
mkdir -p front
cat > front/nginx.conf << CONF
$user
daemon off;
pid $PWD/front/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path $PWD/front/body;
  proxy_temp_path $PWD/front/proxy;
  fastcgi_temp_path $PWD/front/fastcgi;
  uwsgi_temp_path $PWD/front/uwsgi;
  scgi_temp_path $PWD/front/scgi;
  server {
    listen 0.0.0.0:$SESSION_PORT;
    location / {
      proxy_pass http://127.0.0.1:$notebook_port$base_path;
      proxy_http_version 1.1;
      proxy_set_header Host \$http_host;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection \$http_connection;
      proxy_read_timeout 1d;
    }
  }
}
CONF
exec nginx -e stderr -c "$PWD/front/nginx.conf"
