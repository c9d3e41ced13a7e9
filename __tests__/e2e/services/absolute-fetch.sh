#!/bin/bash
# A page whose script asks for its data at the root of the host; the address is put together when it runs.
set -euo pipefail
SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')
cat > page.py <<'PYTHON'
import http.server, sys

PAGE = b"""<!DOCTYPE html><title>state</title><link rel="icon" href="data:,">
<script>const root = '/'; fetch(`${root}api/${'state'}`);</script>
"""


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)


http.server.ThreadingHTTPServer(("", int(sys.argv[1])), Handler).serve_forever()
PYTHON
echo "$SESSION_PORT" > SESSION_PORT
exec python3 page.py "$SESSION_PORT"
