"""All that a new language needs, hidden: two entries in the lists of languages, and files where its words may go.

Texts in, texts out. What is not translated is absent or behind a « # »: never French under another language's name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from vigie.languages import SOURCE, Language
from vigie.readers.model import Contact, ContactWords
from vigie.site.model import SiteLanguage, Topic
from vigie.yaml_list import place_of_plugin, with_entry


def of_the_language(code: str) -> str:
    """« de l’arabe », « de l’espagnol », « du roumain »: as a comment names it."""
    name = Language(SOURCE).name_of(code)
    return f"de l’{name}" if name[:1] in "aàâeéèêiîoôuyh" else f"du {name}"


def site_with(text: str, code: str, leave_to: str, name: str | None) -> str | None:
    """``data/site.yaml`` with the language, hidden; None when its list cannot be added to."""
    entry = [f"code: {code}", *([f"name: {_quoted(name)}"] if name else []), "status: hidden", f"leave_to: {leave_to}"]
    return with_entry(text, ("languages",), entry)


def config_with(text: str, code: str, name: str) -> str | None:
    """``mkdocs.yml`` with the language as static-i18n wants it; None when its list cannot be added to.

    ``build: true`` from the first day: ``data/site.yaml`` alone says whether it is built.
    """
    place = place_of_plugin(text, "i18n")
    path = ("plugins", place if place is not None else -1, "i18n", "languages")
    return with_entry(text, path, [f"locale: {code}", f"name: {_quoted(name)}", "build: true"])


def language_files(
    code: str, interface: str, contacts: Iterable[Contact], topics: Iterable[Topic]
) -> Mapping[str, str]:
    """The files of the language by path, nothing translated in any; ``interface``: the text of the French one."""
    return {
        f"data/{code}/interface.yaml": _interface(code, interface),
        f"data/{code}/contacts.yaml": _contacts(code, contacts),
        f"data/{code}/topics.yaml": _topics(code, topics),
        f"data/{code}/measures.yaml": _measures(code),
        f"docs/{code}/.gitkeep": "",
    }


def _interface(code: str, french: str) -> str:
    """Every key behind a « # », in the order of the French file, under its titles."""
    body = french[french.index("\n\n") :].strip("\n").split("\n") if "\n\n" in french else []
    lines = [line if line.startswith("#") or not line.strip() else f"# {line}" for line in body]
    return "\n".join(
        [
            "# yaml-language-server: $schema=../schema/interface.json",
            f"# Les mots de l’interface : ceux {of_the_language(code)}. Pour chaque ligne : ôtez « # », puis traduisez.",
            "# Une ligne qui reste derrière « # » paraît en français, signalée comme telle.",
            "# Les mots entre accolades, comme {n}, sont remplacés par le site : gardez-les.",
            "",
            *lines,
            "",
        ]
    )


def _contacts(code: str, contacts: Iterable[Contact]) -> str:
    fields = [name for name in ContactWords.model_fields if name not in ("id", "source", "french_sentence_read")]
    lines = []
    for contact in contacts:
        lines += ["", f"#  - id: {_quoted(contact.id)}"]
        lines += [f"#    {name}: {_quoted(getattr(contact, name))}" for name in fields]
        lines.append(
            f"#    french_sentence_read: null  # dire avec les lettres de la langue : {contact.french_sentence}"
        )
    return "\n".join(
        [
            "# yaml-language-server: $schema=../schema/contacts-words.json",
            f"# Les mots des numéros d’aide : ceux {of_the_language(code)}. Les numéros restent dans data/contacts.yaml.",
            "# Pour chaque numéro : ôtez les « # », traduisez tout ; ce qui vaut null en français vaut null ici.",
            "# Au premier, ôtez aussi « [] ». Un numéro sans mots paraît en français, signalé comme tel.",
            "",
            "contacts: []",
            *lines,
            "",
        ]
    )


def _topics(code: str, topics: Iterable[Topic]) -> str:
    lines = [f"#  - {{id: {topic.id}, label: {_quoted(topic.label)}}}" for topic in topics]
    return "\n".join(
        [
            "# yaml-language-server: $schema=../schema/topics-words.json",
            f"# Les mots des sujets de data/topics.yaml : ceux {of_the_language(code)}.",
            "# Pour chaque sujet : ôtez « # » et traduisez. Au premier, ôtez aussi « [] ».",
            "topics: []",
            *lines,
            "",
        ]
    )


def _measures(code: str) -> str:
    return "\n".join(
        [
            "# yaml-language-server: $schema=../schema/measures-words.json",
            f"# Les mots du registre du plan : ceux {of_the_language(code)}. Les faits restent dans data/measures.yaml.",
            "# Une fiche sans mots paraît en français, signalée comme telle.",
            "translation: {source: null, state: draft, method: human}",
            "plan_title: null",
            "axes: []",
            "claims: []",
            "measures: []",
            "",
        ]
    )


def next_steps(code: str, vital: Iterable[str]) -> str:
    """What to do next; ``vital``: the French files of the vital pages, the first to translate first."""
    return "\n".join(
        [
            f"La langue « {code} » est déclarée, cachée : rien d’elle n’est construit. Ensuite, dans cet ordre :",
            "",
            "1. Les pages vitales (ou, pour une personne sans Git : vigie sheet LANGUE PAGE) :",
            *(f"   vigie start {page} {code}" for page in vital),
            f"2. Les mots : data/{code}/contacts.yaml, data/{code}/interface.yaml, puis topics.yaml et measures.yaml.",
            "3. vigie check : ce qui est faux est dit, sans bloquer le site.",
            "4. data/site.yaml : leave_to, une page banale dans cette langue ; puis status: pilot, quand on veut la montrer.",
            "5. vigie deploy, et une ligne pour ses dossiers dans .github/CODEOWNERS.",
            "6. status: public, quand les pages vitales sont complètes et relues : vigie check dit ce qui manque.",
        ]
    )


def entry_of(code: str, leave_to: str, name: str | None) -> SiteLanguage:
    """The entry of ``data/site.yaml`` as a record: ``pydantic.ValidationError`` when it is refused."""
    return SiteLanguage(code=code, status="hidden", leave_to=leave_to, name=name)


def _quoted(value: str | None) -> str:
    return "null" if value is None else json.dumps(value, ensure_ascii=False)
