"""Shared by all tests: the project, a copy of it to break, a day that does not move, a browser on the served site."""

import datetime
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from browsers import base_url, browser, chromium_path, page, playwright_api  # noqa: F401 - fixtures
from budgets import table
from built import ROOT, TODAY
from vigie.load_build import load_build
from vigie.measures.dossier.files import dossier_files

# Examples are the same on every run, slow machines are no failure, and nothing is left in the work tree.
settings.register_profile("vigie", derandomize=True, deadline=None, database=None)
settings.load_profile("vigie")

COPIED = ("docs", "data", "overrides", "hooks", "mkdocs.yml")


@pytest.fixture(autouse=True)
def pinned_day(monkeypatch):
    """Every test runs on the same day."""
    monkeypatch.setenv("VIGIE_TODAY", TODAY)


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The root of this repository; tests never write in it."""
    return ROOT


@pytest.fixture(scope="session")
def project_template(tmp_path_factory) -> Path:
    """What people edit, copied once: all copies of a run are made from the same state."""
    template = tmp_path_factory.mktemp("template")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, template / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, template / name)
    _draw_once(template)
    return template


def _draw_once(template: Path) -> None:
    """Draw the dossiers into the template's cache: copies of the project, hundreds of them, draw only what they change."""
    build, problems = load_build(template, datetime.date.fromisoformat(TODAY))
    assert build is not None, problems
    dossier_files(build)


@pytest.fixture
def project_copy(tmp_path, project_template) -> Path:
    """A fresh copy of what people edit, to break at will."""
    copy = tmp_path / "project"
    shutil.copytree(project_template, copy)
    return copy


def pytest_terminal_summary(terminalreporter):
    """What a first visit costs, shown at each run that measured it, in whatever process it was measured."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    costs = [value for report in reports for name, value in getattr(report, "user_properties", []) if name == "cost"]
    if costs:
        terminalreporter.section("première visite, sur nginx, en brotli")
        terminalreporter.write_line(table(costs))
