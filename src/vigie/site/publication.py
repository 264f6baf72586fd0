"""The gate between draft and public: what the site lacks before it may be signed, and what a public build leaves out.

It never blocks a draft. A public site is refused without what the law asks a publisher to show; a vital page that
nobody competent has read gives way to a short page with the numbers to call.
"""

from __future__ import annotations

from vigie.build import Build, EditorPage
from vigie.languages import SOURCE
from vigie.measures.finding import Finding
from vigie.problems import Problem

PUBLISHER_FACTS = ("legal_form", "address", "director", "host")
"""What we take the law to ask of a publisher's notice (law n° 2004-575 of 21 June 2004; no lawyer of the collectif has
checked this list). The registration and the press contact are useful, not required."""


def awaits_a_lawyer(page: EditorPage) -> bool:
    """A vital page that says what the law is, and that no lawyer has read."""
    return page.meta.vital and "legal_review" in page.meta.model_fields_set and page.meta.legal_review is None


def awaits_a_native_reader(page: EditorPage) -> bool:
    """A translation that nobody whose language it is has reviewed."""
    return page.document.lang != SOURCE and getattr(page.meta.translation, "state", None) != "reviewed"


def awaits_a_signature(finding: Finding) -> bool:
    """A finding in the associations' name that the collectif has not signed."""
    return finding.side == "associations" and finding.validated is None


def is_withheld(build: Build, page: EditorPage) -> bool:
    """Whether a public build shows a short page in the place of this one."""
    return not build.is_draft and (awaits_a_lawyer(page) or (page.meta.vital and awaits_a_native_reader(page)))


def withheld_texts(build: Build) -> frozenset[str]:
    """The names of the French pages that the public is not shown: their sheets are not shown either."""
    return frozenset(
        page.document.name for page in build.documents if page.document.lang == SOURCE and is_withheld(build, page)
    )


def a_public_site_says_who_publishes_it(build: Build) -> list[Problem]:
    """Leaving the draft needs an address and what the law asks a publisher to show."""
    if build.is_draft:
        return []
    return _publisher(build, "le site ne peut pas être public : ", ", ou status: draft")


def missing_for_publication(build: Build) -> list[Problem]:
    """Everything that waits before the collectif may sign; the numbers that nobody has called yet only warn."""
    return [
        *_publisher(build, "", ""),
        *_reviews(build),
        *_absent(build),
        *_findings(build),
        *_helplines(build),
    ]


def _publisher(build: Build, before: str, otherwise: str) -> list[Problem]:
    site = build.site
    names = {"site_url": site.record.site_url}
    names |= {f"publisher.{name}": getattr(site.record.publisher, name) for name in PUBLISHER_FACTS}
    return [
        site.problem(tuple(name.split(".")), f"{before}« {name} » manque", f"complétez-le{otherwise}")
        for name, value in names.items()
        if value is None
    ]


def _reviews(build: Build) -> list[Problem]:
    problems = []
    for page in build.documents:
        path, front = page.document.path, page.document.front
        if awaits_a_lawyer(page):
            mend = "faites-la relire, puis legal_review: {role, date} ; sans cela le site public montre une page courte"
            problems.append(
                Problem(path, front.line(("legal_review",)), "aucun juriste n’a relu cette page vitale", mend)
            )
        if page.meta.vital and awaits_a_native_reader(page):
            mend = "faites-la relire, puis state: reviewed ; sans cela le site public montre une page courte"
            what = "aucune personne dont c’est la langue n’a relu cette page vitale"
            problems.append(Problem(path, front.line(("translation",)), what, mend))
    return problems


def _absent(build: Build) -> list[Problem]:
    there = {(page.document.lang, page.document.name) for page in build.documents}
    return [
        Problem(
            f"docs/{language.code}/{page.document.name}.md",
            1,
            f"cette page vitale n’est pas traduite ({language.name})",
            "traduisez-la ; sans cela ses lecteurs ont une page courte qui mène au français",
        )
        for language in build.languages
        for page in build.documents
        if page.meta.vital and page.document.lang == SOURCE and (language.code, page.document.name) not in there
    ]


def _findings(build: Build) -> list[Problem]:
    ledger = build.ledger
    return [
        ledger.problem(
            ("measures", m, "findings", f, "validated"),
            f"le constat « {finding.id} », au nom des associations, n’est pas validé",
            "validated: {by, on} quand le collectif l’a signé ; sans cela il s’affiche « Projet, non validé »",
        )
        for m, measure in enumerate(ledger.record.measures)
        for f, finding in enumerate(measure.findings)
        if awaits_a_signature(finding)
    ]


def _helplines(build: Build) -> list[Problem]:
    return [
        build.contacts.problem(
            ("contacts", index, "verified_on"),
            f"personne n’a vérifié le {contact.number} en appelant",
            "verified_on: le jour de l’appel ; sans cela il s’affiche « à vérifier »",
            blocking=False,
        )
        for index, contact in enumerate(build.contacts.record.contacts)
        if contact.verified_on is None
    ]
