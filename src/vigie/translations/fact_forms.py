"""The forms that a number takes in a text of one language: dates, hours, articles, amounts, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from vigie.translations.number_words import duals, months, numbers, ordinals, phrases, rests, scales, units

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


_DOLLARS = r"(?:\$|dollars?\b|usd\b|دولار\w*)"
_CURRENCY = rf"(?:(?:de |d'|of )?(?:€|euros?\b|eur\b|يورو|اورو|євро|(?P<dollars>{_DOLLARS})))"
_PERCENT = r"(?:%|pour ?cent\b|per ?cent\b|(?:في ال|بال)(?:ميه|مايه)|por ciento|la sută|відсотк\w*)"
_YEAR_JOINT = r"(?:,| de| del| of| من عام| من سنه| من| عام| سنه| لعام| لسنه)?"
_HALF = r"(?P<half>[ap]\.?m\b\.?|صباحا|مساء|ظهرا|ليلا)"
_AFTERNOON = ("p", "مساء")
_SHORT_SCALES = frozenset({"k", "m", "md", "mds", "bn"})
_THOUSANDS = {"fr": ".", "en": ",", "ar": ".,"}
_THE_TWO = re.compile(r"(?:(?<!dans )(?:les|ces|des|aux)|entre|the|these|those|between) \Z")
"""« les deux années » are two that are known, no time limit; « dans les deux mois » is one."""
_MINUS = re.compile(r"(?:\A|(?<![\d%€$])[\s(:])(-|minus )\Z")
"""Before a number; of « 10 -15 % » or « 2024-2027 » it is a dash."""
_FAR = 12
"""Signs in which a minus is looked for."""
_A_YEAR = re.compile(r" \d{4}(?!\d)")
"""« عام 2024 » is the year 2024, not one year."""
_NEVER = r"(?!)"
_DAY = re.compile(r"\d{1,2}(?!\d)")
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
        self._values = {**ordinals(lang), **numbers(lang)}
        self._no_days = {*units(lang), *duals(lang)}
        """« month of June » is not « first of June »."""
        before = r"(?<!\w)(?:[وف]?(?:لل|[بلك]?(?:ال)?))" if lang == "ar" else r"(?<!\w)"
        month = _any(months(lang))
        self._start = re.compile(
            rf"(?P<digit>\d)|(?:(?<!\w)|(?<=\b[وفبلك]))(?:[lrd]\.? ?|a\. ?)(?=\d)|(?<!\w)(?<=ماده )[لرد]\.? ?(?=\d)"
            rf"|{before}(?:(?P<word>{_any([*self._values, *phrases(lang)])})|(?P<month>{month}))(?!\w)"
        )
        other_name = rf"(?:(?: ?/ ?| \(){month}\)?)?(?!\w)" if lang == "ar" else r"(?!\w)"
        year = rf"{_YEAR_JOINT} (?P<year>\d{{4}})(?!\d)"
        day = r"| (?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<its_year>\d{4})(?!\d))?" if lang == "en" else ""
        self._after_day = re.compile(
            rf"(?:er|st|nd|rd|th)?(?: de| of| من شهر| من| شهر)? ?(?P<month>{month})\.?{other_name}(?:{year})?"
        )
        self._after_month = re.compile(rf"\.?{other_name}(?:{year}{day})")
        self._suffix = re.compile(
            rf"(?: ?(?P<scale>{_any(scales(lang))})(?!\w))?(?P<currency> ?{_CURRENCY})?(?P<percent> ?{_PERCENT})?"
            rf"(?:[ -](?P<unit>{_any(units(lang))})(?!\w))?"
        )
        joint, self._rests = rests(lang)
        self._rest = re.compile(rf"{joint}(?P<word>{_any(self._rests)})(?!\w)")
        self._scale = re.compile(rf" (?P<scale>{_any(set(scales(lang)) - _SHORT_SCALES)})(?!\w)")
        words = _any([*scales(lang), *units(lang), *months(lang)])
        self._forms = [(re.compile(form), make) for form, make in self._in_digits(rf" ?(?:[%€]|{words}(?!\w))")]

    def _in_digits(self, unit: str) -> Iterator[tuple[str, Callable[[re.Match[str]], Found | None]]]:
        thousands = _THOUSANDS.get(self._lang, ".") + "'٬"
        point = "." if self._lang == "en" else ".,٫"
        grouped = rf"\d{{1,3}}(?: \d{{3}})+(?!\d)|\d{{1,3}}(?:[{thousands}]\d{{3}})+(?!\d)"
        yield r"24 ?(?:h|heures)? ?(?:/|sur) ?24(?: ?h)?(?!\w)|24(?=/7(?!\d))", _always("24/24")
        yield r"24(?: |-)?hours (?:a|per) day|24 ساعه (?:في|كل) اليوم|24 ساعه يوميا", _always("24/24")
        yield r"7 ?(?:j|jours)? ?(?:/|sur) ?7(?!\w)|(?<=24/)7(?!\d)", _always("7/7")
        yield r"7 days (?:a|per) week|7 ايام في الاسبوع", _always("7/7")
        yield r"(?P<days>[2-6]) ?(?:j|jours) ?(?:/|sur) ?7(?!\w)", _days_of_the_week
        yield r"(?P<days>[2-6]) days (?:a|per) week|(?P<too>[3-6]) ايام في الاسبوع", _days_of_the_week
        yield r"0(?:[ .-]?\d){9}(?!\d)|\d{2}(?:[ .]\d{2}){4}(?!\d)|\d ?\d{3}(?: \d{2}){3}(?!\d)", _phone
        yield r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])", _date
        yield r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})(?![\d-])", _date
        yield r"(?P<hour>\d{1,2}) ?h(?:eures?)? ?(?P<minute>\d{2})(?!\d)", _hour
        yield rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?![\d:])(?: ?{_HALF})?", _hour
        yield rf"(?P<hour>\d{{1,2}})(?:\.(?P<minute>\d{{2}}))? ?{_HALF}", _hour
        yield r"(?P<hour>\d{1,2}) ?h(?!\w)", _hour
        yield r"(?P<book>[lrdaلرد])\.? ?(?P<group>\d+(?:-\d+)+)", _group
        yield r"(?P<book>[lrd])\. ?(?P<group>\d{3,})", _group
        yield r"(?P<group>\d+(?:\(\d+\))+)", _group
        yield rf"(?P<group>\d+(?:[-/]\d+)+)(?!\d|{unit})", _group
        yield rf"(?P<number>(?:{grouped}|\d+)(?:[{point}]\d+)?)", self._number

    def scan(self, text: str) -> Iterator[Found]:
        """The numbers of the folded ``text``, in order."""
        position = 0
        while start := self._start.search(text, position):
            found = self._at(text, start)
            if found and found.kind == "number" and not found.alone:
                found = self._with_what_follows(found, text, position)
            if found:
                yield found
            position = found.end if found else start.end()

    def _at(self, text: str, start: re.Match[str]) -> Found | None:
        if start["month"]:
            return self._month_first(text, start)
        if word := start["word"]:
            day = self._values.get(word, 0) if word not in self._no_days else 0
            return self._dated(text, start.start(), start.end(), day) or self._word(start)
        first = _DAY.match(text, start.start())
        if first and (dated := self._dated(text, first.start(), first.end(), int(first.group()))):
            return dated
        for form, make in self._forms:
            match = form.match(text, start.start())
            found = make(match) if match else None
            if found:
                return found
        return None

    def _dated(self, text: str, begin: int, end: int, day: int) -> Found | None:
        match = self._after_day.match(text, end) if day else None
        return _day_of(begin, match.end(), day, months(self._lang)[match["month"]], match["year"]) if match else None

    def _month_first(self, text: str, start: re.Match[str]) -> Found | None:
        match = self._after_month.match(text, start.end())
        if match is None:
            return None
        named = match.groupdict()
        day, year = int(named.get("day") or 0), named["year"] or named.get("its_year")
        return _day_of(start.start(), match.end(), day, months(self._lang)[start["month"]], year)

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
        if kind == "amount":
            unit = "dollar" if match["dollars"] or (sign and sign.group()[0] == "$") else "euro"
        scaled = format(value.normalize(), "f") if scale else found.value
        begin = position + sign.start() if sign else found.begin
        minus = _MINUS.search(text[max(0, begin - _FAR) : begin]) if kind in ("percent", "amount") else None
        if minus:  # « les -18 ans » are under 18
            begin, scaled = begin - len(minus[1]), f"-{scaled}"
        return replace(found, begin=begin, end=max(end, match.end()), kind=kind, value=scaled, unit=unit)

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
        known = match.group().startswith("ال") or bool(_THE_TWO.search(match.string[: match.start()][-12:]))
        alone = word not in numbers(self._lang) or (known and self._values[word] == 2)
        unit = None if known else duals(self._lang).get(word)
        value = str(self._values[word])
        if (
            value == "1" and not known and not _A_YEAR.match(match.string, match.end())
        ):  # « un mois », « a month », « شهر »: the word of the unit is in it
            unit = units(self._lang).get(word.rpartition(" ")[2])
        end = match.end()
        if not alone and unit is None:
            end, whole = self._spelled(match.string, end, int(value), 10**12)
            value = str(whole)
        return Found(match.start(), end, "number", value, in_letters=True, unit=unit, alone=alone)

    def _spelled(self, text: str, end: int, value: int, below: int) -> tuple[int, int]:
        """Where a number that begins with ``value``, before ``end``, is complete; and what it says, less than ``below``."""
        scale = self._scale.match(text, end)
        whole, place = value, end
        if value % 100 == 0 and value < 1000:
            place, whole = self._with_rest(text, end, value, 100)
            scale = self._scale.match(text, place)
        if scale and whole * scales(self._lang)[scale["scale"]] < below:
            place, whole = scale.end(), whole * scales(self._lang)[scale["scale"]]
        step = next((s for s in (10**9, 10**6, 10**3) if whole % s == 0), 1)
        return self._with_rest(text, place, whole, step) if step > 1 else (place, whole)

    def _with_rest(self, text: str, end: int, value: int, below: int) -> tuple[int, int]:
        match = self._rest.match(text, end)
        if match is None or self._rests[match["word"]] >= below:
            return end, value
        place, rest = self._spelled(text, match.end(), self._rests[match["word"]], below)
        return place, value + rest


def _date(match: re.Match[str]) -> Found | None:
    month = int(match["month"])
    return _day_of(match.start(), match.end(), int(match["day"]), month, match["year"]) if 1 <= month <= 12 else None


def _day_of(begin: int, end: int, day: int, month: int, year: str | None) -> Found:
    """``day`` 0 for a month, ``year`` None when it is not said; written ``12.12.2024``, with « ? » for what is unsaid."""
    parts = tuple(str(part) for part in (day, year) if part)
    return Found(begin, end, "date", f"{day or '?'}.{month}.{year or '?'}", parts=parts)


def _always(value: str) -> Callable[[re.Match[str]], Found]:
    return lambda match: Found(match.start(), match.end(), "group", value, parts=tuple(value.split("/")[:1]))


def _days_of_the_week(match: re.Match[str]) -> Found:
    named = match.groupdict()
    days = named["days"] or named.get("too") or ""
    return Found(match.start(), match.end(), "group", f"{days}/7", parts=(days, "7"))


def _phone(match: re.Match[str]) -> Found:
    """One number, however its digits are grouped."""
    return Found(match.start(), match.end(), "group", "".join(re.findall(r"\d", match.group())))


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
