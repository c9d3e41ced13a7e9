#!/bin/bash
# nginx serves a page under the base path of the session.
set -euo pipefail
SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')
mkdir -p nginx/html
echo '<!DOCTYPE html><title>nginx</title><link rel="icon" href="data:,"><p>served under a prefix' > nginx/html/index.html
cat > nginx/nginx.conf <<CONF
daemon off;
pid $PWD/nginx/pid;
error_log stderr;
events { }
http {
  access_log off;
  types { text/html html; }
  client_body_temp_path $PWD/nginx/body;
  proxy_temp_path $PWD/nginx/proxy;
  fastcgi_temp_path $PWD/nginx/fastcgi;
  uwsgi_temp_path $PWD/nginx/uwsgi;
  scgi_temp_path $PWD/nginx/scgi;
  server {
    listen $SESSION_PORT;
    location / { root $PWD/nginx/html; }
  }
}
CONF
echo "$SESSION_PORT" > SESSION_PORT
exec /usr/sbin/nginx -p "$PWD/nginx" -c "$PWD/nginx/nginx.conf"
