"""The forms that a number takes in a text of one language: dates, hours, articles, amounts, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from vigie.translations.number_words import duals, months, numbers, ordinals, phrases, scales, units

Kind = Literal["number", "percent", "amount", "date", "hour", "group"]
"""``group``: figures that hold together, as an article of law, a directive, a span of years."""


@dataclass(frozen=True)
class Found:
    """A number at its place in the folded text."""

    begin: int
    end: int
    kind: Kind
    value: str
    in_letters: bool = False
    unit: str | None = None
    parts: tuple[str, ...] = ()
    alone: bool = False
    """Nothing that follows belongs to it: « le troisième jour » is no time limit."""


_CURRENCY = r"(?:(?:de |d'|of )?(?:€|euros?\b|eur\b|يورو|اورو|євро))"
_PERCENT = r"(?:%|pour ?cent\b|per ?cent\b|(?:في ال|بال)(?:ميه|مايه)|por ciento|la sută|відсотк\w*)"
_YEAR_JOINT = r"(?:,| de| del| of| من عام| من سنه| من| عام| سنه| لعام| لسنه)?"
_HALF = r"(?P<half>[ap]\.?m\b\.?|صباحا|مساء|ظهرا|ليلا)"
_AFTERNOON = ("p", "مساء")
_SHORT_SCALES = frozenset({"k", "m", "md", "mds", "bn"})
_THOUSANDS = {"fr": ".", "en": ",", "ar": ".,"}
_NEVER = r"(?!)"
_BOOKS = {"ل": "l", "ر": "r", "د": "d"}
"""Articles L., R. and D. in Arabic letters."""


def _any(words: Iterable[str]) -> str:
    """One of ``words``, the longest first: « vingt-deux » is not « vingt ».

    Common beginnings are written once: a list of hundreds of words, tried at each word of a site, would take seconds.
    """
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for char in word:
            branch = branch.setdefault(char, {})
        branch[""] = {}
    return _branches(tree) if tree else _NEVER


def _branches(tree: dict[str, Any]) -> str:
    ends = "" in tree
    written = [re.escape(char) + _branches(rest) for char, rest in sorted(tree.items()) if char]
    if not written:
        return ""
    return f"(?:{'|'.join(written)})?" if ends else written[0] if len(written) == 1 else f"(?:{'|'.join(written)})"


@cache
def scanner(lang: str) -> Scanner:
    """The forms of ``lang``, compiled once."""
    return Scanner(lang)


class Scanner:
    """Tries its forms, in order, at each place where a number may begin."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        before = r"(?<!\w)(?:[وف]?(?:لل|[بلك]?(?:ال)?))" if lang == "ar" else r"(?<!\w)"
        month = _any(months(lang))
        words = _any([*numbers(lang), *ordinals(lang), *phrases(lang)])
        self._start = re.compile(
            rf"\d|(?<!\w)(?:[lrd]\.? ?|a\. ?|(?<=ماده )[لرد]\.? ?)(?=\d)|{before}(?:{words}|{month})(?!\w)"
        )
        self._suffix = re.compile(
            rf"(?: ?(?P<scale>{_any(scales(lang))})(?!\w))?(?P<currency> ?{_CURRENCY})?(?P<percent> ?{_PERCENT})?"
            rf"(?:[ -](?P<unit>{_any(units(lang))})(?!\w))?"
        )
        self._forms = [(re.compile(form), make) for form, make in self._all(before, month, words)]

    def _all(
        self, before: str, month: str, words: str
    ) -> Iterator[tuple[str, Callable[[re.Match[str]], Found | None]]]:
        named = rf"(?P<month>{month})\.?(?:(?: ?/ ?| \(){month}\)?)?(?!\w)"
        day = r"(?P<day>\d{1,2})"
        year = r"(?P<year>\d{4})(?!\d)"
        thousands = _THOUSANDS.get(self._lang, ".") + "'٬"
        point = "." if self._lang == "en" else ".,٫"
        number = rf"(?P<number>(?:\d{{1,3}}(?: \d{{3}})+(?!\d)|\d{{1,3}}(?:[{thousands}]\d{{3}})+(?!\d)|\d+)(?:[{point}]\d+)?)"
        unit = rf" ?(?:[%€]|(?:{_any(scales(self._lang))}|{_any(units(self._lang))}|{month})(?!\w))"
        yield (
            r"24 ?(?:h|heures)? ?(?:/|sur) ?24(?: ?h)?(?!\w)|24(?=/7(?!\d))|24(?: |-)?hours (?:a|per) day",
            _always("24/24"),
        )
        yield r"24 ساعه (?:في|كل) اليوم|24 ساعه يوميا", _always("24/24")
        yield (
            r"7 ?(?:j|jours)? ?(?:/|sur) ?7(?!\w)|(?<=24/)7(?!\d)|(?:7|seven) days (?:a|per) week|7 ايام في الاسبوع",
            _always("7/7"),
        )
        yield r"(?P<year>\d{4})-(?P<digits>\d{2})-(?P<day>\d{2})(?![\d-])", self._date
        yield r"(?P<day>\d{1,2})([/.-])(?P<digits>\d{1,2})\2(?P<year>\d{4})(?![\d-])", self._date
        yield rf"{day}(?:er|st|nd|rd|th)?(?: de| of| من شهر| من| شهر)? ?{named}(?:{_YEAR_JOINT} {year})?", self._date
        times = {*units(self._lang), *duals(self._lang)}  # « month of June » is not « first of June »
        counted = {*numbers(self._lang), *ordinals(self._lang)} - times
        days = _any(word for word in counted if self._value_of(word) <= 31)
        yield rf"{before}(?P<said>{days})(?: de| of| من شهر| من)? ?{named}(?:{_YEAR_JOINT} {year})?", self._date
        yield rf"{before}{named} {day}(?:st|nd|rd|th)?(?!\d)(?:,? {year})?", self._date
        yield rf"{before}{named}{_YEAR_JOINT} {year}", self._date
        yield r"(?P<hour>\d{1,2}) ?h(?:eures?)? ?(?P<minute>\d{2})(?!\d)", _hour
        yield rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?![\d:])(?: ?{_HALF})?", _hour
        yield rf"(?P<hour>\d{{1,2}})(?:\.(?P<minute>\d{{2}}))? ?{_HALF}", _hour
        yield r"(?P<hour>\d{1,2}) ?h(?!\w)", _hour
        yield r"(?P<book>[lrdaلرد])\.? ?(?P<group>\d+(?:-\d+)+)", _group
        yield r"(?P<book>[lrd])\. ?(?P<group>\d{3,})", _group
        yield r"(?P<group>\d+(?:\(\d+\))+)", _group
        yield rf"(?P<group>\d+(?:[-/]\d+)+)(?!\d|{unit})", _group
        yield number, self._number
        yield rf"{before}(?P<word>{words})(?!\w)", self._word

    def scan(self, text: str) -> Iterator[Found]:
        """The numbers of the folded ``text``, in order."""
        position = 0
        while start := self._start.search(text, position):
            found = self._at(text, start.start())
            if found and found.kind == "number" and not found.alone:
                found = self._with_what_follows(found, text, position)
            if found:
                yield found
            position = found.end if found else start.end()

    def _at(self, text: str, begin: int) -> Found | None:
        for form, make in self._forms:
            match = form.match(text, begin)
            found = make(match) if match else None
            if found:
                return found
        return None

    def _with_what_follows(self, found: Found, text: str, position: int) -> Found:
        """« 3 M€ », « €3 million », « 85 % », « 30 jours »: what makes the number more than its digits."""
        match = self._suffix.match(text, found.end)
        if match is None:
            return found
        sign = re.search(r"[€$] ?\Z", text[position : found.begin])
        scale, end = match["scale"], found.end
        short = scale in _SHORT_SCALES and not (sign or match["currency"])
        value = Decimal(found.value) * (scales(self._lang)[scale] if scale and not short else 1)
        if scale and short:
            return found
        kind: Kind = "amount" if sign or match["currency"] else "percent" if match["percent"] else found.kind
        unit = units(self._lang)[match["unit"]] if match["unit"] else found.unit
        scaled = format(value.normalize(), "f") if scale else found.value
        end = max(end, match.end())
        return replace(
            found, begin=position + sign.start() if sign else found.begin, end=end, kind=kind, value=scaled, unit=unit
        )

    def _date(self, match: re.Match[str]) -> Found | None:
        named = match.groupdict()
        month = int(named["digits"]) if named.get("digits") else months(self._lang)[named["month"]]
        day, year = named.get("day"), named.get("year")
        if said := named.get("said"):
            day = str(self._value_of(said))
        if not 1 <= month <= 12:
            return None
        parts = tuple(str(int(part)) for part in (day, year) if part)
        value = f"{int(day) if day else '?'}.{month}.{year or '?'}"
        return Found(match.start(), match.end(), "date", value, parts=parts)

    def _number(self, match: re.Match[str]) -> Found:
        plain = re.sub(r"[ '٬]", "", match["number"]).replace("٫", ".")
        grouped = re.fullmatch(r"(\d{1,3}(?:([.,])\d{3})+)(?:[.,](\d+))?", plain)
        if grouped and grouped[2] in _THOUSANDS.get(self._lang, "."):
            plain = grouped[1].replace(grouped[2], "") + (f".{grouped[3]}" if grouped[3] else "")
        plain = plain.replace(",", ".")
        if "." in plain:
            plain = plain.rstrip("0").rstrip(".")
        return Found(match.start(), match.end(), "number", plain)

    def _word(self, match: re.Match[str]) -> Found:
        word = match["word"]
        if phrase := phrases(self._lang).get(word):
            return Found(match.start(), match.end(), "group", phrase, in_letters=True)
        alone = word not in numbers(self._lang)
        value = str(self._value_of(word))
        unit = duals(self._lang).get(word)
        return Found(match.start(), match.end(), "number", value, in_letters=True, unit=unit, alone=alone)

    def _value_of(self, word: str) -> int:
        return {**ordinals(self._lang), **numbers(self._lang)}[word]


def _always(value: str) -> Callable[[re.Match[str]], Found]:
    return lambda match: Found(match.start(), match.end(), "group", value, parts=tuple(value.split("/")[:1]))


def _hour(match: re.Match[str]) -> Found | None:
    named = match.groupdict()
    hour, minute = int(named["hour"]), named.get("minute") or "00"
    half = named.get("half") or ""
    if half.startswith(_AFTERNOON) and hour < 12:
        hour += 12
    parts = (str(hour), *((minute,) if minute != "00" else ()))
    return Found(match.start(), match.end(), "hour", f"{hour}:{minute}", parts=parts)


def _group(match: re.Match[str]) -> Found:
    parts = tuple(re.findall(r"\d+", match["group"]))
    book = match.groupdict().get("book") or ""
    slashed = "/" if "/" in match["group"] else "-"
    value = _BOOKS.get(book, book) + slashed.join(parts)
    return Found(match.start(), match.end(), "group", value, parts=() if book else parts)
