"""Arabic numbers in letters: with their gender, case and dual, and the months of the Levant and of the Maghreb.

The prefixes of one letter and the article are taken off before a word is looked for here.
"""

from __future__ import annotations

from vigie.translations.language_words import LanguageWords

_TWO = ("اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي")
_SHORT = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر"}
_UNITS: dict[int, tuple[str, ...]] = {
    1: ("واحد", "واحدة", "أحد", "إحدى"),
    2: _TWO,
    **{n: (word, f"{word}ة", f"{word}ا") for n, word in _SHORT.items()},
    8: ("ثماني", "ثمانية", "ثمان", "ثمانيا"),
}
_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_RANKS = {3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع"}
_BEYOND = {1: "حادي", 2: "ثاني", **_RANKS}
_DUAL_ENDS = ("ان", "ين")
_TIMES = {
    "دقيقت": "minute",
    "ساعت": "hour",
    "يوم": "day",
    "أسبوع": "week",
    "شهر": "month",
    "سنت": "year",
    "عام": "year",
}
_IN_TWO = ("شخص", "طفل", "ضحيت", "جمعيت", "تدبير", "محور", "لغت", "رقم", "صفحت", "امرأت", "رجل", "حالت", "شرط", "مادت")
"""Nouns of this site whose dual says « two »."""
_ONE = (
    "سنة",
    "عام",
    "عاما",
    "شهر",
    "شهرا",
    "يوم",
    "يوما",
    "ساعة",
    "أسبوع",
    "أسبوعا",
    "دقيقة",
    "واحدا",
    "واحد",
    "واحدة",
)


def _numbers() -> dict[str, int]:
    words = {word: n for n, forms in _UNITS.items() for word in forms if n > 1}
    words |= {
        f"{unit} {ten}": n + 10 for n, forms in _UNITS.items() if n < 10 for unit in forms for ten in ("عشر", "عشرة")
    }
    for ten, root in _TENS.items():
        for end in ("ون", "ين"):
            words[root + end] = ten
            words |= {f"{unit} و{root}{end}": ten + n for n, forms in _UNITS.items() if n < 10 for unit in forms}
    words |= {"مئة": 100, "مائة": 100, "مئتان": 200, "مئتين": 200, "مائتان": 200, "مائتين": 200}
    for hundred in ("مئ", "مائ"):
        words |= {hundred + "تا": 200, hundred + "تي": 200}
        words |= {
            f"{_SHORT[n].removesuffix('ي')}{joint}{hundred}ة": n * 100 for n in range(3, 10) for joint in ("", " ")
        }
        words |= {f"ثماني{joint}{hundred}ة": 800 for joint in ("", " ")}
    words |= {"ألف": 1000, "ألفا": 2000, "ألفان": 2000, "ألفين": 2000, "ألفي": 2000}
    words |= {
        "مليونان": 2_000_000,
        "مليونين": 2_000_000,
        "مليوني": 2_000_000,
        "مليونا": 2_000_000,
        "مليون": 10**6,
        "مليار": 10**9,
        "مرتان": 2,
        "مرتين": 2,
    }
    words |= {noun + end: 2 for noun in (*_IN_TWO, *_TIMES) for end in _DUAL_ENDS}
    return words | dict.fromkeys(_ONE, 1)


def _ordinals() -> dict[str, int]:
    words = {"أول": 1, "أولى": 1, "أولا": 1, "ثاني": 2, "ثانية": 2, "عاشر": 10, "عاشرة": 10}
    words |= {rank + end: n for n, rank in _RANKS.items() for end in ("", "ة")}
    words |= {f"{rank}{end} عشر{end}": n + 10 for n, rank in _BEYOND.items() for end in ("", "ة")}
    for ten, root in _TENS.items():
        for end in ("ون", "ين"):
            words |= {f"{rank}{a} وال{root}{end}": ten + n for n, rank in _BEYOND.items() for a in ("", "ة")}
    return words


ARABIC = LanguageWords(
    numbers=_numbers(),
    ordinals=_ordinals(),
    units={
        "minute": "دقيقة دقائق",
        "hour": "ساعة ساعات",
        "day": "يوم يوما أيام",
        "week": "أسبوع أسبوعا أسابيع",
        "month": "شهر شهرا أشهر شهور",
        "year": "سنة سنوات سنين عام عاما أعوام",
    },
    scales={10**3: "ألف ألفا آلاف", 10**6: "مليون مليونا ملايين", 10**9: "مليار مليارا مليارات"},
    joint=" و ?",
    rest_from=3,
    phrases={
        "24/24": ("ليلا ونهارا", "نهارا وليلا", "على مدار الساعة", "طوال اليوم"),
        "7/7": ("كل أيام الأسبوع", "طوال أيام الأسبوع", "طوال الأسبوع", "كل يوم", "يوميا"),
        **{f"{n}/7": (f"{_SHORT[n]}ة أيام في الأسبوع",) for n in range(3, 7)},
    },
    duals={noun + end: unit for noun, unit in _TIMES.items() for end in _DUAL_ENDS},
    months=(
        "كانون_الثاني جانفي", "شباط فيفري", "آذار", "نيسان أفريل إبريل", "أيار ماي", "حزيران جوان", "تموز جويلية يوليوز",
        "آب أوت غشت", "أيلول شتنبر", "تشرين_الأول", "تشرين_الثاني نونبر", "كانون_الأول دجنبر",
    ),
)  # fmt: skip
