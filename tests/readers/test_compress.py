"""The compressed copies: the same content, made once, never stale."""

import gzip

import brotli
import pytest

from vigie.readers.compress import METHODS, compress_site
from vigie.readers.file_kinds import COMPRESSED, KINDS

TEXT = "Numéro d’appel : 17. رقم الاتصال : 17. " * 40


@pytest.fixture
def site(tmp_path):
    """A file of each kind, in a folder of its own."""
    for kind in KINDS:
        path = tmp_path / "site" / "a" / f"un{kind.suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{kind.suffix} {TEXT}", encoding="utf-8")
    return tmp_path / "site"


def _copies(site):
    return {p.relative_to(site).as_posix() for p in site.rglob("*") if p.suffix in (".br", ".gz")}


def test_each_copy_gives_back_its_file(site):
    """Brotli and gzip, beside every file that gains from it, and beside no other."""
    assert compress_site(site) == 2 * len(COMPRESSED)
    assert _copies(site) == {f"a/un{suffix}{copy}" for suffix in COMPRESSED for copy in (".br", ".gz")}
    for suffix in COMPRESSED:
        source = (site / f"a/un{suffix}").read_bytes()
        packed = (site / f"a/un{suffix}.br").read_bytes(), (site / f"a/un{suffix}.gz").read_bytes()
        assert brotli.decompress(packed[0]) == gzip.decompress(packed[1]) == source
        assert max(map(len, packed)) < len(source)


def test_pictures_fonts_and_the_index_of_the_search_are_left_alone():
    """They are compressed already."""
    assert not {".webp", ".woff2", ".pdf", ".pagefind", ".pf_index", ".br", ".gz", ".ods"} & set(COMPRESSED)
    assert {".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".atom", ".ics", ".csv"} <= set(COMPRESSED)


def test_a_copy_that_would_be_larger_is_not_made(tmp_path):
    """Two letters are sent as they are; an old copy of what has become short goes away."""
    (tmp_path / "court.html").write_text("ok")
    (tmp_path / "court.html.br").write_bytes(brotli.compress(b"autre chose"))
    compress_site(tmp_path)
    assert _copies(tmp_path) == set()


def test_the_same_file_gives_the_same_bytes(site, tmp_path):
    """No date inside: whatever the day and the place, two builds are equal."""
    compress_site(site)
    first = {name: (site / name).read_bytes() for name in _copies(site)}
    for name in first:
        (site / name).unlink()
    compress_site(site)
    assert {name: (site / name).read_bytes() for name in _copies(site)} == first
    assert all(packed[4:8] == b"\0\0\0\0" for name, packed in first.items() if name.endswith(".gz"))


def test_a_second_build_takes_the_copies_again(site, tmp_path):
    """Only what changed is computed; the rest is equal to what a build from nothing gives."""
    compress_site(site)
    before = site.rename(tmp_path / "before")
    again = tmp_path / "again"
    for path in before.rglob("*"):
        if path.is_file() and path.suffix not in (".br", ".gz"):
            (again / path.relative_to(before)).parent.mkdir(parents=True, exist_ok=True)
            (again / path.relative_to(before)).write_bytes(path.read_bytes())
    (again / "a/un.html").write_text(f"changé {TEXT}", encoding="utf-8")
    (again / "a/neuf.html").write_text(f"neuf {TEXT}", encoding="utf-8")
    assert compress_site(again, previous=before) == 2 * len(METHODS)
    assert brotli.decompress((again / "a/un.html.br").read_bytes()).startswith("changé".encode())
    assert gzip.decompress((again / "a/un.html.gz").read_bytes()).startswith("changé".encode())
    assert (again / "a/un.css.br").read_bytes() == (before / "a/un.css.br").read_bytes()


@pytest.mark.parametrize("damage", [b"", b"ni l'un ni l'autre", "other", "cut"])
def test_a_copy_that_is_stale_or_damaged_never_survives(site, tmp_path, damage):
    """Even where the file beside it has not changed: a copy is taken again only if it gives back today's bytes."""
    compress_site(site)
    before, again = site.rename(tmp_path / "before"), tmp_path / "again"
    again.mkdir()
    (again / "un.html").write_bytes((before / "a/un.html").read_bytes())
    (before / "un.html").write_bytes((before / "a/un.html").read_bytes())
    for method in METHODS:
        other = {
            "other": method.compress(b"un texte d'hier"),
            "cut": (before / f"a/un.html{method.suffix}").read_bytes()[:-9],
        }
        (before / f"un.html{method.suffix}").write_bytes(other.get(damage, damage))
    assert compress_site(again, previous=before) == len(METHODS)
    for method in METHODS:
        assert method.restore((again / f"un.html{method.suffix}").read_bytes()) == (again / "un.html").read_bytes()


def test_a_first_build_has_no_site_before(site, tmp_path):
    """A folder that does not exist is no previous site."""
    assert compress_site(site, previous=tmp_path / "never") == 2 * len(COMPRESSED)
