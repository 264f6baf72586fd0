"""Documents in the pages: which of them are served."""

from __future__ import annotations

from collections.abc import Mapping

from vigie.build import Build
from vigie.news.model import Post
from vigie.pages import PageIndex


def attachment_files(build: Build, index: PageIndex) -> Mapping[str, bytes]:
    """The files to write, by their path from the site's root: those of the texts that are published, and no other."""
    served = {
        joined.file.path: joined.file.data
        for page in index.by_place.values()
        if isinstance(page.subject, Post)
        for joined in build.attachments.of(page.subject.document)
    }
    return dict(sorted(served.items()))
