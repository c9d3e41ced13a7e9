#!/bin/bash
# Serves a desktop in the browser: a virtual screen, and noVNC in front of it. Runs on the compute node, as a copy in the
# job directory. Needs TigerVNC, websockify and noVNC.
set -euo pipefail

# The form's values, where the platform does not pass them on as PW_INPUT_*.
if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
geometry=${PW_INPUT_DESKTOP_GEOMETRY:-${desktop_geometry:-1280x800}}

for program in Xvnc vncpasswd websockify; do
  if ! command -v "$program" > /dev/null; then
    echo "$program is not installed on $(hostname)" >&2
    exit 1
  fi
done
novnc=${NOVNC_DIRECTORY:-/usr/share/novnc}
if [ ! -f "$novnc/vnc.html" ]; then
  echo "noVNC is not in $novnc: set NOVNC_DIRECTORY" >&2
  exit 1
fi

free_port() {
  python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()'
}
SESSION_PORT=$(free_port)
screen_port=$(free_port)

# Other users of the node can reach the port, so the screen asks for a password that only the owner can read.
mkdir -p screen web
(umask 077 && python3 -c 'import secrets; print(secrets.token_urlsafe(6))' > password)
(umask 077 && vncpasswd -f < password > screen/password)

# Xvnc takes the first display that is free, and tells which one that is.
Xvnc -displayfd 3 -geometry "$geometry" -localhost -rfbport "$screen_port" -rfbauth screen/password \
  3> screen/display > screen/log 2>&1 &
screen=$!
until [ -s screen/display ]; do
  if ! kill -0 "$screen" 2> /dev/null; then
    cat screen/log >&2
    exit 1
  fi
  sleep 0.2
done
DISPLAY=:$(cat screen/display)
export DISPLAY

# The first desktop that is installed; without one the screen stays empty until something is started on it.
for desktop in startxfce4 mate-session startlxde openbox-session xterm; do
  if command -v "$desktop" > /dev/null; then
    "$desktop" > screen/desktop.log 2>&1 &
    break
  fi
done

# noVNC has to be told where its socket is: below the path of the session, which the browser knows.
ln -sf "$novnc"/* web/
cat > web/index.html <<PAGE
<!DOCTYPE html>
<title>Desktop</title>
<p>The password of this desktop is in the file $PWD/password.</p>
<p><a id="open" href="vnc.html">Open the desktop</a></p>
<script>
  const folder = location.pathname.replace(/[^/]*\$/, '').slice(1);
  const path = encodeURIComponent(folder + 'websockify');
  document.getElementById('open').href = 'vnc.html?autoconnect=true&resize=remote&path=' + path;
</script>
PAGE

# job.started comes last: whoever sees it finds the other two complete.
hostname > HOSTNAME
echo "$SESSION_PORT" > SESSION_PORT
touch job.started

exec websockify --web web "0.0.0.0:$SESSION_PORT" "127.0.0.1:$screen_port"
