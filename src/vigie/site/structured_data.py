"""What a page says of itself to search engines (schema.org): who publishes, on the home page; a text's day, on the text;
what the ledger is, on the page that offers its files.

Nothing on pages that must not tell what they are about, nothing that the page itself does not show.
"""

from __future__ import annotations

from typing import Any

from vigie.borrowed import unmarked
from vigie.build import Build
from vigie.feeds.state_of_site import drafted
from vigie.languages import SOURCE
from vigie.measures.open_data.files import FOLDER, WHOLE
from vigie.news.model import Post
from vigie.pages import Page

_CONTEXT = "https://schema.org"


def structured_data(build: Build, page: Page) -> dict[str, Any] | None:
    """The record of ``page``, ready for JSON, or None when it has none."""
    if page.neutral:
        return None
    if page.kind == "home":
        return {"@context": _CONTEXT, **_publisher(build)}
    if isinstance(page.subject, Post) and page.kind == "post":
        return {"@context": _CONTEXT, **_article(build, page, page.subject)}
    if page.address == FOLDER and page.real:
        return {"@context": _CONTEXT, **_dataset(build, page)}
    return None


def _publisher(build: Build) -> dict[str, Any]:
    site = build.site.record
    return {"@type": "NGO", "name": site.publisher.name, "email": site.contact_email} | _address(build, "")


def _article(build: Build, page: Page, post: Post) -> dict[str, Any]:
    """A date as exact as the file's name gives it: a month stays a month. A text taken from another body says so."""
    record = {
        "@type": "NewsArticle",
        "headline": page.title.value,
        "description": page.description,
        "datePublished": str(post.date),
        "inLanguage": page.lang,
        "publisher": _publisher(build),
    }
    if post.original:
        record["isBasedOn"] = post.original
    return record | _address(build, page.path)


def _dataset(build: Build, page: Page) -> dict[str, Any]:
    """The ledger and its files; no licence is named while none has been chosen, no address while there is none."""
    t, period = build.interfaces[page.lang], build.ledger.record.plan.period
    files = [
        {"@type": "DataDownload", "name": unmarked(t(label)), "encodingFormat": media_type}
        | _address(build, path, "contentUrl")
        for path, (label, media_type) in WHOLE.items()
    ]
    record = {
        "@type": "Dataset",
        "name": unmarked(t("data_title")),
        "description": unmarked(drafted(build, t("data_description"), page.lang)),
        "inLanguage": SOURCE,
        "temporalCoverage": f"{period.start}/{period.end}",
        "creator": _publisher(build),
        "distribution": files,
    }
    return record | _address(build, page.path)


def _address(build: Build, path: str, key: str = "url") -> dict[str, str]:
    root = build.site.record.site_url
    return {key: f"{root.rstrip('/')}/{path}"} if root else {}
