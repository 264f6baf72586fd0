"""What ``<head>`` says of a page, in tabs, history and previews."""

from __future__ import annotations

from vigie.borrowed import told
from vigie.interface import Interface
from vigie.isolate import isolate_text
from vigie.languages import Language
from vigie.pages import Page
from vigie.values import Text


def head_words(page: Page, t: Interface) -> dict[str, Text]:
    """Title and description, neutral on pages that must not tell what they are about; each in one language, which it knows.

    The name of the site follows the title only in the title's own language: neither place holds markup.
    """
    site = told(t("site_name"), page.lang)
    title = told(
        t("neutral_title") if page.neutral else page.title.value, page.lang if page.neutral else page.title.lang
    )
    if page.kind == "home":
        title = site
    elif not page.neutral and site.lang == title.lang:
        title = Text(f"{title.value} · {site.value}", title.lang)
    description = told(t("neutral_description") if page.neutral else page.description, page.lang)
    return {"title": _isolated(title), "description": _isolated(description)}


def _isolated(text: Text) -> Text:
    return Text(isolate_text(text.value), text.lang) if Language(text.lang).direction == "rtl" else text
