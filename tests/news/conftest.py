"""The small site of dated texts, read once for all the tests of what is made from it."""

import pytest
from small_news import SITE, changed, files, project, read


@pytest.fixture(scope="session")
def bare(tmp_path_factory):
    """The site as it is today, without an address."""
    return read(project(tmp_path_factory.mktemp("news")))


@pytest.fixture(scope="session")
def bare_files(bare):
    """What programs are given by it."""
    return files(bare)


@pytest.fixture(scope="session")
def known(bare):
    """What they are given once the site has an address."""
    return files(changed(bare, site_url=SITE))
