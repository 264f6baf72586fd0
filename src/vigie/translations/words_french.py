"""French numbers in letters."""

from __future__ import annotations

from vigie.translations.language_words import LanguageWords

_WRITTEN = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
_UNITS = _WRITTEN.split()
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_CHANGED = {"quatre": "quatr", "cinq": "cinqu", "neuf": "neuv", "trente": "trent"}
_ONE = ("un an", "un mois", "un jour", "une heure", "une année", "une semaine", "une journée", "une minute")
"""« un » and « une » alone are articles."""

_DAYS_OF_THE_WEEK = {f"{n}/7": (f"{_UNITS[n]} jours sur sept",) for n in range(2, 7)}


def _numbers() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_UNITS) if n > 1}
    for ten, value in _TENS.items():
        words |= {ten: value, f"{ten} et un": value + 1, f"{ten}-et-un": value + 1, f"{ten}-un": value + 1}
        last = 20 if value in (60, 80) else 10
        words |= {f"{ten}-{_UNITS[n]}": value + n for n in range(2, last)}
    words |= {"soixante et onze": 71, "quatre-vingts": 80, "cent": 100, "mille": 1000}
    words |= {f"{_UNITS[n]} {cents}": n * 100 for n in range(2, 10) for cents in ("cents", "cent")}
    words |= {"un million": 10**6, "un milliard": 10**9}
    return words | dict.fromkeys(_ONE, 1)


def _ordinals() -> dict[str, int]:
    cardinals = {word: n for word, n in _numbers().items() if 1 < n < 100}
    words = {_CHANGED.get(word, word.removesuffix("e")) + "ième": n for word, n in cardinals.items()}
    roman = {ten + unit: n * 10 + m for n, ten in enumerate(("", "x", "xx")) for m, unit in enumerate(_ROMAN)}
    words |= {f"{sign}e siècle": n for sign, n in roman.items() if 1 < n <= 21} | {"ier siècle": 1}
    words |= {f"{sign}e": n for sign, n in roman.items() if 10 < n <= 21}  # « XIXe et XXe siècles »; « vie » is a word
    return words | {"premier": 1, "première": 1, "second": 2, "seconde": 2}


FRENCH = LanguageWords(
    numbers=_numbers(),
    ordinals=_ordinals(),
    units={
        "minute": "minute minutes min",
        "hour": "heure heures h",
        "day": "jour jours",
        "week": "semaine semaines",
        "month": "mois",
        "year": "an ans année années",
    },
    scales={10**3: "mille k", 10**6: "million millions m", 10**9: "milliard milliards md mds"},
    joint=" ",
    phrases={"24/24": ("jour et nuit",), "7/7": ("tous les jours", "chaque jour"), **_DAYS_OF_THE_WEEK},
)
