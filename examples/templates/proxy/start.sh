#!/bin/bash
# Serves an app that listens on its own machine only, with nginx in front of it. Runs on the compute node, as a copy in the
# job directory.
set -euo pipefail

# The form's values, where the platform does not pass them on as PW_INPUT_*.
if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
title=${PW_INPUT_APP_TITLE:-${app_title:-My app}}

if ! command -v nginx > /dev/null; then
  echo "nginx is not installed on $(hostname)" >&2
  exit 1
fi

free_port() {
  python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()'
}
SESSION_PORT=$(free_port)
app_port=$(free_port)

# The app: put yours in its place. Its links must be relative, or read X-Forwarded-Prefix.
mkdir -p site
python3 - "$title" > site/index.html <<'PYTHON'
import html, sys
print(f"<!DOCTYPE html>\n<title>{html.escape(sys.argv[1])}</title>\n<h1>{html.escape(sys.argv[1])}</h1>")
PYTHON
python3 -m http.server "$app_port" --bind 127.0.0.1 --directory site &

# The front, which every host reaches. Settings that the app wants of a proxy, such as headers, go here.
user=
if [ "$(id -u)" -eq 0 ]; then
  user='user root;'
fi
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
  map \$http_upgrade \$connection_upgrade {
    default upgrade;
    '' close;
  }
  server {
    listen 0.0.0.0:$SESSION_PORT;
    location / {
      proxy_pass http://127.0.0.1:$app_port;
      proxy_http_version 1.1;
      proxy_set_header Host \$http_host;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection \$connection_upgrade;
      proxy_read_timeout 1d;
    }
  }
}
CONF

# job.started comes last: whoever sees it finds the other two complete.
hostname > HOSTNAME
echo "$SESSION_PORT" > SESSION_PORT
touch job.started

exec nginx -e stderr -c "$PWD/front/nginx.conf"
