"""What one more dated text costs, when there are few and when there are two thousand: it must be the same.

Processor time of the work that is ours (read, check, render), each number of texts in a process of its own.
"""

import datetime
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import add_posts, copy_project

COUNTS = (0, 500, 2000)
ROUNDS = 3


def print_cost_of_texts(root: Path) -> None:
    """Milliseconds per text between one number of texts and the next, the best of some rounds."""
    best = {count: min(_measured(root, count) for _ in range(ROUNDS)) for count in COUNTS}
    print(f"\n{'textes':<24}{'secondes':>10}{'ms par texte':>14}")
    before = None
    for count, seconds in best.items():
        each = "" if before is None else f"{(seconds - best[before]) / (count - before) * 1000:.1f}"
        print(f"{count:<24}{seconds:>10.2f}{each:>14}")
        before = count


def _measured(root: Path, count: int) -> float:
    done = subprocess.run([sys.executable, __file__, str(root), str(count)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """One measure: seconds of processor time."""
    from vigie.ready import make_ready  # noqa: PLC0415 - only the measured process pays for it

    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(sys.argv[1]), Path(folder))
        add_posts(project, int(sys.argv[2]))
        start = time.process_time()
        make_ready(project, datetime.date(2026, 11, 22))
        print(time.process_time() - start)


if __name__ == "__main__":
    main()
