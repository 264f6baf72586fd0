"""What people still have to do before the site may be signed: translate, review, verify, complete. Computed, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from vigie.build import Build
from vigie.languages import SOURCE
from vigie.site.publication import awaits_a_signature
from vigie.translations.tasks import Kind


@dataclass(frozen=True)
class Task:
    """A kind of work and where it waits; ``lang`` is None when it belongs to no language."""

    title: str
    places: tuple[str, ...]
    lang: str | None = None


_KINDS: dict[Kind, str] = {
    "unpinned": "À relire en entier : on ne sait pas quel texte français elles suivent",
    "behind": "Le français a changé depuis",
    "missing": "À traduire",
    "draft": "À relire par une personne dont c’est la langue",
    "records": "Fiches de data/ à reprendre",
    "orphan": "Sans texte français : à renommer, ou à supprimer",
}


def tasks(build: Build) -> tuple[Task, ...]:
    """All that waits, the most harmful first: helplines, law, then translations, then the publisher's facts."""
    found = [
        Task("Numéros d’aide à vérifier en appelant (data/contacts.yaml)", _unverified(build)),
        Task("Pages de droit qu’aucun juriste n’a relues", _unreviewed_law(build)),
        *(
            task
            for language in build.languages
            if language.code != SOURCE
            for task in _translations(build, language.code)
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


def _translations(build: Build, lang: str) -> list[Task]:
    """What volunteers are shown, in their order: what can hurt first, then the oldest."""
    found: dict[Kind, list[str]] = {}
    for task in build.tasks[lang]:
        words = f", {task.words} mots" if task.words else ""
        folder = SOURCE if task.kind == "missing" else lang
        place = f"docs/{folder}/{task.name}.md" if task.name else str(task.title)
        found.setdefault(task.kind, []).append(f"{place}{words}")
    return [Task(f"[{lang}] {_KINDS[kind]}", tuple(places), lang) for kind, places in found.items()]


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
