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
