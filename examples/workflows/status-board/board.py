"""A board of notices: the page at /, its health at /health."""

import argparse
import html
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, required=True)
parser.add_argument("--title", required=True)
parser.add_argument("--notices", required=True)
options = parser.parse_args()

notices = []
loaded = threading.Event()


def load():
    """Reads the notices; a board with thousands of them takes a while."""
    time.sleep(0.5)
    with open(options.notices, encoding="utf-8") as lines:
        notices.extend(line.strip() for line in lines if line.strip())
    loaded.set()


class Board(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.split("?")[0].endswith("/health"):
            self.answer(*((200, "ok\n") if loaded.is_set() else (503, "loading\n")), "text/plain")
        else:
            items = "".join(f"<li>{html.escape(notice)}</li>" for notice in notices)
            title = html.escape(options.title)
            self.answer(200, f"<!DOCTYPE html>\n<title>{title}</title>\n<h1>{title}</h1>\n<ul>{items}</ul>\n")

    def answer(self, status, text, kind="text/html"):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


threading.Thread(target=load, daemon=True).start()
ThreadingHTTPServer(("", options.port), Board).serve_forever()
