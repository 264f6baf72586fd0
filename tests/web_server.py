"""A real nginx (and Caddy) with the project's own configuration, on a free port. A missing one fails, never skips."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from vigie.data_files import load_data
from vigie.readers.caddy import caddyfile
from vigie.readers.headers import Served, served
from vigie.readers.nginx import site_conf
from vigie.redirects.rules import NO_MOVES, Moves
from vigie.site.model import Site

SITE = Served(languages=("fr", "ar"), is_draft=True)
"""A draft in two languages, whatever the site of this repository is today."""

HIDDEN_TEXT = "ne doit pas sortir"
"""What hidden files hold in the tests."""

_MODULE = "ngx_http_brotli_static_module.so"
_MODULES = [Path(folder) / _MODULE for folder in ("/usr/lib/nginx/modules", "/usr/share/nginx/modules")]
_INSTALL = "lancez « make test », qui l’installe (Debian : nginx-light libnginx-mod-http-brotli-static)"
_PATIENCE = 20
_TRIES = 5

_AROUND = """\
load_module {module};
daemon off;
master_process off;
pid {scratch}/nginx.pid;
error_log {scratch}/main.log warn;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {scratch}/body;
    proxy_temp_path {scratch}/proxy;
    fastcgi_temp_path {scratch}/fastcgi;
    uwsgi_temp_path {scratch}/uwsgi;
    scgi_temp_path {scratch}/scgi;
    {tls}
    include {scratch}/site.conf;
}}
"""


def of_project(root: Path) -> Served:
    """The site of the project at ``root``, as its ``data/site.yaml`` has it."""
    loaded, problems = load_data(Site, root, "data/site.yaml")
    assert loaded, problems
    return served(loaded.record)


@dataclass(frozen=True)
class Answer:
    """What a server said: its status, its headers (each name once), its bytes."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class WebServer:
    """A server that answers on ``port``; ``logs`` is the folder of all that it writes."""

    port: int
    logs: Path
    process: subprocess.Popen

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """``path`` as it is, nothing added; ``accept_encoding="br"`` sends « Accept-Encoding: br »."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            names = [name.lower() for name, _value in answer.getheaders()]
            assert len(set(names)) == len(names), f"{path}: a header is sent twice: {names}"
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def said(self) -> str:
        """All that it has written about its visitors and itself."""
        return "".join(path.read_text(errors="replace") for path in sorted(self.logs.glob("*.log")))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=_PATIENCE)
        shutil.rmtree(self.logs)


def start_nginx(
    folder: Path, site: Served = SITE, certificate: Path | None = None, moves: Moves = NO_MOVES
) -> WebServer:
    """Serve ``folder``, as the user who runs the tests; over https with ``certificate``, a file that holds its key too."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    module = next((path for path in _MODULES if path.exists()), None)
    if program is None or module is None:
        raise RuntimeError(f"pas de nginx avec son module brotli_static : {_INSTALL}")
    scratch = Path(tempfile.mkdtemp(prefix="vigie-nginx-"))

    def command(port: int) -> list[str]:
        listen = (f"127.0.0.1:{port}{' ssl' if certificate else ''}",)
        conf = site_conf(site, None, str(folder), listen, str(scratch), moves)
        (scratch / "site.conf").write_text(conf, encoding="utf-8")
        tls = f"ssl_certificate {certificate}; ssl_certificate_key {certificate};" if certificate else ""
        around = _AROUND.format(module=module, scratch=scratch, tls=tls)
        (scratch / "nginx.conf").write_text(around, encoding="utf-8")
        return [program, "-p", str(scratch), "-e", str(scratch / "main.log"), "-c", str(scratch / "nginx.conf")]

    return start(command, scratch)


def start_caddy(folder: Path, site: Served = SITE, moves: Moves = NO_MOVES) -> WebServer:
    """The same with Caddy (Debian's, in the checks of the night)."""
    program = shutil.which("caddy")
    if program is None:
        raise RuntimeError("pas de Caddy (Debian : apt install caddy)")
    scratch = Path(tempfile.mkdtemp(prefix="vigie-caddy-"))

    def command(port: int) -> list[str]:
        text = caddyfile(site, None, str(folder), f"http://127.0.0.1:{port}", str(scratch), moves, f":{port}")
        (scratch / "Caddyfile").write_text(text, encoding="utf-8")
        return [program, "run", "--adapter", "caddyfile", "--config", str(scratch / "Caddyfile")]

    return start(command, scratch)


def start(command, logs: Path) -> WebServer:
    """Run ``command(port)`` on a free port until it answers; another port if somebody else took that one meanwhile."""
    said = logs / "said.log"
    for _try in range(_TRIES):
        port = _free_port()
        with said.open("a") as output:
            process = subprocess.Popen(
                command(port), stdout=output, stderr=subprocess.STDOUT, cwd=logs, env={**os.environ, "HOME": str(logs)}
            )
        end = time.monotonic() + _PATIENCE
        while process.poll() is None and time.monotonic() < end:
            if _answers(port):
                return WebServer(port, logs, process)
            time.sleep(0.05)
        process.kill()
        process.wait()
    raise RuntimeError("".join(path.read_text(errors="replace") for path in sorted(logs.glob("*.log"))))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
