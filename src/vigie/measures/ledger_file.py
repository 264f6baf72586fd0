"""One file made from the ledger: a table, a feed, a calendar, a state of the table, a dossier."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LedgerFile:
    """A file to take away, ready to be written; its content depends on the ledger alone, never on the clock."""

    path: str
    """From the site's root."""
    content: bytes
    label: str
    """Key in ``data/interface.yaml``: what the file is."""
    media_type: str
    lang: str = "fr"
    """The language of the words inside."""
    state: str | None = None
    """The day (``2024-12-12``) of the state of the table that it shows; None when it shows today's table."""

    @property
    def form(self) -> str:
        """How its name ends, without the dot: ``csv``."""
        return self.path.rpartition(".")[2]

    @property
    def stem(self) -> str:
        """Its name without folder and ending: ``constats``."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def kilobytes(self) -> int:
        """Its size in kB (1,000 bytes), rounded up."""
        return -(-len(self.content) // 1000)
