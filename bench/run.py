"""What a page, a content or a post costs to build: ratios within one run, since machines differ and drift.

Each case is built three times, in turn with the others; the table prints medians and ratios to the real site alone.
Then what a text costs among two thousand, and the time of scripts, on a processor made six times slower. Nothing here is asserted.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from complete_plan import complete_plan
from corpus import add_measures, add_posts, copy_project
from scripts import print_script_times
from texts import print_cost_of_texts

from vigie.publish import publish

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
CASES: dict[str, Callable[[Path], None]] = {
    "le site": lambda project: None,
    "plan de 60, 8 langues": complete_plan,
    "+ 60 mesures": lambda project: add_measures(project, 60),
    "+ 100 textes": lambda project: add_posts(project, 100),
    "+ 400 textes": lambda project: add_posts(project, 400),
}


def main() -> None:
    """Build each case and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        projects = {}
        for number, (name, change) in enumerate(CASES.items()):
            project = Path(folder) / str(number)
            project.mkdir()
            change(copy_project(ROOT, project))
            projects[name] = project
        times: dict[str, list[float]] = {name: [] for name in CASES}
        for turn in range(ROUNDS):
            for name, project in projects.items():
                start = time.perf_counter()
                publish(project, project / "site")
                times[name].append(time.perf_counter() - start)
                print(f"{turn + 1}/{ROUNDS} {name}", file=sys.stderr)
        base = statistics.median(times["le site"])
        print(f"{'cas':<24}{'pages':>8}{'secondes':>10}{'rapport':>9}")
        for name, project in projects.items():
            pages = sum(1 for _ in (project / "site").rglob("*.html"))
            median = statistics.median(times[name])
            print(f"{name:<24}{pages:>8}{median:>10.2f}{median / base:>9.2f}")
        print_cost_of_texts(ROOT)
        print_script_times(projects["le site"] / "site", ROOT)


if __name__ == "__main__":
    main()
