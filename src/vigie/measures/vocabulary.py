"""The closed lists of the ledger, written once: used by the model, the check, the guides and the pages.

Their words for readers are in ``data/interface.yaml`` under ``progress_…``, ``form_…`` and so on.
"""

from __future__ import annotations

from typing import Literal, get_args

Progress = Literal[
    "not_assessed", "no_information", "mentioned", "not_started", "engaged", "partly_done", "done", "abandoned"
]
Sufficiency = Literal["sufficient", "insufficient", "adverse", "undetermined"]
Voice = Literal[
    "miprof", "government", "ministry",
    "cncdh", "greta", "osce", "parliament", "court",
    "collectif", "members",
]  # fmt: skip
Side = Literal["state", "independent", "associations"]
Kind = Literal["content", "measure"]
Form = Literal["all", "sexual", "labour", "domestic", "forced_crime", "begging", "organs", "forced_marriage"]
Audience = Literal["everyone", "minors", "women", "men", "migrants", "overseas"]
IndicatorKind = Literal["means", "output", "result", "impact"]
Nature = Literal["number", "rate", "amount", "true_false", "text"]
SeriesNature = Literal["number", "rate"]
"""Series count people: how many, or what part of them."""
Direction = Literal["up", "down", "neutral"]
Proposer = Literal["plan", "collectif", "cncdh", "greta", "editors"]
Quality = Literal["solid", "fragile", "estimate", "unknown"]
Qualifier = Literal["exact", "about", "more_than", "less_than", "nearly"]
ValueState = Literal["final", "provisional", "unknown"]
Verifiable = Literal["full", "partly", "none"]
CountedAs = Literal["spotted", "accompanied", "recorded", "identified", "convicted"]
MeetingKind = Literal["committee", "working_group"]
DeadlineStatus = Literal["unknown", "held", "done", "passed_without_trace"]
SourceKind = Literal["page", "post", "press", "law", "report", "document", "dataset"]
BreakdownBy = Literal["sex", "age", "form", "territory", "nationality"]

UNKNOWN = "unknown"
"""We have not read the plan, or do not know."""
NOT_STATED = "not_stated"
"""The plan has been read and does not say: allowed only once ``plan.text_read`` holds a date."""

SIDES: dict[str, Side] = {
    "miprof": "state", "government": "state", "ministry": "state",
    "cncdh": "independent", "greta": "independent", "osce": "independent",
    "parliament": "independent", "court": "independent",
    "collectif": "associations", "members": "associations",
}  # fmt: skip
"""Which of the three voices an author speaks for."""

ORDERED_SIDES: tuple[Side, ...] = get_args(Side)

ALL_PROGRESS: tuple[Progress, ...] = get_args(Progress)
ORDERED_PROGRESS: tuple[Progress, ...] = ("abandoned", "not_started", "engaged", "partly_done", "done")
"""The answers that can be compared. « Mentioned » says only that it was spoken of; the two others, that nobody knows."""
ORDERED_SUFFICIENCY: tuple[Sufficiency, ...] = ("adverse", "insufficient", "sufficient")
"""« Undetermined » is no answer to compare."""

COUNTED_BY: dict[CountedAs, Literal["by_associations", "by_administration"]] = {
    "spotted": "by_associations", "accompanied": "by_associations",
    "recorded": "by_administration", "identified": "by_administration", "convicted": "by_administration",
}  # fmt: skip
"""Who counts the persons meant by each word: the two are never compared, nor put in one picture."""

SLUGS: dict[str, str] = {
    "not_assessed": "pas-encore-examinee", "no_information": "aucune-information", "mentioned": "evoquee",
    "not_started": "pas-commencee", "engaged": "engagee", "partly_done": "realisee-en-partie", "done": "realisee",
    "abandoned": "abandonnee",
    "all": "toutes", "sexual": "sexuelle", "labour": "travail", "domestic": "domestique",
    "forced_crime": "delits-forces", "begging": "mendicite", "organs": "organes", "forced_marriage": "mariage-force",
    "everyone": "tous", "minors": "mineurs", "women": "femmes", "men": "hommes", "migrants": "migrants",
    "overseas": "outre-mer",
}  # fmt: skip
"""How the filters name these values in addresses: French, the same in every language."""
