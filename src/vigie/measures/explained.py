"""The closed lists in French, for the descriptions of keys that editors see in their text editor (``data/schema/``)."""

from __future__ import annotations

VOICES = (
    "miprof, government (Gouvernement et services de l’État), ministry (un ministère ou ses services), cncdh, greta, osce,"
    " parliament (parlementaires), court (juridiction), collectif, members (associations membres)"
)
PROGRESS = (
    "not_assessed (pas encore examinée : aucune réponse classée ici, par défaut, jamais un échec), no_information (aucune information publique,"
    " avec searched), mentioned (évoquée au point d’étape), not_started (pas commencée), engaged (engagée, le mot de"
    " l’État), partly_done (réalisée en partie), done (réalisée), abandoned (abandonnée, par un acte officiel)"
)
SUFFICIENCY = "sufficient (suffisant), insufficient (insuffisant), adverse (effet contraire), undetermined (on ne peut pas trancher)"
FORMS = (
    "all (toutes), sexual (sexuelle), labour (travail), domestic (domestique), forced_crime (délits forcés),"
    " begging (mendicité), organs (organes), forced_marriage (mariage forcé)"
)
AUDIENCES = (
    "everyone (tout le monde), minors (mineurs), women (femmes), men (hommes), migrants (personnes migrantes),"
    " overseas (outre-mer)"
)
PROPOSERS = "plan, collectif, cncdh, greta, editors (« repère proposé par le site »)"
BREAKDOWNS = "sex (sexe), age (âge), form (forme), territory (territoire), nationality (nationalité)"
SOURCE_KINDS = "page, post (réseau social), press (presse), law (texte de droit), report (rapport), document, dataset (jeu de données)"
