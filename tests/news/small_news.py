"""A site with a few fictional dated texts and the facts of the real one, and what programs that follow it are given."""

import dataclasses
import datetime
import shutil

from built import ROOT
from pictures import drawing
from vigie.load_build import load_build
from vigie.news.feeds.files import feed_files
from vigie.render import Renderer
from vigie.site.pages import all_pages

DAY = datetime.date(2026, 11, 22)
SITE = "https://site.example/a/"
FIRST = "actualites/2025-01-02-premier"
TITLES = ["Une rencontre fictive", "Étrangère & « libre » à l’été", "Un plaidoyer fictif", "Informations"]
"""Of the texts that a feed holds, the last to appear first; of the sensitive one, what is shown."""
FRENCH = {
    FIRST: """---
title: Étrangère & « libre » à l’été
description: Une phrase fictive & courte.
category: loi
topics: [greta, plan]
updated_on: 2025-03-04
based_on: {publisher: Institut imaginaire, url: "https://institut.example/a"}
sources:
  - {title: "Page d’ailleurs", url: "https://etat.example/page"}
  - {title: Document sans adresse}
---
Un [lien du site](2025-01-03-evenement.md), un [passage](#la-suite), [ailleurs](https://autre.example/?a=1&b=2#c).

![Une salle fictive](salle.png)

## La suite {#la-suite}

| a | b |
|---|---|
| 1 < 2 | 3 |

<!-- readers: contacts -->
""",
    "actualites/2025-01-03-evenement": """---
title: Une rencontre fictive
description: On s’y retrouve.
category: rencontre
legal_review: null
event: {start: 2025-02-12 18:30, end: 2025-02-12 20:00, place: "Salle imaginaire, Paris", online: "https://video.example/salon"}
---
Venez.
""",
    "actualites/2024-05-06-sensible": """---
title: Un titre qui dit tout
description: Une description qui dit tout.
category: campagne
topics: [greta]
sensitive: true
based_on: {publisher: Institut imaginaire, url: "https://institut.example/tout"}
sources: [{title: Une source qui dit tout, url: "https://etat.example/tout"}]
---
Le texte lui-même.
""",
    "plaidoyer/2024-06": """---
title: Un plaidoyer fictif
description: Ce qu’il demande.
sources: [{title: Le texte d’origine, url: "https://origine.example/juin"}]
---
Le résumé.
""",
    "actualites/2024-01-01-brouillon": "---\ntitle: Brouillon\ndescription: Non.\ncategory: loi\ndraft: true\n---\nNon.\n",
    "actualites/2026-11-01-futur": "---\ntitle: Futur\ndescription: Non.\ncategory: loi\npublish_on: 2026-11-23\n---\nNon.\n",
    "actualites/2024-01-02-fini": "---\ntitle: Fini\ndescription: Non.\ncategory: loi\nexpire_on: 2026-11-22\n---\nNon.\n",
}
ARABIC = {
    FIRST: """---
title: عنوان عن L. 425-1 في 2025
description: جملة عن GRETA والقانون.
category: loi
topics: [greta]
translation: {source: null, state: translated, method: machine}
---
اتصلوا على +33 1 23 45 67 89، أو [الصفحة](2025-01-02-premier.md).
""",
}


def project(folder, french=FRENCH, arabic=ARABIC):
    """The project in ``folder``: real facts and looks, and no text but the fictional ones."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "overrides").symlink_to(ROOT / "overrides")
    for lang, texts in (("fr", french), ("ar", arabic)):
        (folder / "docs" / lang).mkdir(parents=True)
        for name, text in texts.items():
            add(folder, name, text, lang)
    if FIRST in french:
        (folder / "docs/fr/actualites/salle.png").write_bytes(drawing())
    return folder


def add(folder, name, text, lang="fr"):
    path = folder / "docs" / lang / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(folder):
    """The build of the project in ``folder``."""
    build, problems = load_build(folder, DAY)
    assert build is not None and not problems, [str(problem) for problem in problems]
    return build


def changed(build, today=DAY, **site):
    """The same site on another day, or with other facts of its own."""
    record = build.site.record.model_copy(update=site)
    return dataclasses.replace(build, today=today, site=dataclasses.replace(build.site, record=record))


def files(build):
    """What programs are given, by path."""
    index = all_pages(build)
    return feed_files(build, index, Renderer(build, index).feed_text)
