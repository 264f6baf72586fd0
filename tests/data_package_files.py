"""The files of the ledger of a project, written where another program can read them."""

import datetime
from pathlib import Path

from built import TODAY
from vigie.load_build import load_build
from vigie.measures.open_data.files import open_data_files, state_files


def written_files(root: Path, folder: Path) -> Path:
    """``folder``, with every file made from the ledger of the project at ``root``."""
    build, problems = load_build(root, datetime.date.fromisoformat(TODAY))
    assert build is not None, [str(problem) for problem in problems]
    for file in (*open_data_files(build), *state_files(build)):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder
