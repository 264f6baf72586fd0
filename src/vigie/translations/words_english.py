"""English numbers in letters."""

from __future__ import annotations

from vigie.translations.language_words import LanguageWords

_WRITTEN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = _WRITTEN.split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_CHANGED = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_CHANGED |= {"twelve": "twelfth"}
_TIMES = ("year", "month", "week", "day", "hour", "minute")


def _numbers() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_UNITS) if n}
    for value, ten in enumerate(_TENS, start=2):
        words[ten] = value * 10
        words |= {f"{ten}{joint}{_UNITS[n]}": value * 10 + n for n in range(1, 10) for joint in "- "}
    words |= {f"{_UNITS[n]} hundred": n * 100 for n in range(1, 10)}
    words |= {
        "hundred": 100,
        "a hundred": 100,
        "a thousand": 1000,
        "a million": 10**6,
        "a billion": 10**9,
        "once": 1,
        "twice": 2,
    }
    return words | {f"{article} {time}": 1 for article in ("a", "an", "each", "per") for time in _TIMES}


def _ordinal(word: str) -> str:
    begins, joint, last = word.rpartition("-")
    ends = last.removesuffix("y") + "ie" if last.endswith("y") else last
    return begins + joint + _CHANGED.get(last, f"{ends}th")


ENGLISH = LanguageWords(
    numbers=_numbers(),
    ordinals={_ordinal(word): n for word, n in _numbers().items() if n < 100 and " " not in word and word[-2:] != "ce"},
    units={name: f"{name} {name}s" for name in _TIMES},
    scales={10**3: "thousand k", 10**6: "million millions m", 10**9: "billion billions bn"},
    joint=" (?:and )?",
    phrases={
        "24/24": ("day and night", "around the clock", "round the clock"),
        "7/7": ("every day", "all week", "seven days a week"),
        **{f"{n}/7": tuple(f"{_UNITS[n]} days {each} week" for each in ("a", "per")) for n in range(2, 7)},
    },
)
