"""The words of the first sheet: how to edit the workbook, for somebody who opens it without having read any guide."""

from __future__ import annotations

LINES: tuple[str, ...] = (
    "# Modifier le registre dans un tableur",
    "Ce classeur est une copie de travail de data/measures.yaml. Modifiez-le, enregistrez-le en .xlsx, puis lancez : "
    "vigie import FICHIER.xlsx --dry-run",
    "Cette commande montre ce qui changerait et n’écrit rien. Sans --dry-run, elle écrit, si la vérification l’admet.",
    "",
    "# Ce que vous pouvez faire",
    "Changer une cellule : seule cette valeur changera dans le registre.",
    "Ajouter une ligne en bas d’une feuille : écrivez un identifiant nouveau (minuscules sans accent, chiffres, "
    "traits d’union) et remplissez les colonnes que vous connaissez. « Noté le » vide veut dire aujourd’hui.",
    "Vider une cellule : la valeur devient inconnue. Une cellule vide n’est jamais zéro.",
    "Trier, filtrer, masquer, élargir : cela ne change rien.",
    "",
    "# Ce qu’il ne faut pas faire",
    "Ne changez jamais un identifiant : c’est une adresse. Une ligne au nouvel identifiant serait une fiche de plus.",
    "Ne corrigez pas un constat publié : ajoutez une ligne, avec « Corrige le constat » et « Corrige : pourquoi ».",
    "Effacer une ligne n’efface rien du registre : on ajoute, on n’efface pas.",
    "Ne fusionnez pas de cellules, n’écrivez pas de formule.",
    "Ne touchez pas à ce qui est entre parenthèses dans les titres de colonnes : c’est ainsi que l’on s’y retrouve.",
    "",
    "# Comment écrire",
    "Une date garde la précision de sa source : 2024, 2024-12 ou 2024-12-31. Si le tableur en fait une date, mettez la "
    "cellule au format « Texte » et retapez-la.",
    "Plusieurs sources, formes ou publics : séparez-les par « ; ». Les valeurs permises sont dans la feuille « Listes ».",
    "La feuille « Listes » sert à consulter : ce que vous y changez n’est pas lu. Une source nouvelle s’ajoute dans "
    "data/measures.yaml, comme un indicateur, une série, une réponse ou une réunion.",
    "« unknown » dans « Pilote », « Échéance »… veut dire : nous n’avons pas lu le plan. « not_stated » veut dire : le "
    "plan, lu, ne le dit pas.",
    "Aucun nom de personne privée, aucun lieu d’hébergement, même si une source les donne.",
)
"""A line that begins with « # » is a title."""
