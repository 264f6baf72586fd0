"""What social networks and mail programs write around a text, and that a copy takes along: whole lines only.

Add a line here when a paste brings another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SURE = frozenset(
    """
    activer pour afficher une image plus grande
    afficher la traduction
    afficher les commentaires
    afficher plus de commentaires
    ajouter un commentaire
    aucun texte alternatif pour cette image
    aucune description alternative pour cette image
    cliquez pour télécharger des images
    connectez-vous pour afficher ou ajouter un commentaire
    copier le lien du post
    identifiez-vous pour afficher ou ajouter un commentaire
    identifiez-vous pour afficher plus de contenu
    il n’y a pas de texte alternatif pour cette image
    j’aime
    plus de posts pertinents
    posts pertinents
    republier
    signaler ce commentaire
    signaler ce post
    signaler cette publication
    + suivre
    traduire le post
    visibilité de tous sur linkedin et en dehors
    visible de tous sur linkedin et en dehors
    …afficher plus
    … afficher plus
    …voir plus
    … voir plus
    ...voir plus
    ... voir plus
    … see more
    …see more
    sign in to view or add a comment
    report this post
    more relevant posts
    """.strip()
    .replace("\n    ", "\n")
    .split("\n")
)
_DOUBTFUL = frozenset(
    """
    afficher la suite
    afficher plus
    bravo
    commenter
    copier le lien
    envoyer
    hashtag
    j’adore
    modifié
    partager
    répondre
    s’abonner
    s’identifier
    s’inscrire
    s’inscrire maintenant
    soutien
    suivre
    voir la publication
    voir la traduction
    voir le profil
    voir l’original
    voir moins
    voir plus
    …plus
    … plus
    ...plus
    see translation
    like
    comment
    repost
    """.strip()
    .replace("\n    ", "\n")
    .split("\n")
)
"""A subtitle or an answer may be one of these words."""
_SURE_FORMS = re.compile(
    r"(?:il y a )?\d{1,2} ?(?:min|h|j|sem|mois|ans?)\.? ?[·•](?: ?modifié)?(?: ?[·•])?|profil de [^\0]{1,60}, image"
)
_DOUBTFUL_FORMS = re.compile(
    r"post de [^\0]{1,60}(?<![.!?:;»])"
    r"|(?:publication|republié|post republié) (?:de|par) [^\0]{1,60}(?<![.!?:;»])"
    r"|photo de profil de [^\0]{1,60}|image de couverture (?:de|pour) [^\0]{1,80}"
    r"|\d[\d ]{0,8} (?:abonnés?|j’aime|commentaires?|republications?|réactions?|partages?|vues?|relations?)"
    r"(?: ?[·•] ?\d[\d ]{0,8} (?:commentaires?|republications?|partages?))?"
    r"|(?:il y a )?\d{1,2} ?(?:min|h|j|sem|mois|ans?)\.?"
    r"|(?:mis en forme par )?\d[\d ]{0,8} autres? personnes?"
)
_SPACES = re.compile(r"[ \t\u00a0\u202f\u2009]+")
_LONGEST = 120


def site_lines(lines: Sequence[str]) -> list[int]:
    """The indexes of the lines that are nothing but words of the copied site.

    A line that could be a fact (« 10 ans », « Soutien ») is one of them only among lines that touch a sure one.
    """
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate([*lines, ""]):
        if _may_be(line):
            run.append(index)
            continue
        if any(_is_sure(_plain(lines[one])) for one in run):
            found += run
        run = []
    return found


def _may_be(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    plain = _plain(line)
    return _is_sure(plain) or plain in _DOUBTFUL or _DOUBTFUL_FORMS.fullmatch(plain) is not None


def _is_sure(plain: str) -> bool:
    return plain in _SURE or _SURE_FORMS.fullmatch(plain) is not None


def _plain(line: str) -> str:
    return _SPACES.sub(" ", line).strip().replace("'", "’").casefold()


def without_site_words(text: str) -> tuple[str, list[str]]:
    """``text`` without these lines; and each of them, for a person to look at."""
    lines = text.split("\n")
    gone = site_lines(lines)
    left = set(gone)
    kept = [line for index, line in enumerate(lines) if index not in left]
    return "\n".join(kept), [lines[index].strip() for index in gone]
