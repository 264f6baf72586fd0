"""What several tests of translations stand on: the real project, and a copy in which one helpline changed in French."""

import pytest
from record_sheets import FRENCH, HOURS, NEW_HOURS, built, edit

from built import ROOT


@pytest.fixture(scope="module")
def build():
    return built(ROOT)


@pytest.fixture
def changed(project_copy):
    """The hours of one helpline are others in French."""
    edit(project_copy, FRENCH, HOURS, NEW_HOURS, 'id: "119"')
    return project_copy
