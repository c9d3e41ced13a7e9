#!/bin/bash
# A page of Streamlit, whose files and WebSocket have relative addresses.
set -euo pipefail
SESSION_PORT=$(python3 -c 'import socket; s=socket.socket(); s.bind(("",0)); print(s.getsockname()[1]); s.close()')
cat > app.py <<'PYTHON'
import streamlit

streamlit.title("a page")
PYTHON
echo "$SESSION_PORT" > SESSION_PORT
exec "@@PROGRAMS@@/streamlit" run app.py --server.port "$SESSION_PORT" --server.address 0.0.0.0 --server.headless true \
  --server.enableCORS false --server.enableXsrfProtection false --server.fileWatcherType none \
  --browser.gatherUsageStats false
