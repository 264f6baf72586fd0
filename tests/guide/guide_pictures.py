"""The five pictures of the editors' guide: four drawings of a forge's pages, one page of the site. Made, never retouched.

``pictures`` says what each shows, as HTML; the test draws them in a browser and holds the files of the guide to them.
"""

import hashlib
import re
import shutil
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from built import ROOT
from vigie.cli.check import problems_of

FOLDER = ROOT / "contributing" / "images"
HERE = Path(__file__).parent
NAME = "2026-05-12-rencontre-commission.md"
PAGE = "actualites/2026-05-12-rencontre-commission/"
FAULTS = (
    ("le compte rendu de la commission](https", "le lien suivant](https"),
    ("La commission a promis", "[Joindre en pdf les demandes] La commission a promis"),
)
"""What a hurried paste leaves in the text: what is right, what stands in its place."""


@dataclass(frozen=True)
class Picture:
    """One picture: its file, what it is made from, and where it is in the page that draws it."""

    file: str
    made_from: str
    selector: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.made_from.encode("utf-8")).hexdigest()


def example() -> str:
    """The finished text of the guide's example."""
    return (HERE / "example.md").read_text(encoding="utf-8")


def write_example(root: Path, *, faulty: bool) -> None:
    """Put the example among the news of the project at ``root``."""
    text = example()
    for right, wrong in FAULTS if faulty else ():
        assert right in text
        text = text.replace(right, wrong)
    (root / "docs/fr/actualites" / NAME).write_text(text, encoding="utf-8")


def drawings(root: Path) -> str:
    """The page of the four drawings; what the check says in the last is what it says, in the copy ``root``."""
    write_example(root, faulty=True)
    path = f"docs/fr/actualites/{NAME}"
    said = [problem for problem in problems_of(root) if problem.path == path]
    assert len(said) == len(FAULTS), said
    lines = (root / path).read_text(encoding="utf-8").split("\n")
    refused = "".join(
        f"<pre>{number} {escape(line)}</pre>"
        + "".join(f'<p class="says"><b>{escape(p.what)}</b>{escape(p.mend)}</p>' for p in said if p.line == number)
        for number, line in enumerate(lines, start=1)
        if line and number > lines.index("---", 1) + 1
    )
    page = (HERE / "drawings.html").read_text(encoding="utf-8")
    return page.replace("NAME", NAME).replace("TEXT", escape(example())).replace("REFUSED", refused)


def pictures(root: Path, fragment: str) -> list[Picture]:
    """All five; ``fragment`` is what the page of the example has inside ``<main>``.

    What stands after its ``<article>`` (texts to read next) is out of the picture, and changes with each new text.
    """
    page = drawings(root)
    parts = re.findall(r'<section id="(etape-\d)">(.*?)</section>', page, re.DOTALL)
    found = [Picture(f"{name}.png", page.partition("</style>")[0] + part, f"#{name}") for name, part in parts]
    return [*found, Picture("etape-5.png", fragment.partition("</article>")[0], "body")]


def png(shot: bytes, digest: str) -> bytes:
    """``shot`` in few colours, with the mark of what it was made from."""
    note = PngInfo()
    note.add_text("made-from", digest)
    out = BytesIO()
    Image.open(BytesIO(shot)).convert("RGB").quantize(48, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True, pnginfo=note
    )
    return out.getvalue()


def made_from(path: Path) -> str:
    """The mark of a picture of the guide."""
    with Image.open(path) as image:
        return image.text.get("made-from", "")


def serve_folder(root: Path, target: Path) -> Path:
    """The shared files beside which a page can be opened."""
    shutil.copytree(root / "docs/assets", target / "assets")
    return target
