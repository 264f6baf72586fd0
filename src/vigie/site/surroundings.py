"""What the links of one text may point to, seen from its page: asked by the check, then by the rendering."""

from __future__ import annotations

from vigie.build import Build, EditorPage
from vigie.languages import SOURCE
from vigie.links import Surroundings
from vigie.news.model import Post
from vigie.pages import Page, PageIndex, relative_url


def surroundings(build: Build, index: PageIndex, page: Page, name: str) -> Surroundings:
    """What the links of the document ``name`` may point to, seen from ``page``."""

    def anchors_of(address: str) -> frozenset[str] | None:
        target = index.get(page.lang, address) or index.get(SOURCE, address)
        if target is None:
            return None
        subject = target.subject.subject if isinstance(target.subject, Page) else target.subject
        if isinstance(subject, EditorPage | Post):
            return frozenset(heading.id for heading in build.rendered[subject.document.path].headings)
        return frozenset()

    def url_of(address: str) -> str:
        path, _, anchor = address.partition("#")
        target = index.get(page.lang, path) or index.get(SOURCE, path)
        assert target is not None  # noqa: S101 - checked before any rendering
        if anchor and not target.real:
            anchor = ""
        return relative_url(page, target.path + (f"#{anchor}" if anchor else ""))

    contacts = {contact.id: contact for contact in build.contacts.record.contacts}
    return Surroundings(
        page.lang,
        name,
        contacts,
        anchors_of,
        url_of,
        build.interfaces[page.lang]("mail_not_urgent"),
        build.site.record.contact_email,
    )
