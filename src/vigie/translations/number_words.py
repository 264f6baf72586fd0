"""Numbers, months and units as words, in the languages whose words we know: French, Arabic and English.

A number written in letters on one side and in digits on the other is the same number. Month names of every language
come from Babel; those that Arabic also uses (Levant, Maghreb) are added here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import Locale

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ئ": "ي", "ؤ": "و"})
_DIGITS = {
    char: str(unicodedata.digit(char)) for start in (0x660, 0x6F0) for char in map(chr, range(start, start + 10))
}
_SIGNS = dict.fromkeys("\n\t\u00a0\u202f\u2009\u2007", " ") | dict.fromkeys("‐‑‒–−", "-")
_FOLD = str.maketrans({**_DIGITS, **_SIGNS, "٪": "%", "’": "'"}) | _ARABIC


def fold(text: str) -> str:
    """``text`` sign for sign, so that one spelling stands for all: digits 0-9, plain spaces, lower case, bare alif."""
    lower = text.lower()
    if len(lower) != len(text):  # one Turkish letter grows: places in the text must not move
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.translate(_FOLD)


def knows_words(lang: str) -> bool:
    """Whether a number in letters can be recognised in ``lang``."""
    return lang in _NUMBERS


@cache
def numbers(lang: str) -> Mapping[str, int]:
    """Folded words and their value: « deux », « troisième », « شهران » (two months)."""
    return {fold(word): value for word, value in _NUMBERS.get(lang, {}).items()}


@cache
def scales(lang: str) -> Mapping[str, int]:
    """« millions » and the like, after a number."""
    return {fold(word): value for words, value in _SCALES.get(lang, ()) for word in words.split()}


@cache
def units(lang: str) -> Mapping[str, str]:
    """Units of time: a time limit in letters is compared too, and days are not months."""
    return {fold(word): unit for unit, words in _UNITS.get(lang, {}).items() for word in words.split()}


@cache
def months(lang: str) -> Mapping[str, int]:
    """Folded month names of ``lang`` and their number, 1 to 12."""
    named = Locale.parse(lang).months
    tables = [named[form]["wide"] for form in ("format", "stand-alone")]
    if lang in ("fr", "en"):
        tables.append(named["format"]["abbreviated"])
    found = {fold(name).rstrip("."): number for table in tables for number, name in table.items()}
    for number, names in enumerate(_MORE_MONTHS.get(lang, ()), start=1):
        found |= {fold(name.replace("_", " ")): number for name in names.split()}
    return found


@cache
def phrases(lang: str) -> Mapping[str, str]:
    """What says « 24 h/24 » or « 7 j/7 » without a digit."""
    return {fold(phrase): value for value, found in _PHRASES.get(lang, {}).items() for phrase in found}


_FR_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_EN_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_AR_UNITS = {1: "واحد", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر"}
_AR_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}


def _french() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_FR_UNITS) if n > 1}
    tens = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}
    for ten, value in tens.items():
        words |= {ten: value, f"{ten} et un": value + 1, f"{ten}-et-un": value + 1, f"{ten}-un": value + 1}
        last = 20 if value in (60, 80) else 10
        words |= {f"{ten}-{_FR_UNITS[n]}": value + n for n in range(2, last)}
    words |= {"soixante et onze": 71, "quatre-vingts": 80, "cent": 100, "mille": 1000}
    words |= {f"{_FR_UNITS[n]} {cents}": n * 100 for n in range(2, 10) for cents in ("cents", "cent")}
    words |= {"premier": 1, "première": 1, "second": 2, "seconde": 2}
    ordinals = {"deux": "deux", "quatre": "quatr", "cinq": "cinqu", "neuf": "neuv", "trente": "trent"}
    words |= {ordinals.get(w, w.removesuffix("e")) + "ième": n for w, n in list(words.items()) if 1 < n < 100}
    for one in ("un an", "un mois", "un jour", "une heure", "une année", "une semaine", "une journée", "une minute"):
        words[one] = 1
    return words


def _english() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_EN_UNITS) if n}
    tens = {
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    }
    for ten, value in tens.items():
        words[ten] = value
        words |= {f"{ten}{joint}{_EN_UNITS[n]}": value + n for n in range(1, 10) for joint in "- "}
    words |= {"hundred": 100, "a hundred": 100, "a thousand": 1000, "once": 1, "twice": 2}
    words |= {f"{_EN_UNITS[n]} hundred": n * 100 for n in range(1, 10)}
    uneven = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
    uneven |= {"twelve": "twelfth"}
    ordinals = {uneven.get(w, (w[:-1] + "ie" if w.endswith("y") else w) + "th"): n for w, n in words.items() if n < 100}
    ones = {
        f"{a} {u}": 1 for a in ("a", "an", "each", "per") for u in ("year", "month", "week", "day", "hour", "minute")
    }
    return words | ordinals | ones


def _arabic() -> dict[str, int]:
    words = {"واحد": 1, "واحدة": 1, "أول": 1, "أولى": 1, "ثمان": 8}
    words |= dict.fromkeys(
        ["اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثنتا", "اثنتي", "اثني", "ثاني", "ثانية", "مرتين", "مرتان"], 2
    )
    units = {n: {word, f"{word}ة"} for n, word in _AR_UNITS.items() if n > 1} | {1: {"واحد", "واحدة", "أحد", "إحدى"}}
    units[2] = {"اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي"}
    units[8] |= {"ثمان"}
    words |= {word: n for n, forms in units.items() if n > 1 for word in forms}
    roots = {3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع", 10: "عاشر", 11: "حادي عشر"}
    words |= {word + end: n for n, word in roots.items() for end in ("", "ة")}
    words |= {
        f"{unit} {ten}": n + 10 for n, forms in units.items() if n < 10 for unit in forms for ten in ("عشر", "عشرة")
    }
    for ten, root in _AR_TENS.items():
        for end in ("ون", "ين"):
            words[root + end] = ten
            words |= {f"{u} و{root}{end}": ten + n for n, forms in units.items() if n < 10 for u in forms}
    words |= {"مئة": 100, "مائة": 100, "مئتان": 200, "مئتين": 200, "مائتين": 200, "ألف": 1000, "ألفان": 2000}
    words |= {"ألفين": 2000, "ألفي": 2000, "مليونان": 2_000_000, "مليونين": 2_000_000, "مليوني": 2_000_000}
    duals = "ساعت دقيقت سنت شخص طفل ضحيت جمعيت تدبير محور لغت رقم صفحت امرأت رجل حالت شرط مادت"
    words |= {noun + end: 2 for noun in duals.split() for end in ("ان", "ين")}
    words |= {noun + end: 2 for noun in ["يوم", "شهر", "عام", "أسبوع"] for end in ("ان", "ين")}
    return words | dict.fromkeys(["سنة", "عام", "شهر", "يوم", "ساعة", "أسبوع", "دقيقة", "سنةً", "عاماً", "شهراً"], 1)


_UNITS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "minute": "minute minutes min",
        "hour": "heure heures h",
        "day": "jour jours",
        "week": "semaine semaines",
        "month": "mois",
        "year": "an ans année années",
    },
    "en": {
        "minute": "minute minutes",
        "hour": "hour hours",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years",
    },
    "ar": {
        "minute": "دقيقة دقائق",
        "hour": "ساعة ساعات",
        "day": "يوم يوما أيام",
        "week": "أسبوع أسبوعا أسابيع",
        "month": "شهر شهرا أشهر شهور",
        "year": "سنة سنوات سنين عام عاما أعوام",
    },
}
DUALS: Mapping[str, str] = {
    fold(stem + end): unit
    for stem, unit in (
        ("ساعت", "hour"),
        ("يوم", "day"),
        ("أسبوع", "week"),
        ("شهر", "month"),
        ("سنت", "year"),
        ("عام", "year"),
    )
    for end in ("ان", "ين")
}
"""Arabic says « two months » in one word."""
_PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "fr": {"24/24": ("jour et nuit",), "7/7": ("tous les jours", "chaque jour")},
    "en": {"24/24": ("day and night", "around the clock", "round the clock"), "7/7": ("every day", "all week")},
    "ar": {
        "24/24": ("ليلاً ونهاراً", "نهاراً وليلاً", "على مدار الساعة", "طوال اليوم"),
        "7/7": ("كل أيام الأسبوع", "طوال أيام الأسبوع", "طوال الأسبوع", "كل يوم", "يومياً"),
    },
}
_SCALES: Mapping[str, tuple[tuple[str, int], ...]] = {
    "fr": (("mille k", 10**3), ("million millions m", 10**6), ("milliard milliards md mds", 10**9)),
    "en": (("thousand k", 10**3), ("million millions m", 10**6), ("billion billions bn", 10**9)),
    "ar": (
        ("ألف ألفا آلاف", 10**3),
        ("مليون مليونا ملايين", 10**6),
        ("مليار مليارا مليارات", 10**9),
    ),
    "es": (("mil", 10**3), ("millón millones", 10**6)),
    "ro": (("mii", 10**3), ("milion milioane", 10**6), ("miliard miliarde", 10**9)),
    "uk": (("тисяч тисячі", 10**3), ("мільйон мільйони мільйонів", 10**6), ("мільярд мільярди мільярдів", 10**9)),
}
_MORE_MONTHS: Mapping[str, tuple[str, ...]] = {
    "ar": (
        "كانون_الثاني جانفي", "شباط فيفري", "آذار", "نيسان أفريل إبريل", "أيار ماي", "حزيران جوان", "تموز جويلية يوليوز",
        "آب أوت غشت", "أيلول شتنبر", "تشرين_الأول", "تشرين_الثاني نونبر", "كانون_الأول دجنبر",
    ),
}  # fmt: skip
_NUMBERS: Mapping[str, Mapping[str, int]] = {"fr": _french(), "en": _english(), "ar": _arabic()}
