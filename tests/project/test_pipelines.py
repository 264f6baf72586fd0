"""What the forges run by themselves: the same on both, checks before publication, few rights, no secret."""

import datetime
import os
import re
import subprocess
from zoneinfo import ZoneInfo

import pytest
import yaml

from built import ROOT
from vigie.cli.check import check

GITHUB_TEXT = (ROOT / ".github/workflows/vigie.yml").read_text(encoding="utf-8")
GITLAB_TEXT = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
GITHUB, GITLAB = (yaml.load(text, yaml.BaseLoader) for text in (GITHUB_TEXT, GITLAB_TEXT))  # noqa: S506 - « on » stays a word
JOBS = GITHUB["jobs"]
TEXTS = pytest.mark.parametrize("text", [GITHUB_TEXT, GITLAB_TEXT], ids=["github", "gitlab"])


def _commands(job):
    """What a job types, after its tools are there: of GitHub's steps, or of GitLab's script."""
    lines = [line for step in job.get("steps", []) for line in step.get("run", "").splitlines()]
    return [
        line.strip() for line in lines + job.get("script", []) if "apt-get" not in line and "GITHUB_ENV" not in line
    ]


def test_both_run_the_same_commands():
    """Words first, then the tests, then the site; only the form of the report and a folder's name differ."""
    for name, ours in (("mots", "mots"), ("tests", "tests"), ("site", "pages")):
        theirs = [_commands(JOBS[name]), _commands(GITLAB[ours])]
        for lines in theirs:
            lines[:] = [re.sub(r"--github|--gitlab \S+", "--forge", line) for line in lines]
            lines[:] = [line for line in lines if not re.match(r"DEPUIS=|mv |git config", line)]
        assert theirs[0] == theirs[1], name
        assert theirs[0]


def test_the_tests_are_those_of_the_readme():
    """Through .ci/run, in the very words of the README."""
    assert _commands(JOBS["tests"]) == _commands(GITLAB["tests"]) == ["sh .ci/run"]
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").strip().endswith("exec make test")
    for readme in ("README.md", "README.fr.md"):
        assert "`make test`" in (ROOT / readme).read_text(encoding="utf-8")


def test_the_words_are_checked_against_what_was_published_with_annotations():
    """Options that the command has."""
    options = {option for parameter in check.params for option in parameter.opts}
    for job, form in ((JOBS["mots"], "--github"), (GITLAB["mots"], "--gitlab")):
        line = _commands(job)[-1]
        assert line.startswith(".venv/bin/vigie check ")
        assert {form, "--since"} == set(re.findall(r"--[a-z]+", line)) <= options
    report = GITLAB["mots"]["artifacts"]
    assert (report["when"], report["reports"]["codequality"]) == ("always", "vigie.json")


def _needed(jobs, name):
    needs = jobs[name].get("needs", [])
    needs = [needs] if isinstance(needs, str) else needs
    return {*needs, *(further for need in needs for further in _needed(jobs, need))}


def test_nothing_is_published_unchecked():
    """Words, tests and a verified site come before; one job publishes, and only what another built."""
    assert _needed(JOBS, "publier") == {"mots", "tests", "site"}
    assert _needed(GITLAB, "pages") == {"mots", "tests"}
    assert "make site" in _commands(JOBS["site"])
    assert [step["uses"].split("@")[0] for step in JOBS["publier"]["steps"]] == ["actions/deploy-pages"]
    for job in (*JOBS.values(), GITLAB["mots"], GITLAB["tests"]):
        assert "continue-on-error" not in job
        assert "allow_failure" not in job


def test_somebody_must_allow_publication_and_only_the_main_branch_is_published():
    """A variable of the forge says so; a merge request never publishes."""
    condition = JOBS["site"]["if"]
    assert "vars.PUBLIER == 'oui'" in condition
    assert "github.event_name != 'pull_request'" in condition
    assert "github.ref_name == github.event.repository.default_branch" in condition
    assert "||" not in condition
    (rule,) = GITLAB["pages"]["rules"]
    assert '$PUBLIER == "oui"' in rule["if"]
    assert '$CI_PIPELINE_SOURCE != "merge_request_event"' in rule["if"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]
    assert "||" not in rule["if"]


def test_each_night_begins_after_midnight_in_paris():
    """Winter and summer, the night's run sees the new day: texts appear without anybody."""
    (schedule,) = GITHUB["on"]["schedule"]
    minute, hour, *every = schedule["cron"].split()
    assert every == ["*", "*", "*"]
    for month in range(1, 13):
        run = datetime.datetime(2027, month, 15, int(hour), int(minute), tzinfo=datetime.UTC)
        there = run.astimezone(ZoneInfo("Europe/Paris"))
        assert (there.date() - run.date()).days == 1
        assert there.hour < 2
    assert f"« {schedule['cron']} »" in GITLAB_TEXT
    assert {"push", "pull_request", "workflow_dispatch"} <= set(GITHUB["on"])


def test_each_job_has_the_least_rights():
    """None by default; to read the project; to publish, for the job that does nothing else."""
    assert GITHUB["permissions"] == {}
    rights = {name: job["permissions"] for name, job in JOBS.items()}
    assert rights.pop("publier") == {"pages": "write", "id-token": "write"}
    assert set(map(str, rights.values())) == {str({"contents": "read"})}
    for job in JOBS.values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


@TEXTS
def test_no_secret_is_asked_for_and_nothing_is_printed_of_the_environment(text):
    """Nor do foreign branches run with our rights."""
    assert not re.search(
        r"secrets\b|_TOKEN|PASSWORD|pull_request_target|workflow_run|printenv|set -x|\benv\s*$|\$\(", text
    )


def test_what_somebody_writes_is_never_part_of_a_command():
    """Names of branches and titles come in as variables of the environment."""
    assert not [line for job in JOBS.values() for line in _commands(job) if "${{" in line]


def test_only_the_forge_s_own_actions_run():
    """In a version that is known: a hash, or a major version of theirs."""
    used = [step["uses"] for job in JOBS.values() for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@(v\d+|[0-9a-f]{40})", one) for one in used)


def test_every_job_ends_and_an_older_run_of_a_merge_request_gives_way():
    """A limit each; two publications never cross."""
    assert all(0 < int(job["timeout-minutes"]) <= 90 for job in JOBS.values())
    assert all(re.fullmatch(r"\d\d minutes", GITLAB[name]["timeout"]) for name in ("mots", "tests", "pages"))
    assert "pull_request" in GITHUB["concurrency"]["cancel-in-progress"]
    assert JOBS["publier"]["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert (GITLAB["pages"]["resource_group"], GITLAB["pages"]["interruptible"]) == ("pages", "false")


def test_both_run_on_the_same_bare_debian():
    """With Git, make and Python, as the README asks; pip's downloads are kept where git does not look."""
    jobs = [job for name, job in JOBS.items() if name != "publier"]
    containers = {job["container"] for job in jobs}
    assert containers == {GITLAB["default"]["image"]} == {"debian:bookworm"}
    installed = set(re.findall(r"apt-get update .*", GITHUB_TEXT + GITLAB_TEXT))
    assert len(installed) == 1
    assert installed.pop().split("--no-install-recommends ")[1].split() == [
        "ca-certificates", "git", "make", "python3", "python3-venv", "tzdata",
    ]  # fmt: skip
    for job in jobs:
        before = job["steps"][: [step.get("uses", "") for step in job["steps"]].index("actions/cache@v4")]
        told = [step["run"] for step in before if "GITHUB_ENV" in step.get("run", "")]
        assert told == ['echo "PIP_CACHE_DIR=$GITHUB_WORKSPACE/.cache/pip" >> "$GITHUB_ENV"']
    assert "github.workspace }}" not in GITHUB_TEXT  # in a container, the folder of the machine around it
    assert GITLAB["variables"]["PIP_CACHE_DIR"].endswith("/.cache/pip")
    assert "/.cache/\n" in (ROOT / ".gitignore").read_text(encoding="utf-8")


def _git(folder, *arguments):
    own = ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.parametrize("forge", ["github", "gitlab"])
@pytest.mark.parametrize("known", [True, False, None])
def test_a_first_push_is_checked_too(forge, known, tmp_path):
    """Since the reference that the forge gives when git knows it; else (zeros, nothing) since the last commit."""
    root = tmp_path / "projet"
    (root / ".venv/bin").mkdir(parents=True)
    _git(root, "init", "-q")
    _git(root, "commit", "-q", "--allow-empty", "-m", "Vide")
    (root / ".venv/bin/vigie").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (root / ".venv/bin/vigie").chmod(0o755)
    (root / "Makefile").write_text(".venv/site:\n", encoding="utf-8")
    given = {True: _git(root, "rev-parse", "HEAD"), False: "0" * 40, None: ""}[known]
    names = {"github": {"DEPUIS": given}, "gitlab": {"CI_COMMIT_BEFORE_SHA": given}}[forge]
    job = {"github": JOBS, "gitlab": GITLAB}[forge]["mots"]
    places = {"GITHUB_WORKSPACE": str(root), "CI_PROJECT_DIR": str(root), "HOME": str(tmp_path)}
    environment = {"PATH": os.environ["PATH"], **places, **names}
    script = "\n".join(line for line in _commands(job) if line != "make .venv/site")
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().endswith(f"--since {given if known else 'HEAD'}")


def test_a_commit_on_one_s_own_machine_is_checked_alike():
    """pre-commit says the same messages, and what the commit would lose; nothing is downloaded."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    entries = [hook["entry"] for repo in config["repos"] for hook in repo["hooks"]]
    assert any(".venv/bin/vigie check --since HEAD" in entry for entry in entries)
