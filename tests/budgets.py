"""What a first visit may cost, per kind of page, and the table of what it does cost."""

import re
from dataclasses import dataclass
from pathlib import Path

KILO = 1000


@dataclass(frozen=True)
class Budget:
    """The pages whose address under their language's root is ``address``; bytes on the wire, headers included."""

    kind: str
    address: str
    size: int
    requests: int


BUDGETS = (
    Budget("infos", r"infos/.*", 15 * KILO, 4),
    Budget("tableau du plan", r"plan/mesures/", 40 * KILO, 5),
    Budget("contenu du plan", r"plan/mesures/.+", 22 * KILO, 5),
    Budget("accueil", r"", 22 * KILO, 5),
    Budget("texte", r"(?:actualites|plaidoyer)/.+", 22 * KILO, 5),
    Budget("liste de textes", r"(?:actualites|plaidoyer)/", 22 * KILO, 5),
    Budget("recherche", r"recherche/", 22 * KILO, 5),
    Budget("tâches des bénévoles", r"contribuer/traductions/", 22 * KILO, 5),
    Budget("fiche des bénévoles", r"contribuer/traductions/.+", 22 * KILO, 5),
    Budget("introuvable", r"404\.html", 22 * KILO, 5),
    Budget("autre page", r".*", 22 * KILO, 5),
)
"""The first that fits holds."""


def heaviest(site: Path, lang: str, others: tuple[str, ...]) -> dict[Budget, str]:
    """Of each kind of page in ``lang``, the address of the one whose HTML is heaviest on the wire.

    ``others``: the languages that have a folder of their own at the site's root.
    """
    root = site / lang if lang in others else site
    found: dict[Budget, tuple[int, str]] = {}
    for path in sorted(root.rglob("*.html.br")):
        if path.parent.name == "telechargements":
            continue
        place = path.relative_to(root).as_posix().removesuffix(".br")
        if lang not in others and place.split("/")[0] in others:
            continue
        address = place.removesuffix("index.html")
        budget = next(budget for budget in BUDGETS if re.fullmatch(budget.address, address))
        shown = path.relative_to(site).as_posix().removesuffix(".br").removesuffix("index.html")
        found[budget] = max(found.get(budget, (0, "")), (path.stat().st_size, shown))
    return {budget: shown for budget, (_size, shown) in found.items()}


def table(costs: list[tuple[str, str, str, int, int, int, int]]) -> str:
    """A line per kind and language: bytes and requests beside what is allowed, and the page measured."""
    lines = [f"{'':<18}{'':<4}{'octets':>8}{'permis':>8}{'requêtes':>10}{'permises':>10}  page la plus lourde"]
    for kind, lang, address, size, allowed, requests, most in sorted(set(map(tuple, costs))):
        lines.append(f"{kind:<18}{lang:<4}{size:>8}{allowed:>8}{requests:>10}{most:>10}  /{address}")
    return "\n".join(lines)
