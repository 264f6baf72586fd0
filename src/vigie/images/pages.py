"""Pictures in the pages: each where its text shows it, and the list of those that are served."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vigie.build import Build, EditorPage
from vigie.html_stream import Event, rewrite, start_tag
from vigie.images.model import SiteImage
from vigie.news.model import Post
from vigie.pages import PageIndex


def with_images(html: str, document: str, build: Build, url: Callable[[str], str]) -> str:
    """``html``, a piece of ``document``, with each picture's own address, its size and nothing loaded before it is near."""

    def placed(event: Event) -> str | None:
        if event.kind != "start" or event.data != "img":
            return None
        attributes = dict(event.attributes)
        image = build.images.placed[document, attributes.get("src") or ""]
        shown = (("src", url(image.path)), ("alt", (attributes.get("alt") or "").strip()))
        size = (("width", str(image.width)), ("height", str(image.height)))
        return start_tag("img", (*shown, *size, ("loading", "lazy"), ("decoding", "async")))

    return rewrite(html, placed) if "<img" in html else html


def image_files(build: Build, index: PageIndex) -> Mapping[str, bytes]:
    """The files to write, by their path from the site's root: those of the texts that are published, and no other."""
    shown = {
        page.subject.document.path for page in index.by_place.values() if isinstance(page.subject, EditorPage | Post)
    }
    served: dict[str, SiteImage] = {
        image.path: image for (document, _src), image in build.images.placed.items() if document in shown
    }
    return {path: image.data for path, image in sorted(served.items())}
