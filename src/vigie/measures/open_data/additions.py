"""What was added to the ledger, newest first, in French words: findings, claims, figures, replies."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from vigie.interface import Interface
from vigie.languages import SOURCE, Language
from vigie.measures.finding import Finding, Reply
from vigie.measures.indicators import Base, Indicator, Series, Value
from vigie.measures.model import Ledger, Measure
from vigie.measures.plan import Claim, Source
from vigie.measures.views import TABLE
from vigie.measures.withdrawal import Withdrawal


@dataclass(frozen=True)
class Addition:
    """One addition. ``address`` is that of the page which shows it, from the site's root."""

    name: tuple[str, str]
    """Its kind and id: what never changes of it."""
    title: str
    text: str
    address: str
    added_on: datetime.date
    changed_on: datetime.date
    """When it was signed or withdrawn, if it was: readers' programs must take the new text for the old."""
    sources: tuple[Source, ...]


def additions(ledger: Ledger, t: Interface) -> tuple[Addition, ...]:
    """All of them, by the day on which they were added or changed, the newest first."""
    words = _Words(ledger, t)
    found = [*words.claims(), *words.findings(), *words.figures()]
    return tuple(sorted(found, key=lambda a: (-a.changed_on.toordinal(), a.name)))


class _Words:
    """The ledger put in sentences."""

    def __init__(self, ledger: Ledger, t: Interface) -> None:
        self._ledger = ledger
        self._t = t
        self._french = Language(SOURCE)

    def claims(self) -> Iterator[Addition]:
        for claim in self._ledger.plan.claims:
            yield self._claim(claim)

    def findings(self) -> Iterator[Addition]:
        for measure in self._ledger.measures:
            for finding in measure.findings:
                yield self._finding(measure, finding)
                for position, reply in enumerate(finding.replies, start=1):
                    yield self._reply(measure, finding, reply, position)

    def figures(self) -> Iterator[Addition]:
        for measure in self._ledger.measures:
            for indicator in measure.indicators:
                for value in indicator.values:
                    yield self._value(value, indicator, f"{TABLE}{measure.id}/#{indicator.id}")
        for series in self._ledger.series:
            for value in series.values:
                yield self._value(value, series, f"plan/chiffres/#{series.id}")

    def _claim(self, claim: Claim) -> Addition:
        t = self._t
        title = t("atom_title", voice=t(f"voice_{claim.by}"), label=t("atom_whole_plan"))
        name = ("claim", claim.id)
        if claim.withdrawn:
            return self._gone(name, title, "plan/", claim.added_on, claim.withdrawn)
        text = self._said(claim.by, str(self._french.date(claim.date)), claim.statement or "")
        day = claim.added_on
        return Addition(name, title, text, "plan/", day, day, self._sources(claim.sources))

    def _gone(self, name: tuple[str, str], title: str, address: str, on: datetime.date, gone: Withdrawal) -> Addition:
        """What replaces a text in readers' programs: neither its words nor the sources that would lead to them."""
        return Addition(name, title, self._tombstone(gone), address, on, gone.on, ())

    def _tombstone(self, gone: Withdrawal) -> str:
        return self._t(f"withdrawn_{gone.ground}") + f" ({self._french.date(gone.on)})"

    def _finding(self, measure: Measure, finding: Finding) -> Addition:
        t = self._t
        date = self._french.date
        changes = [finding.added_on]
        if finding.withdrawn:
            changes.append(finding.withdrawn.on)
            lines = [self._tombstone(finding.withdrawn)]
        else:
            lines = [*self._standing(finding), self._said(finding.by, date(finding.date), finding.statement or "")]
            lines += [f"{t('demand')} {finding.demand}"] if finding.demand else []
            lines += [t("corrects", reason=finding.correction_of.reason)] if finding.correction_of else []
        if finding.validated:
            changes.append(finding.validated.on)
            lines.append(t("validated_by", date=date(finding.validated.on), by=finding.validated.by))
        elif finding.side == "associations":
            lines.append(t("not_validated"))
        title = t("atom_title", voice=t(f"voice_{finding.by}"), label=measure.label)
        address = f"{TABLE}{measure.id}/#{finding.id}"
        sources = () if finding.withdrawn else self._sources(finding.sources)
        text = "\n".join(lines)
        return Addition(("finding", finding.id), title, text, address, finding.added_on, max(changes), sources)

    def _standing(self, finding: Finding) -> list[str]:
        """Where it is and whether it is enough, for a voice that says so; « engagée » with whose word it is."""
        t = self._t
        said = []
        if finding.progress == "no_information" and finding.searched:
            said.append(t("progress_no_information", date=self._french.date(finding.searched.date)))
        elif finding.progress == "engaged":
            said.append(t("progress_engaged", voice=t(f"voice_{finding.by}")))
        elif finding.progress != "not_assessed":
            said.append(t(f"progress_{finding.progress}"))
        return said + ([t(f"sufficiency_{finding.sufficiency}")] if finding.sufficiency else [])

    def _reply(self, measure: Measure, finding: Finding, reply: Reply, position: int) -> Addition:
        t = self._t
        title = t("atom_reply", voice=t(f"voice_{reply.by}"), label=measure.label)
        name = ("reply", f"{finding.id}/{position}")
        day = reply.added_on
        address = f"{TABLE}{measure.id}/#{finding.id}"
        if reply.withdrawn:
            return self._gone(name, title, address, day, reply.withdrawn)
        text = self._said(reply.by, self._french.date(reply.date), reply.text or "")
        return Addition(name, title, text, address, day, day, self._sources(reply.sources))

    def _value(self, value: Value, of: Indicator | Series, address: str) -> Addition:
        t = self._t
        title = t("atom_value", name=of.name, period=value.period)
        day = value.added_on
        lines = [
            t("atom_figure", figure=self._figure(value, of)),
            *([t("atom_base", base=self._number(value.base, value.base.of))] if value.base else []),
            t("atom_definition", text=of.definition),
            t("atom_limits", text=of.limits),
        ]
        sources = self._sources(value.sources)
        return Addition(("value", value.id), title, "\n".join(lines), address, day, day, sources)

    def _figure(self, value: Value, of: Indicator | Series) -> str:
        part = [f"({value.breakdown.key})"] if value.breakdown else []
        return " ".join([self._number(value, of.unit), *part])

    def _number(self, value: Value | Base, unit: str) -> str:
        """« Environ 2 100 personnes »: never without its qualifier."""
        number = value.value
        if isinstance(number, bool):
            number = self._t("atom_yes" if number else "atom_no")
        elif not isinstance(number, str):
            number = self._french.amount(number, unit)
        return number if value.qualifier == "exact" else f"{self._t(f'qualifier_{value.qualifier}')} {number}"

    def _said(self, by: str, date: str, text: str) -> str:
        return f"{self._t('claims_label', voice=self._t(f'voice_{by}'), date=date)}\n{text}"

    def _sources(self, ids: tuple[str, ...]) -> tuple[Source, ...]:
        return tuple(self._ledger.sources[id_] for id_ in ids if id_ in self._ledger.sources)
