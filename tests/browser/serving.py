"""The site served on this machine as a good server does, and how Chromium is started."""

import functools
import http.server
import threading
from pathlib import Path
from urllib.parse import urlsplit

import brotli

ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a good server does: brotli, the language's 404, and no log."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        if not found:
            arabic = urlsplit(self.path).path.startswith("/ar/")
            path = Path(self.directory) / ("ar/404.html" if arabic else "404.html")
        body = brotli.compress(path.read_bytes())
        self.send_response(200 if found else 404)
        self.send_header(
            "Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if path.suffix != ".svg" else "")
        )
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def serve(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve ``folder`` on a free port, in a thread that ends with the tests."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
