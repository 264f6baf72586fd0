"""What scripts cost a slow phone: Chromium with its processor slowed six times, on the site served by nginx.

A time depends on the machine: it is printed beside what the readers' specification aims at, and never asserted.
"""

import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from browsers import ARGUMENTS
from budgets import heaviest
from find_browser import find_browser
from web_server import of_project, start_nginx

SLOWER = 6
ROUNDS = 5
AIMS = {"infos": 20, "tableau du plan": 100}
"""Milliseconds; any other kind of page: 50."""


def print_script_times(site: Path, project: Path) -> None:
    """The table: for the heaviest page of each kind and language, the median of the time spent in scripts."""
    languages = of_project(project).languages
    server = start_nginx(site, of_project(project))
    try:
        with sync_playwright() as api:
            browser = api.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
            print(f"\n{'scripts, 6 fois plus lent':<28}{'ms':>6}{'visé':>6}")
            for lang in languages:
                for budget, address in heaviest(site, lang, languages[1:]).items():
                    times = [script_time(browser, server.url + address) for _round in range(ROUNDS)]
                    print(
                        f"{budget.kind + ' ' + lang:<28}{statistics.median(times):>6.0f}{AIMS.get(budget.kind, 50):>6}"
                    )
            browser.close()
    finally:
        server.stop()


def script_time(browser: Browser, address: str) -> float:
    """Milliseconds spent in scripts by a first visit."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Performance.enable")
    page.goto(address, wait_until="networkidle")
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    context.close()
    return metrics["ScriptDuration"] * 1000
