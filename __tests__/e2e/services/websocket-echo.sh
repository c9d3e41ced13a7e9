#!/bin/bash
# A WebSocket that sends back what it gets, and the page that talks to it, by a relative address.
set -euo pipefail
SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')
cat > echo.py <<'PYTHON'
import base64, hashlib, socketserver, sys

PAGE = b"""<!DOCTYPE html><title>echo</title><link rel="icon" href="data:,"><p id="said">nothing</p>
<script>
const socket = new WebSocket(location.href.replace(/^http/, 'ws').replace(/[^/]*$/, 'socket'));
socket.onopen = () => socket.send('hello');
socket.onmessage = (event) => { document.getElementById('said').textContent = event.data; };
</script>
"""


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        path = self.rfile.readline().split(b" ")[1:2]
        headers = {}
        while (line := self.rfile.readline().strip()):
            name, _, value = line.partition(b":")
            headers[name.lower()] = value.strip()
        key = headers.get(b"sec-websocket-key")
        if key is None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n"
                             b"Connection: close\r\n\r\n%s" % (len(PAGE), PAGE))
            return
        accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
        self.wfile.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         b"Sec-WebSocket-Accept: %s\r\n\r\n" % accept)
        while len(head := self.rfile.read(2)) == 2:
            length = head[1] & 127
            mask = self.rfile.read(4)
            data = bytes(byte ^ mask[i % 4] for i, byte in enumerate(self.rfile.read(length)))
            if head[0] & 15 == 8:
                return
            self.wfile.write(bytes([0x81, length]) + data)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("", int(sys.argv[1])), Handler).serve_forever()
PYTHON
echo "$SESSION_PORT" > SESSION_PORT
exec python3 echo.py "$SESSION_PORT"
