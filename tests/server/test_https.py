"""What is sent over https alone."""

import http.client
import ssl
import subprocess

import pytest

from vigie.readers.headers import headers_of
from web_server import SITE, start_nginx

pytestmark = pytest.mark.night


def test_https_is_remembered_for_a_year_and_only_over_https(small_site, tmp_path):
    """Strict-Transport-Security is on every status of https; plain http, where it would mean nothing, has none."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    both = tmp_path / "both.pem"
    both.write_text(key.read_text() + certificate.read_text())
    server = start_nginx(small_site, certificate=both)
    try:
        for path, status in (("/", 200), ("/infos", 301), ("/rien", 404)):
            trusted = ssl.create_default_context(cafile=str(certificate))
            trusted.check_hostname = False
            connection = http.client.HTTPSConnection("127.0.0.1", server.port, context=trusted)
            connection.request("GET", path)
            answer = connection.getresponse()
            shown = "/404.html" if status == 404 else path
            assert answer.status == status
            for name, value in headers_of(shown, SITE, https=True).items():
                assert answer.getheader(name) == value
            connection.close()
    finally:
        server.stop()
    assert "Strict-Transport-Security" not in headers_of("/", SITE)
