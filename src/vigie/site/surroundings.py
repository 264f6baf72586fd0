"""What the links of one text may point to, seen from its page: asked by the check, then by the rendering."""

from __future__ import annotations

from vigie.build import Build, EditorPage
from vigie.documents import Document
from vigie.languages import SOURCE
from vigie.links import Surroundings
from vigie.news.model import Post
from vigie.pages import Page, PageIndex, relative_url


def surroundings(build: Build, index: PageIndex, page: Page, document: Document) -> Surroundings:
    """What the links of ``document`` may point to, seen from ``page``: its own, or the translation that shows it."""

    def target_of(address: str) -> Page | None:
        return index.get(page.lang, address) or index.get(SOURCE, address)

    def anchors_of(address: str) -> frozenset[str] | None:
        target = target_of(address)
        if target is None:
            return None
        subject = target.subject.subject if isinstance(target.subject, Page) else target.subject
        if isinstance(subject, EditorPage | Post):
            return frozenset(heading.id for heading in build.rendered[subject.document.path].headings)
        return frozenset()

    def lang_of(address: str) -> str:
        target = target_of(address)
        return target.lang if target else page.lang

    def url_of(address: str) -> str:
        path, _, anchor = address.partition("#")
        target = target_of(path)
        assert target is not None  # noqa: S101 - checked before any rendering
        if anchor and not target.real:
            anchor = ""
        return relative_url(page, target.path + (f"#{anchor}" if anchor else ""))

    words = build.interfaces[document.lang]  # those of the text that holds the links, which may be quoted in another
    return Surroundings(
        lang=document.lang,
        name=document.name,
        contacts={contact.id: contact for contact in build.contacts.record.contacts},
        anchors_of=anchors_of,
        url_of=url_of,
        mail_note=words("mail_not_urgent"),
        contact_email=build.site.record.contact_email,
        lang_of=lang_of,
        french_note=words("posts_in_french"),
    )
