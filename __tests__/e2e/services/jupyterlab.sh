#!/bin/bash
# JupyterLab under the base path of the session, behind nginx, which puts that path back.
set -euo pipefail
base_path=$(cat base_path)
free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()'; }
SESSION_PORT=$(free_port)
lab_port=$(free_port)
JUPYTER_TOKEN=$(python3 -c 'import secrets; print(secrets.token_urlsafe(24))')
export JUPYTER_TOKEN JUPYTER_RUNTIME_DIR=$PWD/runtime
# Jupyter asks npm for its version, which would leave a log in HOME.
export npm_config_logs_max=0
mkdir -p work front
cat > front/nginx.conf <<CONF
daemon off;
pid $PWD/front/pid;
error_log stderr;
events { }
http {
  access_log off;
  client_body_temp_path $PWD/front/body;
  proxy_temp_path $PWD/front/proxy;
  fastcgi_temp_path $PWD/front/fastcgi;
  uwsgi_temp_path $PWD/front/uwsgi;
  scgi_temp_path $PWD/front/scgi;
  server {
    listen $SESSION_PORT;
    location / {
      proxy_pass http://127.0.0.1:$lab_port$base_path;
      proxy_http_version 1.1;
      proxy_set_header Host \$http_host;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection \$http_connection;
    }
  }
}
CONF
echo "$SESSION_PORT" > SESSION_PORT
"@@PROGRAMS@@/jupyter-lab" --allow-root --no-browser --ip=127.0.0.1 --port="$lab_port" --ServerApp.port_retries=0 \
  --ServerApp.base_url="$base_path" --ServerApp.allow_remote_access=True --notebook-dir=work &
exec /usr/sbin/nginx -p "$PWD/front" -c "$PWD/front/nginx.conf"
