"""A sheet of records that came back, made part of ``data/<lang>/<file>.yaml``: its words, and the French that they follow now."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vigie import strict_yaml
from vigie.data_files import parse_data
from vigie.reading import hidden_character
from vigie.records import read_record
from vigie.strict_yaml import Located, Location
from vigie.translations.data_records import ALOUD, DataRecord
from vigie.translations.families import FILES, PLAN
from vigie.translations.imported import bare
from vigie.translations.lock import Lock, sections_in
from vigie.translations.pin import Refused
from vigie.translations.returned import Returned
from vigie.translations.sections import Section
from vigie.translations.status import moved_to_now
from vigie.translations.written import same_words
from vigie.translations.yaml_values import CODE, NewRecord, expected, with_values

_MARKS = re.compile(r"\[\[|\]\]|［［|］］")
_LEDGER_LISTS = ("axes", "claims", "measures", "meetings", "deadlines", "indicators", "series")


@dataclass(frozen=True)
class DataFile:
    """Where a sheet goes: ``before`` is the text of ``data/<lang>/<file>.yaml``, "" when there is none yet."""

    lang: str
    file: str
    before: str
    records: tuple[DataRecord, ...]

    @property
    def path(self) -> str:
        return f"data/{self.lang}/{self.file}.yaml"


@dataclass(frozen=True)
class ImportedRecords:
    """The lock and the file's text; ``codes``: by path and record; ``left``: what did not come in, or is still to do, and why."""

    lock: Lock
    text: str
    codes: Mapping[tuple[str, str | None], str]
    left: tuple[str, ...] = ()


@dataclass
class _Changes:
    """What is being gathered while records are gone through."""

    lock: Lock
    values: dict[Location, str] = field(default_factory=dict)
    added: list[NewRecord] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def imported_records(place: DataFile, returned: Returned, code: str, lock: Lock, on: datetime.date) -> ImportedRecords:
    """``returned`` made part of the file. ``code``: that of the sheet that would be made today.

    ``Refused`` when a part is unknown, when words cannot be written, or when the file would not read back as expected.
    """
    changes = _Changes(lock)
    parts = _still_true(place, returned, code, changes)
    for record in place.records:
        own = {part.id: parts[name] for part in record.parts if (name := record.part_name(part.id)) in parts}
        if own:
            _refuse_what_cannot_be(record, own, place.path)
            (_followed if record.tracked else _begun)(record, own, changes, on)
    if not (changes.values or changes.added) and not place.before:
        raise Refused(f"rien ne peut entrer dans {place.path} ; " + " ; ".join(changes.left))
    text = _written(place, changes) if changes.values or changes.added else place.before
    codes: dict[tuple[str, str | None], str] = {(place.path, id_): made for id_, made in changes.codes.items()}
    return ImportedRecords(changes.lock, text, codes, tuple(changes.left))


def _still_true(place: DataFile, returned: Returned, code: str, changes: _Changes) -> dict[str, str]:
    """The words made from the French of today, each on one line; those that are not are told."""
    known = {record.part_name(part.id): part.text for record in place.records for part in record.parts}
    possible = {record.part_name(key) for record in place.records for key in record.list.words.model_fields}
    if unknown := sorted(set(returned.parts) - possible):
        raise Refused(f"la fiche a des parties inconnues : {', '.join(unknown)}")
    asked = {record.part_name(part.id) for record in place.records for part in record.asked}
    same = {
        name
        for name in returned.parts
        if name in known
        and ((code == returned.code and name in asked) or bare(returned.french.get(name, "")) == bare(known[name]))
    }
    late = [name for name in returned.parts if name not in same]
    if not same:
        what = "le texte français a changé depuis que cette fiche est partie"
        raise Refused(f"{what} ; refaites-la avec « vigie sheet » et reportez-y les mots")
    if late:
        changes.left.append(f"le texte français a changé depuis, ces mots ne sont pas entrés : {', '.join(late)}")
    return {name: _on_one_line(name, words) for name, words in returned.parts.items() if name in same}


def _on_one_line(name: str, words: str) -> str:
    """A field is one line: the lines are those of the mail."""
    line = re.sub(r"[ \t\r\n]+", " ", words).strip(" ")
    if _MARKS.search(line):
        what = "une marque de la fiche, « [[ » ou « ]] », est restée dans les mots"
        raise Refused(f"« {name} » : {what} ; ôtez-la, ou remettez-la seule sur sa ligne")
    if hidden := hidden_character(line):
        raise Refused(f"« {name} » : {hidden[0]} ; {hidden[1]}")
    return line


def _refuse_what_cannot_be(record: DataRecord, own: Mapping[str, str], path: str) -> None:
    """What the model of the record refuses of the words: markup, too long."""
    if record.tracked:
        there = record.tracked.own.record.model_dump(mode="json")
    elif record.list.name == PLAN:
        there = strict_yaml.load(blank_file(record.list.file), path)[0].value
    else:
        there = {"id": record.id, **{key: "…" for key in record.list.words.model_fields if key not in ("id", CODE)}}
    lines: dict[Location, int] = {(): -1, **{(key,): number for number, key in enumerate(own)}}
    _record, problems = read_record(record.list.words, Located({**there, **own}, lines), path)
    for problem in problems:
        key = next((key for number, key in enumerate(own) if number == problem.line), "")
        raise Refused(f"« {record.part_name(key)} » : {problem.what} ; {problem.mend}")


def _followed(record: DataRecord, own: Mapping[str, str], changes: _Changes, on: datetime.date) -> None:
    """Words for a record that is there. It follows today's French in the fields that came back, in all when none is left."""
    tracked = record.tracked
    assert tracked is not None  # noqa: S101 - asked before
    where = tracked.own.location
    for key, words in own.items():
        if not same_words(words, record.words(key) or ""):
            changes.values[(*where, key)] = words
    if record.state == "up_to_date":
        return
    left = [part.id for part in record.asked if part.id not in own]
    if left:
        changes.left.append(f"{record.id} : il reste {', '.join(left)}")
    if record.gone:
        mend = f"mettez null, puis « vigie done {tracked.path}#{record.id} »"
        changes.left.append(f"{record.id} : le français n’a plus {', '.join(record.gone)} ; {mend}")
    now = record.parts if not left and not record.gone else _moved(record, own, changes.lock)
    if now is not None:
        _pinned(record, now, changes, on)


def _moved(record: DataRecord, own: Mapping[str, str], lock: Lock) -> tuple[Section, ...] | None:
    """The French that a record follows once the fields ``own`` do; None when nobody knows what the others follow."""
    source = record.tracked.own.source if record.tracked else None
    pinned = lock.texts.get(source or "")
    if pinned is None:
        return None
    for key in own:
        scratch, code = Lock().with_text(record.name, moved_to_now(pinned, record.parts, key))
        pinned = scratch.texts[code]
    return sections_in(pinned)


def _begun(record: DataRecord, own: Mapping[str, str], changes: _Changes, on: datetime.date) -> None:
    """A record that is not there yet: it comes in with all that the French says, or not at all."""
    missing = [part.id for part in record.parts if part.id not in own and part.id != ALOUD]
    if missing:
        changes.left.append(f"{record.id} : pas entré, il y manque {', '.join(missing)}")
        return
    if record.list.name == PLAN:
        changes.values.update({(key,): words for key, words in own.items()})
        _pinned(record, record.parts, changes, on)
        return
    code = _pinned(record, record.parts, changes, on)
    fields = {key: own.get(key) for key in record.list.words.model_fields if key not in ("id", CODE)}
    changes.added.append(NewRecord(record.list.name, {"id": record.id, CODE: code, **fields}))


def _pinned(record: DataRecord, now: tuple[Section, ...], changes: _Changes, on: datetime.date) -> str:
    changes.lock, code = changes.lock.with_text(record.name, now, on)
    changes.codes[record.id] = code
    if record.list.name == PLAN:
        changes.values["translation", CODE] = code
    elif record.tracked:
        changes.values[(*record.tracked.own.location, CODE)] = code
    return code


def _written(place: DataFile, changes: _Changes) -> str:
    """The file's text, once it is sure that it reads back as the words that came, and nothing else."""
    before = place.before or blank_file(place.file)
    values = dict(changes.values)
    had = strict_yaml.load(_as_read(before), place.path)[0].value
    text = with_values(before, values, changes.added)
    if text is not None:
        loaded, _problems = parse_data(FILES[place.file], _as_read(text), place.path)
        if loaded is not None and loaded.located.value == expected(had, values, changes.added):
            return text
    raise Refused(
        f"{place.path} ne se relirait pas comme il faut avec ces mots : rien n’est écrit ; reportez-les à la main"
    )


def _as_read(text: str) -> str:
    """As ``read_text`` gives it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def blank_file(file: str) -> str:
    """A file of words that has none yet."""
    head = [
        f"# yaml-language-server: $schema=../schema/{file}-words.json",
        f"# Les mots de data/{file}.yaml dans cette langue ; les faits restent là-bas. Mêmes identifiants.",
    ]
    if file != "measures":
        return "\n".join([*head, "", f"{file}: []", ""])
    state = ["translation: {source: null, state: draft, method: human}", "", "plan_title: null"]
    return "\n".join([*head, "", *state, *(line for name in _LEDGER_LISTS for line in ("", f"{name}: []")), ""])
