"""How the dossier says what is recorded: words of the interface, dates and numbers of the language, numbers of sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vigie.interface import Interface
from vigie.languages import Language
from vigie.measures.dossier.typst_data import Data
from vigie.measures.finding import Finding
from vigie.measures.indicators import Base, Value
from vigie.measures.views import SourceView
from vigie.measures.withdrawal import Withdrawal
from vigie.values import PartialDate


@dataclass(frozen=True)
class Telling:
    """The words of one language, and the number of each source of one dossier."""

    t: Interface
    numbers: Mapping[str, int]
    established: datetime.date
    """The day on which the state was established."""

    @property
    def language(self) -> Language:
        return Language(self.t.lang)

    def date(self, date: PartialDate) -> str:
        return self.language.date(date)

    def said(self, by: str, date: PartialDate) -> str:
        """Who spoke, and when."""
        return self.t("claims_label", voice=self.t(f"voice_{by}"), date=self.date(date))

    def tombstone(self, withdrawal: Withdrawal) -> str:
        """What stands in the place of a text that was withdrawn."""
        why = self.t(f"withdrawn_{withdrawal.ground}")
        return self.t("dossier_withdrawn", why=why, date=self.language.date(withdrawal.on))

    def refs(self, sources: Iterable[SourceView]) -> tuple[int, ...]:
        """The numbers of ``sources`` in the list at the end."""
        return tuple(self.numbers[source.id] for source in sources)

    def answers(self, finding: Finding) -> tuple[str, ...]:
        """Where things stand and whether it is enough, according to a finding; nothing of what it does not answer."""
        found = [] if finding.progress == "not_assessed" else [self._progress(finding)]
        return (*found, *([self.t(f"sufficiency_{finding.sufficiency}")] if finding.sufficiency else ()))

    def _progress(self, finding: Finding) -> str:
        key = f"progress_{finding.progress}"
        if finding.searched is not None and finding.progress == "no_information":
            return self.t(key, date=self.language.date(finding.searched.date))
        return self.t(key, voice=self.t(f"voice_{finding.by}")) if finding.progress == "engaged" else self.t(key)

    def figure(self, value: Value, unit: str) -> str:
        """A value as its source gives it: never without its qualifier, nor its unit."""
        return " ".join(part for part in (self._qualifier(value), self._amount(value, unit)) if part)

    def base(self, base: Base) -> str:
        """Of how many a share is a part, and of what."""
        return " ".join(part for part in (self._qualifier(base), self.language.amount(base.value, base.of)) if part)

    def _qualifier(self, value: Value | Base) -> str | None:
        return None if value.qualifier == "exact" else self.t(f"qualifier_{value.qualifier}")

    def _amount(self, value: Value, unit: str) -> str:
        if isinstance(value.value, bool):
            return self.t("dossier_true" if value.value else "dossier_false")
        return value.value if isinstance(value.value, str) else self.language.amount(value.value, unit)


def source_entry(number: int, shown: SourceView, telling: Telling) -> Data:
    """A line of the list of sources: what a reader needs to find the document again."""
    source = shown.source
    return {
        "n": number,
        "publisher": source.publisher,
        "title": shown.title.value,
        "lang": shown.title.lang,
        "date": telling.date(source.date) if source.date else telling.t("dossier_source_undated"),
        "url": source.url,
    }
