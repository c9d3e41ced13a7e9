#!/bin/bash
# A desktop: TigerVNC behind websockify, the page of noVNC in front, all under the base path by nginx.
set -euo pipefail
base_path=$(cat base_path)
free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()'; }
SESSION_PORT=$(free_port)
vnc_port=$(free_port)
web_port=$(free_port)
display=$((vnc_port % 20000 + 100))

pids=()
cleanup() {
  for pid in "${pids[@]}"; do
    kill "$pid" 2> /dev/null || true
  done
}
trap cleanup EXIT
trap 'exit 143' TERM INT

Xtigervnc ":$display" -rfbport "$vnc_port" -localhost -SecurityTypes None -geometry 800x600 > vnc.log 2>&1 &
pids+=($!)
websockify --web /usr/share/novnc "127.0.0.1:$web_port" "127.0.0.1:$vnc_port" > websockify.log 2>&1 &
pids+=($!)

mkdir -p nginx
cat > nginx/nginx.conf <<CONF
daemon off;
pid $PWD/nginx/pid;
error_log stderr;
events { }
http {
  access_log off;
  absolute_redirect off;
  client_body_temp_path $PWD/nginx/body;
  proxy_temp_path $PWD/nginx/proxy;
  fastcgi_temp_path $PWD/nginx/fastcgi;
  uwsgi_temp_path $PWD/nginx/uwsgi;
  scgi_temp_path $PWD/nginx/scgi;
  server {
    listen $SESSION_PORT;
    location = / { return 302 ${base_path}vnc.html?autoconnect=1@@PATH@@; }
    location / {
      proxy_pass http://127.0.0.1:$web_port/;
      proxy_http_version 1.1;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection upgrade;
    }
  }
}
CONF
/usr/sbin/nginx -p "$PWD/nginx" -c "$PWD/nginx/nginx.conf" > nginx.log 2>&1 &
pids+=($!)
echo "$SESSION_PORT" > SESSION_PORT
wait -n
