"""The preview that editors keep open: every edit shows, a broken one says why and loses nothing."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from html import escape

import pytest

from vigie.preview import with_message

PATIENCE = 60


class Preview:
    """`vigie serve` on a copy of the project, and what it prints."""

    def __init__(self, project, log):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = log
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "vigie.cli", "--root", str(project), "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, stdout=log.open("w"), stderr=subprocess.STDOUT, env=environment, start_new_session=True
        )

    def get(self, address: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=10) as answer:
            return answer.read().decode()

    def wait_for(self, condition, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if condition():
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                pass
            time.sleep(0.1)
        pytest.fail(f"{what}\n{self.log.read_text()[-3000:]}")

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=20)


@pytest.fixture
def preview(project_copy, tmp_path):
    preview = Preview(project_copy, tmp_path / "serve.log")
    try:
        preview.wait_for(lambda: "<h1" in preview.get(""), "the preview did not start")
        yield preview
    finally:
        preview.stop()


@pytest.mark.parametrize("edits", [6, pytest.param(20, marks=pytest.mark.night)])
def test_edits_in_a_row_show_in_both_languages(preview, project_copy, edits):
    """Markdown, data and templates, in French and Arabic in turn: each edit is on its page, none goes astray."""
    french, arabic = project_copy / "docs/fr/infos/droits.md", project_copy / "docs/ar/infos/droits.md"
    interface = project_copy / "data/interface.yaml"
    for number in range(edits):
        path, address = ((french, "infos/droits/"), (arabic, "ar/infos/droits/"))[number % 2]
        mark = f"{number} 77{number}"
        path.write_text(path.read_text(encoding="utf-8") + f"\n\nEssai {mark}.\n", encoding="utf-8")
        preview.wait_for(lambda a=address, n=number: f"77{n}" in preview.get(a), f"edit {number} does not show")
        other = preview.get("ar/infos/droits/" if number % 2 == 0 else "infos/droits/")
        assert f"77{number}" not in other
    text = interface.read_text(encoding="utf-8")
    interface.write_text(text.replace("menu_news: Actualités", "menu_news: Nouvelles"), encoding="utf-8")
    preview.wait_for(lambda: "Nouvelles" in preview.get("infos/"), "an edit of data/ does not show")
    template = project_copy / "overrides/posts.html"
    template.write_text(template.read_text(encoding="utf-8") + "<p>gabarit</p>", encoding="utf-8")
    preview.wait_for(lambda: "gabarit" in preview.get("ar/actualites/"), "an edit of overrides/ does not show")


def test_a_broken_edit_says_why_and_the_last_good_page_stays(preview, project_copy):
    """The message has file, line and mend; mending it shows the next edit."""
    page = project_copy / "docs/fr/infos/droits.md"
    good = page.read_text(encoding="utf-8")
    before = preview.get("infos/droits/")
    page.write_text(good.replace("vital: true", "vital: oui"), encoding="utf-8")
    line = good.split("\n").index("vital: true") + 1
    message = f"docs/fr/infos/droits.md:{line}: « vital » n’est pas true ou false"
    preview.wait_for(lambda: message in preview.log.read_text(), "the broken edit is not explained")
    preview.wait_for(lambda: escape(message) in preview.get("ar/"), "the message is not on the pages")
    after = preview.get("infos/droits/")
    assert _text(with_message(after, "")) == _text(with_message(before, ""))
    (project_copy / "overrides/posts.html").write_text("{{ rien.du.tout }", encoding="utf-8")
    page.write_text(good, encoding="utf-8")
    preview.wait_for(
        lambda: "overrides/posts.html:1: ce gabarit est fautif" in preview.get(""), "the template is not explained"
    )
    assert "<h1" in preview.get("actualites/")
    (project_copy / "overrides/posts.html").write_text("<h1>{{ view.text(page.title) }}</h1>", encoding="utf-8")
    page.write_text(good + "\n\nRéparé.\n", encoding="utf-8")
    preview.wait_for(lambda: "Réparé." in preview.get("infos/droits/"), "the mended page does not show")


def _text(html: str) -> str:
    """The page without the script of the live reload."""
    return re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)


def test_the_preview_has_no_policy_in_the_page_but_the_site_has(preview):
    """Its live reload is written in the page: only the preview may do that."""
    assert "Content-Security-Policy" not in preview.get("")
