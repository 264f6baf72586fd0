"""Hidden languages: not a byte of them is built, and yet what is wrong in their files is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from vigie.build import Build
from vigie.load_build import load_build
from vigie.problems import Problem
from vigie.site.check import check_build
from vigie.site.pages import all_pages


def check_hidden(build: Build) -> list[Problem]:
    """What is wrong in the files of hidden languages: never blocking, since no reader sees them.

    It is what would block on the day they become pilots. They are read and checked apart, as if they were: nothing of
    that reading reaches what is published.
    """
    hidden = build.hidden_languages
    if not hidden:
        return []
    whole, problems = load_build(build.root, build.today, with_hidden=True)
    if whole is not None:
        problems += check_build(whole, all_pages(whole))
    return in_languages(problems, hidden)


def in_languages(problems: Iterable[Problem], languages: Collection[str]) -> list[Problem]:
    """Those of ``problems`` that are in the files of ``languages``, as warnings."""
    folders = tuple(f"{folder}/{lang}" for lang in languages for folder in ("docs", "data"))
    return [
        replace(problem, blocking=False)
        for problem in problems
        if problem.path in folders or problem.path.startswith(tuple(f"{folder}/" for folder in folders))
    ]
