"""The menu, read from ``mkdocs.yml`` by our own loader: MkDocs reads the same lines, we do not depend on its objects."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vigie import strict_yaml
from vigie.problems import Problem
from vigie.reading import read_text
from vigie.strict_yaml import Located

CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class Section:
    """An entry of the menu: the key of its words in ``interface.yaml`` and its pages' addresses, its own first."""

    key: str
    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Navigation:
    """The sections, and the languages that MkDocs is told to build."""

    sections: tuple[Section, ...]
    built_languages: tuple[str, ...]
    located: Located
    set_aside: tuple[str, ...] = ()
    """Those of them that MkDocs is told not to build (``build: false``)."""

    def section_of(self, address: str) -> Section | None:
        """The section whose pages are nearest above ``address``."""
        best: tuple[int, Section] | None = None
        for section in self.sections:
            for own in section.addresses:
                if address.startswith(own) and own and (best is None or len(own) > best[0]):
                    best = (len(own), section)
        return best[1] if best else None


def address_of(name: str) -> str:
    """``plan/index.md`` → ``plan/``; ``accessibilite.md`` → ``accessibilite/``."""
    stem = name.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem[: -len("index")]
    return f"{stem}/"


def parse_navigation(text: str) -> tuple[Navigation, list[Problem]]:
    """The menu and languages of ``mkdocs.yml``."""
    located, problems = strict_yaml.load(text, CONFIG)
    value: Any = located.value if isinstance(located.value, dict) else {}
    sections: list[Section] = []
    if not isinstance(value.get("nav", []), list):
        line = located.line(("nav",))
        problems.append(Problem(CONFIG, line, "le menu ne se lit pas", "écrivez une liste : « - menu_x: [page.md] »"))
    for index, entry in enumerate(_list(value.get("nav"))):
        if entry == "index.md":
            continue
        if not isinstance(entry, dict) or not all(_is_list_of_texts(v) and v for v in entry.values()):
            line = located.line(("nav", index))
            problems.append(
                Problem(CONFIG, line, "cette entrée du menu ne se lit pas", "écrivez « - menu_x: [page.md] »")
            )
            continue
        for key, names in entry.items():
            sections.append(Section(key, tuple(address_of(name) for name in names)))
    languages = _languages(value)
    named = tuple(str(language.get("locale")) for language in languages)
    aside = tuple(str(language.get("locale")) for language in languages if language.get("build") is False)
    return Navigation(tuple(sections), named, located, aside), problems


def _languages(value: dict[str, Any]) -> list[dict[str, Any]]:
    for plugin in _list(value.get("plugins")):
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            return [language for language in _list(plugin["i18n"].get("languages")) if isinstance(language, dict)]
    return []


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def load_navigation(root: Path) -> tuple[Navigation, list[Problem]]:
    """Read ``mkdocs.yml``."""
    text, problems = read_text(root / CONFIG, root)
    navigation, wrong = parse_navigation(text)
    return navigation, problems + wrong
