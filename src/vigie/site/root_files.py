"""The files at the root of the site that belong to no language: sitemap, robots, security, headers and old addresses for hosts that read them."""

from __future__ import annotations

import datetime
from html import escape

from vigie.build import Build
from vigie.languages import SOURCE
from vigie.pages import PageIndex
from vigie.readers.headers import served
from vigie.readers.host_headers import host_headers
from vigie.redirects.host_file import host_redirects
from vigie.redirects.rules import moves
from vigie.redirects.settled import settled

VALID_FOR = datetime.timedelta(days=364)
"""RFC 9116 recommends less than a year ahead; a site that is kept up is built more often."""

COPIED_TO_ROOT = {"favicon.ico": "favicon.ico", "apple-touch-icon.png": "icon.png"}
"""Files of ``docs/assets/`` that browsers ask for at the root without being told: a neutral icon, never an error."""


def root_files(build: Build, index: PageIndex) -> dict[str, str]:
    """File name to text. No sitemap while the site has no address: a sitemap holds full addresses only."""
    headers = host_headers(served(build.site.record), index.by_place.values())
    redirects = host_redirects(moves(settled(build, index), build.site.record.site_url))
    files = {"robots.txt": robots(build), "_headers": headers, "_redirects": redirects}
    files |= {".well-known/security.txt": security(build)}
    if build.site.record.site_url and not build.is_draft:
        files["sitemap.xml"] = sitemap(build, index)
    return files


def security(build: Build) -> str:
    """Whom to tell of a flaw (RFC 9116). It expires within a year of the build: a site nobody builds any more says so."""
    site = build.site.record
    expires = datetime.datetime.combine(build.today + VALID_FOR, datetime.time(), datetime.UTC)
    lines = [f"Contact: mailto:{site.contact_email}", f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}"]
    lines += [f"Preferred-Languages: {SOURCE}, en"]
    if site.site_url:
        lines.append(f"Canonical: {site.site_url.rstrip('/')}/.well-known/security.txt")
    return "\n".join(lines) + "\n"


def robots(build: Build) -> str:
    """Closed while the site is a draft."""
    if build.is_draft:
        return "User-agent: *\nDisallow: /\n"
    address = (build.site.record.site_url or "").rstrip("/")
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {address}/sitemap.xml\n" if address else "")


def sitemap(build: Build, index: PageIndex) -> str:
    """Real texts of public languages, each with its true alternates; no ``lastmod``: a build date is no date of change."""
    root = (build.site.record.site_url or "").rstrip("/")
    entries = []
    for lang in build.public_languages:
        for page in index.in_language(lang):
            if not page.real or page.is_error or page.for_volunteers:
                continue
            alternates = index.translations(page, build.public_languages)
            links = "".join(
                f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(f"{root}/{other.path}")}"/>'
                for code, other in sorted(alternates.items())
                if len(alternates) > 1
            )
            entries.append(f"<url><loc>{escape(f'{root}/{page.path}')}</loc>{links}</url>")
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n' + "\n".join(entries) + "\n</urlset>\n"
