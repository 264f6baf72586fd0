"""The rule of documents that needs the whole build: leftovers."""

from __future__ import annotations

from vigie.build import Build
from vigie.problems import Problem


def check_attachments(build: Build) -> list[Problem]:
    """Every rule of the documents of a build."""
    return every_document_serves_a_text(build)


def every_document_serves_a_text(build: Build) -> list[Problem]:
    """A forgotten document weighs on the project for ever, and may tell more than anybody meant to publish."""
    mend = "joignez-le avec attachments:, ou supprimez le fichier"
    return [
        Problem(path, 1, "aucun texte ne joint ce document", mend, blocking=False)
        for path in sorted(build.attachments.found - build.attachments.used)
    ]
