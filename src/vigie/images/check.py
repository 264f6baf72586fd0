"""The rules of pictures that need the whole build: words for those who do not see them, where they may stand, leftovers."""

from __future__ import annotations

import posixpath
import re

from vigie.build import Build
from vigie.images.model import Reference
from vigie.problems import Problem

LONGEST_ALT = 250
_EMPTY_WORDS = re.compile(
    r"(?:une? |l[’'])?(?:images?|img|photos?|photographie|picture|illustration|dessin|logo|alt|description|capture d[’']écran"
    r"|sans titre|texte (?:de remplacement|alternatif)|(?:à|a) (?:compléter|completer|écrire|décrire)|todo|xxx+|(?:ال)?صورة)"
    r"[\W\d_]*\Z",
    re.IGNORECASE,
)
_CAMERA_NAME = re.compile(r"(?:img|dscn?|dscf|pxl|screenshot|capture|whatsapp image)[-_ ]?\d", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif|svg|heic|tiff?)\Z", re.IGNORECASE)
_MEND = "dites en une phrase ce que l’image montre, pour qui ne la voit pas"


def check_images(build: Build) -> list[Problem]:
    """Every rule of the pictures of a build."""
    return [
        *every_picture_has_words(build),
        *vital_pages_have_no_picture(build),
        *every_picture_serves_a_text(build),
    ]


def every_picture_has_words(build: Build) -> list[Problem]:
    """Who does not see a picture is told what it shows: neither nothing, nor « image », nor the name of the file."""
    return [
        Problem(reference.document, reference.line, *wrong)
        for reference in build.images.references
        if (wrong := wrong_words(reference))
    ]


def wrong_words(reference: Reference) -> tuple[str, str] | None:
    """The two halves of a message when the text of a picture says nothing."""
    alt = reference.alt
    if not alt:
        return f"l’image « {reference.src[:60]} » n’a pas de texte de remplacement", _MEND
    plain, name = _plain(alt), posixpath.basename(reference.src)
    named = {_plain(name), _plain(posixpath.splitext(name)[0])}
    empty = _EMPTY_WORDS.match(alt) or _CAMERA_NAME.match(alt) or _FILE_NAME.search(alt)
    if empty or plain in named or len(plain) < 3 or re.search(r"[\[\]]", alt):
        return f"le texte de remplacement « {alt[:60]} » ne dit pas ce que l’image montre", _MEND
    if len(alt) > LONGEST_ALT:
        what = f"ce texte de remplacement a {len(alt)} signes"
        return what, f"{LONGEST_ALT} au plus : le reste va dans le texte de la page"
    return None


def _plain(words: str) -> str:
    """Letters and digits only: « Rencontre-OSCE » and « rencontre osce » are the same name."""
    return re.sub(r"[\W_]+", "", words.casefold())


def vital_pages_have_no_picture(build: Build) -> list[Problem]:
    """A page that somebody opens in danger is light, and whole in the file that is kept without network."""
    vital = {page.document.path for page in build.documents if page.meta.vital}
    return [
        Problem(reference.document, reference.line, "une page vitale n’a pas d’image", "dites-le en mots")
        for reference in build.images.references
        if reference.document in vital
    ]


def every_picture_serves_a_text(build: Build) -> list[Problem]:
    """A forgotten picture weighs on the project for ever, and may show somebody who no longer wants to be seen."""
    joined = {
        posixpath.join(posixpath.dirname(post.document.path), attachment.file)
        for post in build.posts
        for attachment in post.meta.attachments
    }
    return [
        Problem(path, 1, "aucun texte ne montre cette image", "montrez-la, ou supprimez le fichier", blocking=False)
        for path in sorted(build.images.found - build.images.used - joined)
    ]
