"""The guide of the editors: what it tells to type is right, what its pictures show is what happens."""

import datetime
import os
import re
import shutil

import pytest
from guide_pictures import FOLDER, PAGE, drawings, example, made_from, pictures, png, serve_folder, write_example
from PIL import Image

from built import ROOT, TODAY
from vigie.ready import make_ready

GUIDE = (ROOT / "contributing/editors.md").read_text(encoding="utf-8")
WRITE = os.environ.get("VIGIE_DRAW")
"""Set by « make pictures »: the pictures are written instead of compared."""


@pytest.fixture(scope="module")
def copies(project_template, tmp_path_factory):
    """Two copies of the project: one with the faulty text, one with the finished one."""
    folder = tmp_path_factory.mktemp("guide")
    found = [shutil.copytree(project_template, folder / name) for name in ("faulty", "finished")]
    write_example(found[1], faulty=False)
    return found


@pytest.fixture(scope="module")
def framed(copies):
    """The page of the finished example; the project is accepted with it."""
    ready = make_ready(copies[1], datetime.date.fromisoformat(TODAY))
    return ready.framed[f"{PAGE}index.html"]


@pytest.fixture(scope="module")
def expected(copies, framed):
    return pictures(copies[0], str(framed.main))


def test_the_five_steps_have_their_pictures_with_words_for_those_who_do_not_see_them():
    """In order, each said in a sentence."""
    shown = re.findall(r"!\[([^\]]+)\]\(images/(etape-\d\.png)\)", GUIDE)
    assert [name for _alt, name in shown] == [f"etape-{n}.png" for n in range(1, 6)]
    assert all(len(alt) > 40 for alt, _name in shown)
    assert sorted(path.name for path in FOLDER.iterdir()) == [name for _alt, name in shown]


def test_the_model_of_the_guide_is_that_of_the_example():
    """Whoever copies the keys of the guide has those of the example that the pictures show."""
    model = re.search(r"```\n(---\n.*?)```", GUIDE, re.DOTALL).group(1)
    keys = [line.split(":")[0] for line in example().split("---")[1].splitlines() if re.match("[a-z]", line)]
    assert [line.split(":")[0] for line in model.split("---")[1].splitlines() if re.match("[a-z]", line)] == keys


def test_the_pictures_show_what_happens_now(expected):
    """Drawn again (« make pictures ») when a message, the example or its page changes."""
    stale = [p.file for p in expected if not (FOLDER / p.file).is_file() or made_from(FOLDER / p.file) != p.digest]
    assert stale == [], "make pictures"


def test_the_pictures_can_be_drawn_and_are_light(expected, copies, framed, browser, tmp_path):
    """In the browser, as wide as the committed ones; 60 kB at most each, no picture cut."""
    site = serve_folder(copies[1], tmp_path / "site")
    (site / "page.html").write_text(_whole(framed), encoding="utf-8")
    (site / "drawings.html").write_text(drawings(copies[0]), encoding="utf-8")
    target = FOLDER if WRITE else tmp_path
    FOLDER.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": 420, "height": 760}, device_scale_factor=1.5)
    page = context.new_page()
    page.goto((site / "page.html").as_uri())
    (target / expected[-1].file).write_bytes(png(page.screenshot(), expected[-1].digest))
    page.set_viewport_size({"width": 800, "height": 900})
    page.goto((site / "drawings.html").as_uri())
    for picture in expected[:-1]:
        (target / picture.file).write_bytes(png(page.locator(picture.selector).screenshot(), picture.digest))
    context.close()
    for picture in expected:
        drawn, kept = target / picture.file, FOLDER / picture.file
        assert drawn.stat().st_size < 60_000
        with Image.open(drawn) as new, Image.open(kept) as old:
            assert new.width == old.width and new.height > 200


def _whole(framed):
    """The page, put together as ``main.html`` does, with addresses that fit a folder of its own."""
    html = f"<!doctype html><html lang=fr><head>{framed.head}</head><body>{framed.header}<main>{framed.main}</main>{framed.footer}</body></html>"
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html).replace("../../assets/", "assets/")
