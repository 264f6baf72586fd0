"""The French words of the closed lists, as an editor reads them in a sheet beside their key: « Engagée (engaged) »."""

from __future__ import annotations

import re

_QUALIFIERS = {
    "exact": "Exactement",
    "about": "Environ",
    "more_than": "Plus de",
    "less_than": "Moins de",
    "nearly": "Près de",
}
LABELS: dict[str, dict[str, str]] = {
    "progress": {
        "not_assessed": "Pas encore examinée",
        "no_information": "Aucune information publique trouvée",
        "mentioned": "Évoquée au point d’étape",
        "not_started": "Pas commencée",
        "engaged": "Engagée",
        "partly_done": "Réalisée en partie",
        "done": "Réalisée",
        "abandoned": "Abandonnée par un acte officiel",
    },
    "sufficiency": {
        "sufficient": "Jugée suffisante",
        "insufficient": "Jugée insuffisante",
        "adverse": "Jugée contraire au but",
        "undetermined": "Suffisance non déterminée",
    },
    "by": {
        "miprof": "État : Miprof",
        "government": "État : Gouvernement",
        "ministry": "État : ministère",
        "cncdh": "Indépendante : CNCDH",
        "greta": "Indépendante : GRETA",
        "osce": "Indépendante : OSCE",
        "parliament": "Indépendante : parlementaires",
        "court": "Indépendante : Justice",
        "collectif": "Associations : le collectif",
        "members": "Associations : membres du collectif",
    },
    "kind": {"content": "Contenu connu par une source", "measure": "Mesure numérotée du plan"},
    "forms": {
        "all": "Toutes les formes",
        "sexual": "Exploitation sexuelle",
        "labour": "Travail",
        "domestic": "Travail domestique",
        "forced_crime": "Contrainte à commettre des délits",
        "begging": "Mendicité forcée",
        "organs": "Prélèvement d’organes",
        "forced_marriage": "Mariage forcé",
    },
    "audiences": {
        "everyone": "Tout le monde",
        "minors": "Mineurs",
        "women": "Femmes",
        "men": "Hommes",
        "migrants": "Personnes migrantes",
        "overseas": "Outre-mer",
    },
    "verifiable.value": {"full": "Oui", "partly": "En partie", "none": "Non"},
    "withdrawn.ground": {"legal": "Loi", "safety": "Sécurité", "privacy": "Vie privée"},
    "qualifier": _QUALIFIERS,
    "base.qualifier": _QUALIFIERS,
    "state": {"final": "Définitif", "provisional": "Provisoire", "unknown": "Inconnu"},
    "breakdown.by": {
        "sex": "Sexe",
        "age": "Âge",
        "form": "Forme d’exploitation",
        "territory": "Territoire",
        "nationality": "Nationalité",
    },
}
"""By column, then by allowed value, in the order of the closed list (``vocabulary``)."""

_KEY_AT_THE_END = re.compile(r"\(([a-z0-9_.-]+)\)\Z")


def shown(choices: dict[str, str], key: str) -> str:
    """« Engagée (engaged) »."""
    return f"{choices[key]} ({key})" if key in choices else key


def key_of(text: str) -> str:
    """The key at the end of « Engagée (engaged) », or the text itself."""
    match = _KEY_AT_THE_END.search(text)
    return match.group(1) if match else text


def chosen(choices: dict[str, str], text: str) -> str | None:
    """The key that an editor meant: « Engagée (engaged) », « engaged » or « Engagée »; None when it is none of them."""
    key = key_of(text)
    if key in choices:
        return key
    wanted = text.casefold().replace("'", "’")
    return next((k for k, label in choices.items() if wanted == label.casefold()), None)
