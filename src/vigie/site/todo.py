"""What people still have to do before the site may be signed: translate, review, verify, complete. Computed, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.build import Build
from vigie.languages import SOURCE
from vigie.pages import PageIndex
from vigie.site.publication import awaits_a_native_reader, awaits_a_signature


@dataclass(frozen=True)
class Task:
    """A kind of work and where it waits; ``lang`` is None when it belongs to no language."""

    title: str
    places: tuple[str, ...]
    lang: str | None = None


def tasks(build: Build, index: PageIndex) -> tuple[Task, ...]:
    """All that waits, the most harmful first: helplines, law, then translations, then the publisher's facts."""
    found = [
        Task("Numéros d’aide à vérifier en appelant (data/contacts.yaml)", _unverified(build)),
        Task("Pages de droit qu’aucun juriste n’a relues", _unreviewed_law(build)),
        *(
            task
            for language in build.languages
            if language.code != SOURCE
            for task in _translation(build, index, language.code)
        ),
        Task("Constats du collectif à valider (data/measures.yaml)", _unvalidated(build)),
        Task("Faits de l’éditeur à compléter (data/site.yaml)", _unknown_facts(build)),
    ]
    return tuple(task for task in found if task.places)


def _unverified(build: Build) -> tuple[str, ...]:
    return tuple(f"{c.number} ({c.name})" for c in build.contacts.record.contacts if c.verified_on is None)


def _unreviewed_law(build: Build) -> tuple[str, ...]:
    return tuple(
        page.document.path
        for page in build.documents
        if "legal_review" in page.meta.model_fields_set and page.meta.legal_review is None
    )


def _translation(build: Build, index: PageIndex, lang: str) -> list[Task]:
    pages = index.in_language(lang)
    vital = {page.document.address for page in build.documents if page.meta.vital}
    missing = [page for page in pages if page.kind == "missing"]
    drafts = [page for page in build.documents if page.document.lang == lang and awaits_a_native_reader(page)]
    return [
        Task(
            f"[{lang}] Pages vitales à traduire", _files(lang, [p.address for p in missing if p.address in vital]), lang
        ),
        Task(f"[{lang}] Pages vitales à relire", tuple(p.document.path for p in drafts if p.meta.vital), lang),
        Task(f"[{lang}] Autres pages à relire", tuple(p.document.path for p in drafts if not p.meta.vital), lang),
        Task(
            f"[{lang}] Autres pages à traduire",
            _files(lang, [p.address for p in missing if p.address not in vital]),
            lang,
        ),
    ]


def _files(lang: str, addresses: list[str]) -> tuple[str, ...]:
    return tuple(f"/{lang}/{address}" for address in addresses)


def _unvalidated(build: Build) -> tuple[str, ...]:
    return tuple(
        finding.id
        for measure in build.ledger.record.measures
        for finding in measure.findings
        if awaits_a_signature(finding)
    )


def _unknown_facts(build: Build) -> tuple[str, ...]:
    site = build.site.record
    facts = {"site_url": site.site_url, **{f"publisher.{k}": v for k, v in site.publisher.model_dump().items()}}
    return tuple(name for name, value in facts.items() if value is None)
