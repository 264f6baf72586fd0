"""What social networks and mail programs write around a text, and that a copy takes along: whole lines only.

Add a line here when a paste brings another one.
"""

from __future__ import annotations

import re

_WHOLE = frozenset(
    """
    activer pour afficher une image plus grande
    afficher la suite
    afficher la traduction
    afficher les commentaires
    afficher plus
    afficher plus de commentaires
    ajouter un commentaire
    aucun texte alternatif pour cette image
    aucune description alternative pour cette image
    bravo
    cliquez pour télécharger des images
    commenter
    connectez-vous pour afficher ou ajouter un commentaire
    copier le lien
    copier le lien du post
    envoyer
    hashtag
    identifiez-vous pour afficher ou ajouter un commentaire
    identifiez-vous pour afficher plus de contenu
    il n’y a pas de texte alternatif pour cette image
    j’adore
    j’aime
    modifié
    partager
    plus de posts pertinents
    posts pertinents
    republier
    répondre
    s’abonner
    s’identifier
    s’inscrire
    s’inscrire maintenant
    signaler ce commentaire
    signaler ce post
    signaler cette publication
    soutien
    suivre
    + suivre
    traduire le post
    visibilité de tous sur linkedin et en dehors
    visible de tous sur linkedin et en dehors
    voir la publication
    voir la traduction
    voir le profil
    voir l’original
    voir moins
    voir plus
    …afficher plus
    … afficher plus
    …plus
    … plus
    …voir plus
    … voir plus
    ...voir plus
    ... voir plus
    ...plus
    … see more
    …see more
    see translation
    sign in to view or add a comment
    like
    comment
    repost
    report this post
    more relevant posts
    """.strip()
    .replace("\n    ", "\n")
    .split("\n")
)
_FORMS = re.compile(
    r"post de [^\0]{1,60}(?<![.!?:;»])"
    r"|(?:publication|republié|post republié) (?:de|par) [^\0]{1,60}(?<![.!?:;»])"
    r"|profil de [^\0]{1,60}, image|photo de profil de [^\0]{1,60}|image de couverture (?:de|pour) [^\0]{1,80}"
    r"|\d[\d ]{0,8} (?:abonnés?|j’aime|commentaires?|republications?|réactions?|partages?|vues?|relations?)"
    r"(?: ?[·•] ?\d[\d ]{0,8} (?:commentaires?|republications?|partages?))?"
    r"|(?:il y a )?\d{1,2} ?(?:min|h|j|sem|mois|ans?)\.?(?: ?[·•](?: ?modifié)?(?: ?[·•])?)?"
    r"|(?:mis en forme par )?\d[\d ]{0,8} autres? personnes?"
)
_SPACES = re.compile(r"[ \t\u00a0\u202f\u2009]+")
_LONGEST = 120


def is_site_words(line: str) -> bool:
    """Whether ``line`` is nothing but words of the site that it was copied from."""
    if len(line) > _LONGEST:
        return False
    plain = _SPACES.sub(" ", line).strip().replace("'", "’").casefold()
    return plain in _WHOLE or _FORMS.fullmatch(plain) is not None


def without_site_words(text: str) -> str:
    """``text`` without these lines."""
    return "\n".join(line for line in text.split("\n") if not is_site_words(line))
