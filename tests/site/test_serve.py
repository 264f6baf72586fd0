"""The preview that editors keep open: every edit shows, a broken one says why and loses nothing."""

import os
import re
import shutil
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


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def previewed(project_template, tmp_path_factory):
    """The copy of the project that is edited under the preview."""
    project = tmp_path_factory.mktemp("preview") / "project"
    shutil.copytree(project_template, project)
    return project


@pytest.fixture(scope="module")
def preview(previewed):
    """Started once, as an editor does: each test edits on."""
    preview = Preview(previewed, previewed.with_name("serve.log"))
    try:
        preview.wait_for(lambda: "<h1" in preview.get(""), "the preview did not start")
        yield preview
    finally:
        preview.stop()


@pytest.mark.parametrize("edits", [6, pytest.param(20, marks=pytest.mark.night)])
def test_edits_in_a_row_show_in_both_languages(preview, previewed, edits):
    """Markdown, data and templates, in French and Arabic in turn: each edit is on its page, none goes astray."""
    french, arabic = previewed / "docs/fr/infos/droits.md", previewed / "docs/ar/infos/droits.md"
    interface = previewed / "data/interface.yaml"
    for number in range(edits):
        path, address = ((french, "infos/droits/"), (arabic, "ar/infos/droits/"))[number % 2]
        mark = f"essai-{LETTERS[edits]}-{LETTERS[number]}"  # a number in one language alone would be refused
        path.write_text(path.read_text(encoding="utf-8") + f"\n\n{mark}\n", encoding="utf-8")
        preview.wait_for(lambda a=address, m=mark: m in preview.get(a), f"edit {number} does not show")
        if number % 2 == 0:  # what is new in French is folded into the Arabic page
            beside = preview.get("ar/infos/droits/")
            assert beside.index('class="beside"') < beside.index(mark)
        else:
            assert mark not in preview.get("infos/droits/")
    text = interface.read_text(encoding="utf-8")
    news = f"Nouvelles en {LETTERS[edits]}"
    interface.write_text(re.sub("(?m)^menu_news: .*", f"menu_news: {news}", text), encoding="utf-8")
    preview.wait_for(lambda: news in preview.get("infos/"), "an edit of data/ does not show")
    template = previewed / "overrides/posts.html"
    template.write_text(template.read_text(encoding="utf-8") + f"<p>gabarit {edits}</p>", encoding="utf-8")
    preview.wait_for(lambda: f"gabarit {edits}" in preview.get("ar/actualites/"), "an edit of overrides/ does not show")


def test_a_broken_edit_says_why_and_the_last_good_page_stays(preview, previewed):
    """The message has file, line and mend; mending it shows the next edit."""
    page = previewed / "docs/fr/infos/droits.md"
    good = page.read_text(encoding="utf-8")
    before = preview.get("infos/droits/")
    page.write_text(good.replace("vital: true", "vital: oui"), encoding="utf-8")
    line = good.split("\n").index("vital: true") + 1
    message = f"docs/fr/infos/droits.md:{line}: « vital » n’est pas true ou false"
    preview.wait_for(lambda: message in preview.log.read_text(), "the broken edit is not explained")
    preview.wait_for(lambda: escape(message) in preview.get("ar/"), "the message is not on the pages")
    after = preview.get("infos/droits/")
    assert _text(with_message(after, "")) == _text(with_message(before, ""))
    (previewed / "overrides/posts.html").write_text("{{ rien.du.tout }", encoding="utf-8")
    page.write_text(good, encoding="utf-8")
    preview.wait_for(
        lambda: "overrides/posts.html:1: ce gabarit est fautif" in preview.get(""), "the template is not explained"
    )
    assert "<h1" in preview.get("actualites/")
    (previewed / "overrides/posts.html").write_text("<h1>{{ view.text(page.title) }}</h1>", encoding="utf-8")
    page.write_text(good + "\n\nRéparé.\n", encoding="utf-8")
    preview.wait_for(lambda: "Réparé." in preview.get("infos/droits/"), "the mended page does not show")


def _text(html: str) -> str:
    """The page without the script of the live reload."""
    return re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)


def test_the_preview_has_no_policy_in_the_page_but_the_site_has(preview):
    """Its live reload is written in the page: only the preview may do that."""
    assert "Content-Security-Policy" not in preview.get("")
