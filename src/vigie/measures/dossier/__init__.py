"""The state of the table on paper: a summary of two pages and a dossier, as PDF, for meetings."""
